import { beforeEach, describe, expect, it } from 'vitest'
import { SeedBox } from './seed-box.ts'
import { FakeEnvironment } from './testing/fake-environment.ts'

const DAY_MS = 24 * 3_600_000

let environment: FakeEnvironment
let box: SeedBox

beforeEach(() => {
  environment = new FakeEnvironment()
  box = new SeedBox('DESK22', environment)
})

/** Draws a seal, and uses it up. */
async function play(deal: number, from = box): Promise<string> {
  const seal = await from.next('p1')
  from.use(seal, deal)
  environment.clock.sleep(1)
  return seal
}

describe('the seeds of a browser', () => {
  it('[BS3] wait for a deal, one at a time, whoever asks for them', async () => {
    const [one, two] = await Promise.all([box.next('p1'), box.next('p1')])
    expect(two).toBe(one)
    expect(await new SeedBox('DESK22', environment).next('p1')).toBe(one)
    const tabs = ['DESK24', 'DESK24'].map(room => new SeedBox(room, environment))
    const [left, right] = await Promise.all(tabs.map(tab => tab.next('p1')))
    expect(right).toBe(left)
    expect(await new SeedBox('DESK23', environment).next('p1')).not.toBe(one)
  })

  it('[BS3] are those of one player: who is somebody else now hands in another seal', async () => {
    expect(await box.next('p2')).not.toBe(await box.next('p1'))
  })

  it('[BS3] that wait are those that the log says, if they were drawn here', async () => {
    const seal = await box.next('p1')
    const other = await new SeedBox('DESK22', environment).next('p2')
    box.waits('p1', 'ab'.repeat(32))
    box.waits('p1', seal)
    expect(await box.next('p1')).toBe(seal)
    box.use(seal, 1)
    box.waits('p1', seal)
    expect([seal, other]).not.toContain(await box.next('p1'))
  })

  it('[BS4] are opened in the deal that they were sealed for, and in no other', async () => {
    const seal = await play(3)
    expect(box.seedFor(3, seal)).toMatch(/^[0-9a-f]{32}$/)
    expect(box.seedFor(4, seal)).toBeNull()
    expect(box.seedFor(3, 'ab'.repeat(32))).toBeNull()
  })

  it('[BS14] of old deals are thrown away, the one that waits and the latest are kept', async () => {
    const used: string[] = []
    for (let deal = 1; deal <= 30; deal += 1) used.push(await play(deal))
    const waiting = await box.next('p1')
    const kept = [...used, waiting].filter(seal => environment.stored.has(`diceroom.seed.DESK22.${seal}`))
    expect(kept).toEqual([...used.slice(-7), waiting])
  })

  it('[BS14] of rooms that nobody came back to are thrown away after 30 days', async () => {
    await new SeedBox('DESK23', environment).next('p1')
    environment.clock.sleep(20 * DAY_MS)
    await new SeedBox('DESK24', environment).next('p1')
    environment.clock.sleep(20 * DAY_MS)
    await box.next('p1')
    const rooms = [...environment.stored.keys()].map(key => key.split('.')[2])
    expect(rooms.toSorted()).toEqual(['DESK22', 'DESK22', 'DESK24', 'DESK24'])
  })
})
