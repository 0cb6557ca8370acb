import { beforeEach, describe, expect, it } from 'vitest'
import { ShownRoom } from '../../testing/shown-room.ts'
import { mayAskFrom, turnClock } from './turn-clock.ts'

let room: ShownRoom

beforeEach(() => {
  room = new ShownRoom('race')
  room.join('me')
  room.join('bo')
})

const sets = (clock: 0 | 30) => room.does({ type: 'set_settings', player: 'me', settings: { clock } })

/** The seat that is waited for. */
const acting = () => room.table.room.turn?.seats[0]

describe('the clock of a turn', () => {
  it('does not run before the start, and not where it is off', () => {
    sets(30)
    expect(turnClock(room.table)).toBeNull()
    sets(0)
    room.start('me')
    expect(turnClock(room.table)).toBeNull()
  })

  it('runs for so many seconds, without the time that does not count', () => {
    sets(30)
    room.start('me')
    const { turn } = room.table.room
    if (!turn) throw new Error('nobody is waited for')
    expect(turnClock(room.table)).toEqual({ begins: turn.at, ends: turn.at + 30_000 })
    room.does({ type: 'credit', turn: turn.seq, ms: 4_000 })
    expect(turnClock(room.table)?.ends).toBe(turn.at + 34_000)
  })

  it('runs longer where a connection was lost', () => {
    sets(30)
    room.start('me')
    const until = (turnClock(room.table)?.ends ?? 0) + 12_000
    expect(turnClock({ ...room.table, until })?.ends).toBe(until)
    expect(turnClock({ ...room.table, until: 1 })?.ends).toBe(until - 12_000)
  })
})

describe('from when on one may play on without who does not move', () => {
  it('is soon for the host, after two minutes for others, never for who is to move or watches', () => {
    sets(0)
    room.start('me')
    const { table } = room
    const at = table.room.turn?.at ?? 0
    const other = acting() === 0 ? 1 : 0
    const asked = (seat: number | null, isHost: boolean) =>
      mayAskFrom({ ...table, seat, me: isHost ? (table.room.host ?? '') : 'somebody' })
    expect(asked(other, true)).toBe(at + 10_000)
    expect(mayAskFrom({ ...table, seat: other, me: table.room.host ?? '', online: [] })).toBe(at)
    expect(asked(other, false)).toBe(at + 120_000)
    expect(asked(acting() ?? 0, true)).toBeNull()
    expect(asked(null, false)).toBeNull()
  })

  it('is never where a clock sees to it', () => {
    sets(30)
    room.start('me')
    expect(mayAskFrom({ ...room.table, seat: acting() === 0 ? 1 : 0 })).toBeNull()
  })
})
