import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { type RoomStatus, RoomStore, tableOf } from './room-store.ts'
import { isOnline, type Table } from './table.ts'
import { RoomLog } from './testing/room-log.ts'

const ME = 'ada'
let room: RoomLog
let asked: number[]
/** The `seq` of the room as each test finds it. */
let begun: number
let store: RoomStore

beforeEach(() => {
  room = new RoomLog({ room: 'DESK22', game: 'free-roll' })
  asked = []
  store = new RoomStore(since => asked.push(since))
  join(ME)
  join('bo')
  begun = room.state.seq
})

const join = (player: string, name = player) => does({ type: 'join', player, name, as: 'player' })
const roll = (player = 'bo') => does({ type: 'move', player, move: { type: 'roll' } })
const say = (text: string) => does({ type: 'chat', player: 'bo', name: 'bo', text })

/** The events that the command made. */
function does(command: Parameters<RoomLog['execute']>[0]): readonly LoggedEvent[] {
  const done = room.execute(command, `${room.state.seq}`)
  if (!done.ok) throw new Error(done.error.message)
  return done.events
}

const status = (): RoomStatus => store.api.getState()
function table(): Table {
  const shown = tableOf(status())
  if (!shown) throw new Error(`no table: ${status().status}`)
  return shown
}
const come = () => store.catchUp(room.catchUp(ME), ME)

describe('what arrives in order', () => {
  it('is applied as it comes', () => {
    come()
    store.apply(roll())
    store.apply(say('hello'))
    expect(status().status).toBe('live')
    expect(table().room).toEqual(room.state)
    expect(asked).toEqual([])
  })

  it('is kept back until the room is known', () => {
    const state = room.catchUp(ME)
    store.apply(roll())
    expect(status().status).toBe('joining')
    store.catchUp(state, ME)
    expect(table().room).toEqual(room.state)
    expect(asked).toEqual([])
  })

  it('says which seat is mine', () => {
    come()
    expect(table().seat).toBe(0)
    store.apply(does({ type: 'leave', player: ME, reason: 'gone' }))
    expect(table().seat).toBeNull()
  })
})

describe('what is known', () => {
  it('is dropped', () => {
    come()
    const events = roll()
    store.apply(events)
    const before = status()
    store.apply(events)
    store.apply([])
    expect(status()).toBe(before)
  })

  it('is cut from a message that holds more', () => {
    come()
    const first = roll()
    const second = roll()
    store.apply(first)
    store.apply([...first, ...second])
    expect(table().room).toEqual(room.state)
    expect(asked).toEqual([])
  })
})

describe('a gap', () => {
  it('is asked for once, and nothing is applied over it', () => {
    come()
    const before = table()
    roll()
    store.apply(roll())
    store.apply(roll())
    expect(status()).toEqual({ status: 'catching-up', table: before })
    expect(asked).toEqual([begun])
  })

  it('heals with what was asked for, and with what came meanwhile where it fits', () => {
    come()
    roll()
    store.apply(roll())
    const answer = room.catchUp(ME, begun)
    store.apply(roll())
    store.catchUp(answer, ME)
    expect(status().status).toBe('live')
    expect(table().room).toEqual(room.state)
    expect(asked).toEqual([begun])
  })

  it('is asked for again where the answer leaves one', () => {
    come()
    roll()
    store.apply(roll())
    const answer = room.catchUp(ME, begun)
    roll()
    store.apply(roll())
    store.catchUp(answer, ME)
    expect(status().status).toBe('catching-up')
    expect(asked).toEqual([begun, begun + 2])
  })

  it('shows in a heartbeat', () => {
    come()
    store.heard(begun)
    expect(status().status).toBe('live')
    roll()
    store.heard(begun + 1)
    expect(status().status).toBe('catching-up')
    expect(asked).toEqual([begun])
    store.catchUp(room.catchUp(ME, begun), ME)
    expect(status().status).toBe('live')
  })

  it('heals with a state as well', () => {
    come()
    for (let throws = 0; throws < 300; throws += 1) roll()
    store.heard(room.state.seq)
    store.catchUp(room.catchUp(ME, begun), ME)
    expect(table().room).toEqual(room.state)
  })

  it('never leads back to an older state', () => {
    come()
    const older = room.catchUp(ME)
    store.apply(roll())
    roll()
    store.heard(begun + 2)
    store.catchUp(older, ME)
    expect(table().room.seq).toBe(begun + 1)
    expect(asked).toEqual([begun + 1, begun + 1])
  })

  it('does not make the page keep messages without end', () => {
    come()
    roll()
    for (let throws = 0; throws < 1_000; throws += 1) store.apply(roll())
    while (status().status === 'catching-up') store.catchUp(room.catchUp(ME, table().room.seq), ME)
    expect(table().room).toEqual(room.state)
  })
})

