import type { Outcome, Seat } from '@diceroom/shared/games/game.ts'
import type { PigOptions } from '@diceroom/shared/games/pig/options.ts'
import { type PigEvent, type PigState, scoreOf } from '@diceroom/shared/games/pig/rules.ts'
import type { Sentence } from '../../words/sentence.ts'
import { starterSentence } from '../../words/starter-sentence.ts'
import { pigText } from './strings.ts'

const { said } = pigText

/** What happened in a game of Pig. */
export function pigSentence(event: PigEvent, nameOf: (seat: Seat) => string): Sentence {
  if (event.type === 'starter_rolled') return starterSentence(event, nameOf)
  const name = nameOf(event.seat)
  const faces = (event.rolls?.[0].faces ?? []).join(' ')
  const { points } = event
  if (event.type === 'rolled') {
    return said(event.mustRoll ? 'rolledDouble' : 'rolled', { name, faces, total: event.total })
  }
  if (event.type === 'lost') {
    if (event.scoreLost !== undefined) return said('lostScore', { name, faces, score: event.scoreLost })
    return points === 0 ? said('lostNothing', { name, faces }) : said('lost', { name, faces, points })
  }
  const { score, reached } = event
  if (reached === 'final_round') return said('final', { name, score })
  if (event.rolls) {
    return reached
      ? said('winsRoll', { name, faces, score })
      : said('bankedRoll', { name, faces, points, score })
  }
  return said(reached ? 'wins' : 'banked', { name, points, score })
}

/** What the options come to, in a line. */
export function optionsSentence({ target, variant, finalRound, autoWin, rollDoubles }: PigOptions): Sentence {
  const none = said('none')
  const rules = said('rules', {
    variant: said(`rules.${variant}`),
    final: finalRound ? said('rules.final') : none,
    auto: autoWin && variant !== 'hog' ? said('rules.auto') : none,
    doubles: rollDoubles && variant === 'two' ? said('rules.doubles') : none,
  })
  return said('options', { target, text: rules })
}

/** What decided a game. */
export function decidedSentence(
  state: PigState,
  { places: [winners = []] }: Outcome,
  nameOf: (seat: Seat) => string,
): Sentence | null {
  const [winner] = winners
  if (winner === undefined) return null
  const name = winners.map(nameOf).join(', ')
  const score = scoreOf(state, winner)
  if (winners.length > 1) return said('decidedShared', { name, score })
  if (state.reachedBy !== null) {
    return said(state.reachedBy === winner ? 'decidedFirst' : 'decidedLast', { name, score })
  }
  const turn = state.turns[state.seats.indexOf(winner)] ?? 0
  return said('decided', { name, score, turn, points: state.last?.points ?? 0 })
}
