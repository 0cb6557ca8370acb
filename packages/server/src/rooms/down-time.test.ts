import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import type { CommandMark } from '@diceroom/shared/room/events.ts'
import { created, given, joined, logOf, start } from '@diceroom/shared/testing/given.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStore } from '../stores/memory.ts'
import { DownTime } from './down-time.ts'

const scenario = given(
  created('race'),
  { type: 'settings_set', settings: { clock: 30 } },
  joined(0, 'ada'),
  joined(1, 'bo'),
).when(start('ada'), 1, 6, 3)
const log = logOf(scenario.past)
const live = {
  committed: scenario.state,
  eventsAfter: (seq: number) => log.filter(event => event.seq > seq),
}
const lastAt = log.at(-1)?.at ?? 0

describe('the time in which there was no server', () => {
  const store = memoryStore()
  let executed: { command: RoomCommand; mark: CommandMark }[]
  let isRunning: boolean
  let downTime: DownTime | null = null

  const startAt = async (now: number) => {
    vi.setSystemTime(now)
    downTime = await DownTime.begin({
      store,
      now: Date.now,
      async execute(_room, marked) {
        executed.push(marked)
      },
      areClocksRunning: () => isRunning,
      onError: error => {
        throw error
      },
    })
    return downTime
  }

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    executed = []
    isRunning = true
  })
  afterEach(() => {
    downTime?.end()
    vi.useRealTimers()
  })

  it('[CK6] is credited to the turn that was under way, under a mark of this start', async () => {
    await store.noteAlive(lastAt + 4_000)
    const after = await startAt(lastAt + 60_000)
    after.credit(live)
    expect(executed).toEqual([
      {
        command: { type: 'credit', turn: scenario.state.turn?.seq, ms: 56_000 },
        mark: { player: 'server', id: `credit ${lastAt + 60_000}`, hash: '' },
      },
    ])
  })

  it('[CK6] begins with what was written last, where that is later', async () => {
    await store.noteAlive(lastAt - 5_000)
    const after = await startAt(lastAt + 60_000)
    after.credit(live)
    expect(executed[0]?.command).toMatchObject({ ms: 60_000 })
  })

  it('[CK6] is none where another server was there, without a clock, or for a turn that began since', async () => {
    await store.noteAlive(lastAt + 60_000)
    const other = await startAt(lastAt + 60_000)
    other.credit(live)
    other.end()
    await store.noteAlive(lastAt)
    const { settings } = live.committed
    const after = await startAt(lastAt + 60_000)
    after.credit({ ...live, committed: { ...live.committed, settings: { ...settings, clock: 0 } } })
    const earlier = await startAt(0)
    earlier.credit(live)
    expect(executed).toEqual([])
  })

  it('[CK6] is known from what is noted as long as a clock runs', async () => {
    await startAt(1_000_000)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await store.lastAlive()).toBe(1_002_000)
    isRunning = false
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await store.lastAlive()).toBe(1_002_000)
  })
})
