import type { FreeRollOptions, FreeRollState } from '@diceroom/shared/games/free-roll/rules.ts'
import type { Outcome, Seat } from '@diceroom/shared/games/game.ts'
import type { Sentence } from '../../words/sentence.ts'
import { freeRollText } from './strings.ts'

// What is said of free roll with turn order or a winner.

/** Whether a game of rounds is played. A room that began before there were any has neither of the two options. */
export const isRounds = ({ turns, winner }: Partial<FreeRollOptions>): boolean =>
  turns === true || (winner !== undefined && winner !== 'none')

export function optionsSentence(options: FreeRollOptions): Sentence {
  const { dice, sides, turns, winner, rounds } = options
  if (!isRounds(options)) return freeRollText.said('options', { dice, sides })
  const way =
    winner === 'none'
      ? 'way.none.turns'
      : turns
        ? (`way.${winner}.turns` as const)
        : (`way.${winner}` as const)
  return freeRollText.said('optionsGame', { dice, sides, count: rounds, text: freeRollText.said(way) })
}

/** What a seat has thrown so far comes to: its best die, or its sum. */
export function figureOf({ options, round }: FreeRollState, seat: Seat): string | undefined {
  const hand = round?.hands[round.seats.indexOf(seat)] ?? []
  if (hand.length === 0) return undefined
  switch (options.winner) {
    case 'none':
      return undefined
    case 'highest':
      return `${Math.max(...hand)}`
    case 'lowest':
      return `${Math.min(...hand)}`
    case 'sum':
      return `${sumOf(hand)}`
  }
}

/** By what the game was won. */
export function decidedSentence(
  { options, round }: FreeRollState,
  { places }: Outcome,
  nameOf: (seat: Seat) => string,
): Sentence | null {
  const [first = []] = places
  const [best] = first
  const { winner } = options
  if (!round || best === undefined || winner === 'none') return null
  const at = round.seats.indexOf(best)
  const name = nameOf(best)
  const last = round.rollOffs.at(-1)?.[at] ?? []
  const sum = sumOf(round.hands[at] ?? [])
  const faces = shownFaces(round.hands[at] ?? [], winner)
  if (first.length > 1) {
    const text = first.map(nameOf).join(', ')
    return faces === ''
      ? null
      : freeRollText.said('decided.shared', { text, faces: winner === 'sum' ? sum : faces })
  }
  if (last.length > 0) return freeRollText.said('decided.rollOff', { name, faces: last.join(' ') })
  return winner === 'sum'
    ? freeRollText.said('decided.sum', { name, sum })
    : freeRollText.said(`decided.${winner}`, { name, faces })
}

const sumOf = (hand: readonly number[]): number => hand.reduce((sum, face) => sum + face, 0)

/** As many dice as can be read, the ones that decide first. */
const FEW = 6

function shownFaces(hand: readonly number[], winner: 'highest' | 'lowest' | 'sum'): string {
  const sorted = hand.toSorted((a, b) => (winner === 'lowest' ? a - b : b - a))
  return sorted.length > FEW ? `${sorted.slice(0, FEW).join(' ')} …` : sorted.join(' ')
}
