import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { RoomState } from '@diceroom/shared/room/room.ts'
import { expect, it } from 'vitest'
import { Tally } from './tally.ts'

const stays = (state: RoomState): RoomState => state
const room = { room: 'ABC234', games: 2, game: 'race', seats: [] } as unknown as RoomState
const rolled = (faces: readonly number[], secretTo?: number): LoggedEvent => ({
  seq: 1,
  at: 5,
  type: 'rolled',
  rolls: [
    {
      deal: 1,
      who: '0',
      n: 0,
      count: faces.length,
      sides: 6,
      faces,
      ...(secretTo === undefined ? {} : { secretTo }),
    },
  ],
})
const closed: LoggedEvent = { seq: 2, at: 5, type: 'deal_closed', deal: 1, secret: '' }
const facesOf = (tally: Tally, ...events: readonly LoggedEvent[]) =>
  tally.of(room, events, stays).beside.faces?.get(6)

it('[RS13] counts every die that is rolled in the open', () => {
  expect(facesOf(new Tally(), rolled([1, 6, 6]), rolled([6]))).toEqual([1, 0, 0, 0, 0, 3])
})
it('[RS13] counts dice that were rolled in secret when their deal is closed, and not before', () => {
  const tally = new Tally()
  expect(facesOf(tally, rolled([1, 2], 0), rolled([3]))).toEqual([0, 0, 1, 0, 0, 0])
  expect(facesOf(tally, closed)).toEqual([1, 1, 0, 0, 0, 0])
  expect(facesOf(tally, closed)).toBeUndefined()
  expect(facesOf(new Tally([rolled([1, 2], 0)]), closed)).toEqual([1, 1, 0, 0, 0, 0])
})
it('[RS14] keeps a game that has ended, be it decided or broken off', () => {
  const over: LoggedEvent = { seq: 1, at: 5, type: 'game_over', outcome: { places: [[1], [0]] } }
  const played = { room: 'ABC234', number: 2, game: 'race', at: 5, players: [] }
  expect(new Tally().of(room, [over], stays).beside).toEqual({ played: { ...played, outcome: over.outcome } })
  const aborted: LoggedEvent = { seq: 1, at: 5, type: 'game_aborted' }
  expect(new Tally().of(room, [aborted], stays).beside).toEqual({ played: { ...played, outcome: null } })
})
it('[SX3] counts nothing for bots, and the dice of the table for nobody', () => {
  const seat = (at: number, player: string) => ({ seat: at, player, name: player, bot: player === 'bot' })
  const table = { ...room, seats: [seat(0, 'p_ada'), seat(1, 'bot')] }
  const by = (who: string): LoggedEvent => ({
    seq: 1,
    at: 5,
    type: 'rolled',
    rolls: [{ deal: 1, who, n: 0, count: 1, sides: 6, faces: [6] }],
  })
  const over: LoggedEvent = { seq: 1, at: 5, type: 'game_over', outcome: { places: [[1], [0]] } }
  const { beside } = new Tally().of(table, [by('0'), by('1'), by('-'), by('v1'), over, closed], stays)
  expect(beside.totals).toEqual([
    { player: 'p_ada', game: 'race', games: 1, wins: 0, dice: 1, over: 5, variance12: 35 },
  ])
})
