import type { Seat } from '@diceroom/shared/games/game.ts'
import { LAST_SQUARE } from '@diceroom/shared/games/race/board.ts'
import type { RaceEvent, RaceMoved, RaceOptions } from '@diceroom/shared/games/race/rules.ts'
import type { Sentence } from '../../words/sentence.ts'
import { starterSentence } from '../../words/starter-sentence.ts'
import { raceText } from './strings.ts'

const { said } = raceText

/** What happened in a race. */
export function raceSentence(event: RaceEvent, nameOf: (seat: Seat) => string): Sentence {
  if (event.type === 'starter_rolled') return starterSentence(event, nameOf)
  const { from, landed, to, third, alone } = event
  const faces = event.rolls[0].faces ?? []
  const sum = faces.reduce((all, face) => all + face, 0)
  const thrown = { name: nameOf(event.seat), face: faces.join(' ') }
  if (third) return said(third === 'back' ? 'thirdBack' : 'thirdSkip', thrown)
  if (to === LAST_SQUARE) return said('wins', thrown)
  if (from === 0 && landed === 0) return said('waits', thrown)
  const text = afterwards(event, nameOf)
  if (landed === from) return said('stays', { ...thrown, square: from, text })
  if (to > landed) return said('climbs', { ...thrown, from: landed, to, text })
  if (to < landed) return said('slides', { ...thrown, from: landed, to, text })
  if (alone !== undefined) return said('walksOne', { ...thrown, die: alone, to, text })
  return said(from + sum > LAST_SQUARE ? 'bounces' : 'moves', { ...thrown, to, text })
}

/** Names in a row, each with its own direction of writing. */
const inARow = (names: readonly string[]): string => names.map(name => `\u2068${name}\u2069`).join(', ')

/** What a move has led to beside its way. */
function afterwards({ captured, again }: RaceMoved, nameOf: (seat: Seat) => string): Sentence | string {
  if (!captured) return again ? said('again') : ''
  return said(again ? 'homeAgain' : 'home', { text: inARow(captured.map(nameOf)) })
}

/** What the options come to, in a line. */
export function optionsSentence({
  finish,
  twoDice,
  sixAgain,
  threeSixes,
  enterOnSix,
  capture,
}: RaceOptions): Sentence {
  const none = said('none')
  const sixes = threeSixes === 'nothing' ? said('extra.sixAgain') : said(`extra.${threeSixes}`)
  const text = said('extras', {
    twoDice: twoDice ? said('extra.twoDice') : none,
    sixAgain: sixAgain ? sixes : none,
    enterOnSix: enterOnSix ? said('extra.enterOnSix') : none,
    capture: capture ? said('extra.capture') : none,
  })
  return said(`options.${finish}`, { text })
}
