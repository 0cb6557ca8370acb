import { expect, it } from 'vitest'
import { created, given, joined, logOf, over, say } from '../testing/given.ts'
import { pieceMoved } from '../testing/race-events.ts'
import { begin, evolve, fold } from './evolve.ts'

const [first, second] = logOf([created('race'), joined(0, 'ada')])

it('[RM9] counts its events from 1, and takes none that does not follow', () => {
  const { state } = given(created('race'), joined(0, 'ada'))
  expect(state.seq).toBe(2)
  for (const seq of [0, 1, 2, 4]) {
    const event = { type: 'chat', player: 'ada', name: 'Ada', text: 'hi', seq, at: 0 } as const
    expect(() => evolve(state, event)).toThrow(`event ${seq} does not follow 2`)
  }
  expect(given(created('race'), joined(0, 'ada')).when(say('ada', 'hi')).state.seq).toBe(3)
})

it('[RM9] begins with its making and nothing else', () => {
  expect(fold([])).toBeNull()
  if (!first || !second) throw new Error('two events were given')
  expect(begin(first)).toMatchObject({ room: 'ABC234', seq: 1, game: 'race' })
  expect(() => begin({ ...second, seq: 1 })).toThrow('not with player_joined')
  expect(() => begin({ ...first, seq: 2 })).toThrow('a room begins with room_created')
})

it('[RM43] takes an event of a game that is not in play for nothing that happened', () => {
  const { state } = given(created('race'), joined(0, 'ada'))
  for (const event of [pieceMoved(0, 0, 2, { next: 0 }), over([0])]) {
    expect(evolve(state, { ...event, seq: 3, at: 0 })).toEqual({ ...state, seq: 3 })
  }
})