describe('an end', () => {
  it('is final: refused or left, nothing is applied any more', () => {
    come()
    store.leave()
    store.apply(roll())
    store.heard(begun + 9)
    store.catchUp(room.catchUp(ME), ME)
    expect(status()).toEqual({ status: 'left' })
    expect(asked).toEqual([])
  })

  it('is asked about no more where the room is refused', () => {
    store.refuse({ code: 'room_not_found', message: 'There is no such room.' })
    store.apply(roll())
    expect(status()).toEqual({
      status: 'refused',
      error: { code: 'room_not_found', message: 'There is no such room.' },
    })
  })
})

describe('presence', () => {
  it('is kept beside the log, whenever it comes', () => {
    store.presence({ room: 'DESK22', online: [ME], spectators: 3, watching: [] })
    come()
    expect(table().spectators).toBe(3)
    expect([isOnline(table(), ME), isOnline(table(), 'bo')]).toEqual([true, false])
    store.apply(roll())
    store.presence({ room: 'DESK22', online: [ME, 'bo'], spectators: 0, watching: [] })
    expect(table().spectators).toBe(0)
    expect(isOnline(table(), 'bo')).toBe(true)
  })

  it('takes nobody for away before it was told', () => {
    come()
    expect(isOnline(table(), 'bo')).toBe(true)
  })
})

it('brings any order, with losses and repeats, to what the server has, over nothing but what it had', () => {
  const step = fc.record({ pick: fc.nat(), fate: fc.constantFrom('deliver', 'repeat', 'lose', 'answer') })
  fc.assert(
    fc.property(fc.array(fc.constantFrom('roll', 'say')), fc.array(step), (commands, steps) => {
      const log = new RoomLog({ room: 'DESK22', game: 'free-roll' })
      log.execute({ type: 'join', player: ME, name: ME, as: 'player' }, 'join')
      const asks: number[] = []
      const page = new RoomStore(since => asks.push(since))
      page.api.subscribe(now => {
        const shown = tableOf(now)
        if (shown) expect(shown.room).toEqual(log.stateAt(shown.room.seq))
      })
      page.catchUp(log.catchUp(ME), ME)
      let messages = commands.flatMap((command, at) => {
        const wish =
          command === 'roll'
            ? ({ type: 'move', player: ME, move: { type: 'roll' } } as const)
            : ({ type: 'chat', player: ME, name: ME, text: 'hm' } as const)
        const done = log.execute(wish, `${at}`)
        return done.ok ? [done.events] : []
      })
      const answer = () => {
        const [since] = asks.splice(0)
        if (since !== undefined) page.catchUp(log.catchUp(ME, since), ME)
      }
      for (const { pick, fate } of steps) {
        const message = messages[pick % Math.max(1, messages.length)]
        if (fate === 'answer') answer()
        else if (message && fate !== 'lose') page.apply(message)
        if (fate === 'deliver' || fate === 'lose') messages = messages.filter(other => other !== message)
      }
      page.heard(log.state.seq)
      answer()
      expect(page.api.getState().status).toBe('live')
      expect(page.table?.room).toEqual(log.state)
    }),
  )
})
