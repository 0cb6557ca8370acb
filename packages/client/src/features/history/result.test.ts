import type { Outcome } from '@diceroom/shared/games/game.ts'
import type { PlayedGame } from '@diceroom/shared/room/played-game.ts'
import { expect, it } from 'vitest'
import { resultFor } from './result.ts'

/** A game of these people, who sit in this order. */
const game = (people: readonly string[], places: Outcome['places'] | null): PlayedGame => ({
  room: 'DESK22',
  number: 1,
  game: 'race',
  at: 0,
  players: people.map((player, seat) => ({ player, seat, name: player })),
  outcome: places && { places },
})

it.each([
  ['a game that was broken off', ['me', 'bo'], null, { kind: 'broken off' }],
  ['a race against nobody', ['me'], [[0]], { kind: 'alone' }],
  ['first place', ['bo', 'me'], [[1], [0]], { kind: 'won' }],
  ['a shared first place', ['me', 'bo', 'cy'], [[0, 2], [1]], { kind: 'shared' }],
  ['the place after two winners', ['me', 'bo', 'cy'], [[1, 2], [0]], { kind: 'placed', place: 3, count: 3 }],
  ['a shared second place', ['me', 'bo', 'cy'], [[1], [0, 2]], { kind: 'placed', place: 2, count: 3 }],
])('knows %s', (_, people, places, result) => {
  expect(resultFor(game(people, places), 'me')).toEqual(result)
})
