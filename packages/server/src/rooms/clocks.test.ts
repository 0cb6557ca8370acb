import type { RoomEvent } from '@diceroom/shared/room/events.ts'
import type { RoomState } from '@diceroom/shared/room/room.ts'
import { created, given, joined, start } from '@diceroom/shared/testing/given.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Attendance } from '../sessions/attendance.ts'
import { StorageUnavailable } from '../stores/room-store.ts'
import { Clocks } from './clocks.ts'

const clock = (seconds: 0 | 15 | 30 | 60 | 120): RoomEvent => ({
  type: 'settings_set',
  settings: { clock: seconds },
})

/** A race that Ada begins, at the end of a log whose events are a second apart. */
const race = (seconds: 0 | 15 | 30 | 60 | 120) =>
  given(created('race'), clock(seconds), joined(0, 'ada'), joined(1, 'bo')).when(start('ada'), 1, 6, 3)

describe('the clock of a turn', () => {
  let asked: number[]
  let errors: unknown[]
  let answer: () => Promise<unknown>
  let current: RoomState
  let attendance: Attendance
  let clocks: Clocks

  /** Begins to look at a table at which both are, when the turn begins. */
  const open = (state: RoomState) => {
    current = state
    vi.setSystemTime(state.turn?.at ?? 0)
    attendance.entered(state.room)
    clocks.watch(state)
  }
  const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    asked = []
    errors = []
    answer = async () => {}
    attendance = new Attendance(Date.now)
    clocks = new Clocks({
      now: Date.now,
      execute(_room, command) {
        if (command.type === 'time_out') asked.push(command.turn)
        return answer()
      },
      stateOf: () => current,
      attendance,
      onError: error => errors.push(error),
    })
  })
  afterEach(() => {
    clocks.end()
    vi.useRealTimers()
  })

  it('[CK1] ends a turn when its time is over, once, and none where it is off', async () => {
    const { state } = race(15)
    open(state)
    clocks.watch(state)
    await wait(14_990)
    expect(asked).toEqual([])
    await wait(20)
    expect(asked).toEqual([state.turn?.seq])
    await wait(60_000)
    expect(asked).toHaveLength(1)
    open(race(0).state)
    await wait(600_000)
    expect(asked).toHaveLength(1)
    expect(clocks.areRunning).toBe(false)
  })

  it('[CK1] begins anew with the next turn', async () => {
    const first = race(15)
    open(first.state)
    await wait(10_000)
    const second = first.when({ type: 'move', player: 'ada', move: { type: 'roll' } }, 2).state
    // As it is stamped here, the move was made a second after the one before.
    open(second)
    await wait(14_000)
    expect(asked).toEqual([])
    await wait(1_010)
    expect(asked).toEqual([second.turn?.seq])
  })

  it('[CK1] ends the turn as soon as the storage works again', async () => {
    answer = () => Promise.reject(new StorageUnavailable('full'))
    open(race(15).state)
    await wait(17_100)
    expect([asked.length, errors.length]).toEqual([3, 3])
    answer = async () => {}
    await wait(60_000)
    expect(asked).toHaveLength(4)
  })

  it('[CK3] gives who loses the connection 30 s from then on, but not again and again', async () => {
    const { state } = race(15)
    const { room } = state
    open(state)
    await wait(10_000)
    expect(clocks.later(state)).toBeNull()
    attendance.lost(room, 'ada')
    expect(clocks.later(state)).toBe((state.turn?.at ?? 0) + 40_000)
    await wait(29_000)
    expect(asked).toEqual([])
    for (let again = 0; again < 5; again += 1) {
      attendance.lost(room, 'ada')
      await wait(10_000)
    }
    expect(asked).toEqual([state.turn?.seq])
    expect(clocks.later(state)).toBe((state.turn?.at ?? 0) + 75_000)
  })

  it('[CK3] waits for nobody who is lost but is not to act, and for no bot', async () => {
    const { state } = race(15)
    open(state)
    await wait(10_000)
    attendance.lost(state.room, 'bo')
    const [ada, bo] = state.seats
    const held = { ...state, seats: [ada ? { ...ada, held: true as const } : null, bo ?? null] }
    attendance.lost(state.room, 'ada')
    expect(clocks.later(held)).toBeNull()
    current = held
    await wait(5_010)
    expect(asked).toEqual([state.turn?.seq])
  })

  it('[CK4] stands still while nobody is there, and who comes back finds 30 s', async () => {
    const { state } = race(15)
    open(state)
    await wait(10_000)
    attendance.emptied(state.room)
    clocks.watch(state)
    await wait(600_000)
    expect(asked).toEqual([])
    attendance.entered(state.room)
    clocks.watch(state)
    expect(clocks.later(state)).toBe(Date.now() + 30_000)
    await wait(29_000)
    expect(asked).toEqual([])
    await wait(1_010)
    expect(asked).toEqual([state.turn?.seq])
  })

  it('[CK5] does not count time that was credited', async () => {
    const { state } = race(15).when({ type: 'credit', turn: race(15).state.turn?.seq ?? 0, ms: 5_000 })
    open(state)
    await wait(19_000)
    expect(asked).toEqual([])
    await wait(1_010)
    expect(asked).toEqual([state.turn?.seq])
  })
})
