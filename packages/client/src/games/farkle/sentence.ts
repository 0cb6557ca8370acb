import type { FarkleEvent, FarkleOptions, FarkleState } from '@diceroom/shared/games/farkle/state.ts'
import { scoreOf } from '@diceroom/shared/games/farkle/state.ts'
import type { Outcome, Seat } from '@diceroom/shared/games/game.ts'
import { eachThrew, type Sentence } from '../../words/sentence.ts'
import { starterSentence } from '../../words/starter-sentence.ts'
import { figure } from './figures.ts'
import { farkleText } from './strings.ts'

const { said } = farkleText

/** What happened in a game of Farkle. */
export function farkleSentence(event: FarkleEvent, nameOf: (seat: Seat) => string): Sentence {
  if (event.type === 'starter_rolled') return starterSentence(event, nameOf)
  if (event.type === 'rolled_off') {
    const thrown = event.rounds.map((seats, at) => eachThrew(seats, event.rolls[at]?.faces ?? [], nameOf))
    return said('rolledOff', { name: nameOf(event.winner), text: thrown.join(' → ') })
  }
  const name = nameOf(event.seat)
  switch (event.type) {
    case 'rolled': {
      const faces = facesOf(event)
      return event.piggyback
        ? said('goesOn', { name, points: figure(event.points), faces })
        : said('rolled', { name, faces })
    }
    case 'farkled': {
      const faces = facesOf(event)
      const points = figure(event.lost)
      const penalty = figure(event.penalty)
      if (event.penalty > 0) return said('farkledThird', { name, faces, penalty })
      return event.lost > 0 ? said('farkledLost', { name, faces, points }) : said('farkled', { name, faces })
    }
    case 'set_aside': {
      const { left } = event
      const total = figure(event.total)
      const faces = event.faces.join(' ')
      return event.hot
        ? said('setAsideAll', { name, faces, total })
        : said('setAside', { name, faces, total, count: left })
    }
    case 'banked':
      return said(event.final ? 'final' : 'banked', {
        name,
        points: figure(event.points),
        score: figure(event.score),
      })
  }
}

const facesOf = ({ rolls: [{ faces }] }: Extract<FarkleEvent, { type: 'rolled' | 'farkled' }>): string =>
  (faces ?? []).join(' ')

/** What the options come to, in a line: what is not as usual, behind what always matters. */
export function optionsSentence(options: FarkleOptions): Sentence {
  const { target, table, opening, penalty } = options
  const none = said('none')
  const rules = said('rules', {
    table: said(`rules.${table}`),
    opening: opening > 0 ? said('rules.opening', { needed: figure(opening) }) : none,
    dice: options.dice === 5 ? said('rules.dice') : none,
    hot: options.hotDice === 'must' ? said('rules.hot') : none,
    penalty: penalty === 'none' ? none : said(`rules.${penalty}`),
    ties: options.ties === 'roll-off' ? said('rules.ties') : none,
    fifties: options.noFifties ? said('rules.fifties') : none,
    beat: options.mustBeat ? said('rules.beat') : none,
    piggyback: options.piggyback ? said('rules.piggyback') : none,
  })
  return said('options', { target: figure(target), text: rules })
}

/** What decided a game. */
export function decidedSentence(
  state: FarkleState,
  { places: [winners = []] }: Outcome,
  nameOf: (seat: Seat) => string,
): Sentence | null {
  const [winner] = winners
  if (winner === undefined) return null
  const name = nameOf(winner)
  const score = figure(scoreOf(state, winner))
  if (winners.length > 1) {
    return said('decidedShared', {
      text: winners.map(seat => `\u2068${nameOf(seat)}\u2069`).join(', '),
      score,
    })
  }
  if (state.rollOffWinner !== null) return said('decidedRolled', { name, score })
  if (state.finalBy === null) return said('decidedLong', { name, score })
  return said(state.finalBy === winner ? 'decidedFirst' : 'decidedLast', { name, score })
}
