import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { RawSocket } from '../../testing/raw-socket.ts'
import { openTable, type Table } from '../../testing/table.ts'

/** A machine that is busy with other things too may take its time. */
const PATIENTLY = { timeout: 10_000 }

const CROWD = 500
const ROLLS = 20
/** For a newcomer or a roll to be heard by everybody, with all of them in this one process. */
const WITHIN_MS = 5_000
/** What an evening may leave in memory: the events of its room, as text. */
const LEFT_MAX_BYTES = 2 * 1024 * 1024

/** Seconds, unless many tests run at once. */
const TEST_WITHIN_MS = 180_000

const PATH = '/ws/game/crowd/'

it(
  '[OW23] five hundred plain clients in one room hear who comes and each roll, and leave nothing behind',
  async () => {
    setFlagsFromString('--expose-gc')
    const collect: () => void = runInNewContext('gc')
    const table = await openTable()
    const inMemory: number[] = []
    // The first evening makes what stays: the room, and what the machine has learnt of the code.
    for (let evenings = 0; evenings < 2; evenings += 1) {
      expect(await evening(table)).toBeLessThan(WITHIN_MS)
      await expect.poll(() => connectionsAt(table.url), PATIENTLY).toBe(0)
      collect()
      inMemory.push(process.memoryUsage().heapUsed)
    }

    const [first = 0, second = 0] = inMemory
    expect(second - first).toBeLessThan(LEFT_MAX_BYTES)
    await table.close()
  },
  TEST_WITHIN_MS,
)

/** A crowd comes, rolls and goes. Gives how long one thing took at most until everybody had heard of it, in ms. */
async function evening({ url }: Table): Promise<number> {
  const crowd: RawSocket[] = []
  for (let at = 0; at < CROWD; at += 1) {
    const newcomer = await RawSocket.open(url, PATH)
    await newcomer.heardTimes(1)
    crowd.push(newcomer)
  }
  await Promise.all(crowd.map((one, at) => one.heardTimes(CROWD - at)))

  const took: number[] = []
  /** Does something that everybody hears of once. */
  const heardByAll = async (does: () => unknown) => {
    const counts = crowd.map(one => one.heardCount + 1)
    const before = performance.now()
    await does()
    await Promise.all(crowd.map((one, at) => one.heardTimes(counts[at] ?? 0)))
    took.push(performance.now() - before)
    return new Set(crowd.map(one => one.lastHeard))
  }
  for (let roll = 0; roll < ROLLS; roll += 1) {
    const told = await heardByAll(() => crowd[roll * 7]?.say(`{"message":"roll ${roll}"}`))
    expect([...told]).toEqual([expect.stringMatching(`^{"message":"roll ${roll}","position":[1-6]}$`)])
  }
  const begins = await heardByAll(async () => {
    const newcomer = await RawSocket.open(url, PATH)
    await newcomer.heardTimes(1)
    newcomer.leave()
  })
  expect([...begins]).toEqual([
    expect.stringMatching(/^{"message":"游戏开始","gameStatus":1,"position":[1-6]}$/),
  ])

  for (const [at, one] of crowd.entries()) at % 2 === 0 ? one.leave() : one.tcp.destroy()
  return Math.max(...took)
}

async function connectionsAt(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return Number(/^dice_room_connections (\d+)$/m.exec(metrics)?.[1])
}
