import type { Outcome, Seat } from '@diceroom/shared/games/game.ts'
import { type Box, sheets } from '@diceroom/shared/games/yacht/boxes.ts'
import { bonusOf } from '@diceroom/shared/games/yacht/sheet.ts'
import {
  type BoxScored,
  scoreOf,
  totalFor,
  type YachtEvent,
  type YachtOptions,
  type YachtState,
} from '@diceroom/shared/games/yacht/state.ts'
import type { Sentence } from '../../words/sentence.ts'
import { starterSentence } from '../../words/starter-sentence.ts'
import { yachtText } from './strings.ts'

const { said } = yachtText

/** What happened in a game of Yacht. */
export function yachtSentence(event: YachtEvent, nameOf: (seat: Seat) => string): Sentence {
  if (event.type === 'starter_rolled') return starterSentence(event, nameOf)
  const name = nameOf(event.seat)
  if (event.type === 'box_scored') return scoredSentence(event, name)
  const facesAt = (isThrown: boolean): string =>
    event.dice.filter((_, place) => event.thrown.includes(place) === isThrown).join(' ')
  const kept = facesAt(false)
  return kept === ''
    ? said('rolled', { name, faces: facesAt(true) })
    : said('rerolled', { name, kept, faces: facesAt(true) })
}

function scoredSentence({ box, points, joker, extra, bonus }: BoxScored, name: string): Sentence {
  return said('scored', { name, points, box: said(`box.${box}`), text: moreThan({ joker, extra, bonus }) })
}

/** What a box brought beside its points. */
function moreThan({ joker, extra, bonus }: Pick<BoxScored, 'joker' | 'extra' | 'bonus'>): Sentence {
  if (extra > 0 && bonus > 0) return said('scored.both', { extra, bonus })
  if (extra > 0) return said('scored.extra', { extra })
  if (bonus > 0) return said('scored.bonus', { bonus })
  return said(joker ? 'scored.joker' : 'nothing')
}

/** What the options come to, in a line. */
export function optionsSentence({ sheet, joker, order }: YachtOptions): Sentence {
  const inOrder = said(order === 'down' ? 'options.down' : 'nothing')
  const text = sheet === 'standard' ? said(`options.${joker}`, { text: inOrder }) : inOrder
  return said(`options.${sheet}`, { text })
}

/** What the best play of a sheet alone has on average, rounded; see `solitaire.ts` beside the rules. */
function bestMean({ sheet, joker, order }: YachtOptions): number | null {
  if (order === 'down') return null
  if (sheet === 'standard') return joker === 'none' ? 246 : 255
  return sheet === 'yatzy' ? 248 : 167
}

/** What decided a game: extras, or what differs most, the bonus or a box. */
export function decidedSentence(
  state: YachtState,
  { places: [winners = [], seconds = []] }: Outcome,
  nameOf: (seat: Seat) => string,
): Sentence | null {
  const [winner] = winners
  const [second] = seconds
  if (winner === undefined) return null
  const name = winners.map(nameOf).join(', ')
  const total = totalFor(state, winner)
  if (winners.length > 1) return said('decidedShared', { name, total })
  if (second === undefined) {
    const mean = bestMean(state.options)
    return mean === null
      ? said('decidedAlonePlain', { name, total })
      : said('decidedAlone', { name, total, mean })
  }
  return aheadSentence(state, winner, second, { name, text: nameOf(second) })
}

function aheadSentence(
  state: YachtState,
  winner: Seat,
  second: Seat,
  names: { readonly name: string; readonly text: string },
): Sentence {
  const { options } = state
  const [mine, theirs] = [scoreOf(state, winner), scoreOf(state, second)]
  const margin = totalFor(state, winner) - totalFor(state, second)
  const ahead = { ...names, margin }
  if (mine.extras > theirs.extras) return said('decidedByExtra', ahead)
  const pointsIn = (box: Box) => ({ box, mine: mine.boxes[box] ?? 0, theirs: theirs.boxes[box] ?? 0 })
  const most = sheets[options.sheet].boxes
    .map(pointsIn)
    .reduce((best, other) => (other.mine - other.theirs > best.mine - best.theirs ? other : best))
  const bonus = bonusOf(mine, options) - bonusOf(theirs, options)
  if (bonus >= most.mine - most.theirs) return said('decidedByBonus', { ...ahead, bonus })
  return said('decidedByBox', {
    ...ahead,
    box: said(`box.${most.box}`),
    mine: most.mine,
    theirs: most.theirs,
  })
}
