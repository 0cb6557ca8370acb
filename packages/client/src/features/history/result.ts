import type { PlayedGame } from '@diceroom/shared/room/played-game.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'

/** How a game went for one of those who played. */
export type GameResult =
  | { readonly kind: 'broken off' | 'alone' | 'won' | 'shared' }
  /** `place` is counted from 1, `count` is how many played. */
  | { readonly kind: 'placed'; readonly place: number; readonly count: number }

/** What came of a game for `player`; who shares a place has the best of the places shared. */
export function resultFor({ players, outcome }: PlayedGame, player: PlayerId): GameResult {
  if (!outcome) return { kind: 'broken off' }
  if (players.length === 1) return { kind: 'alone' }
  const seat = players.find(one => one.player === player)?.seat
  const [winners = []] = outcome.places
  if (seat !== undefined && winners.includes(seat)) return { kind: winners.length === 1 ? 'won' : 'shared' }
  let place = 1
  for (const seats of outcome.places) {
    if (seat === undefined || seats.includes(seat)) break
    place += seats.length
  }
  return { kind: 'placed', place, count: players.length }
}
