import { describe, expect, it } from 'vitest'
import { FakeWires } from '../../wires/testing/fake-wires.ts'
import { EchoMeter } from './echo-meter.ts'
import { PushRun } from './push-run.ts'
import { type Findings, figuresOf, verdictOn } from './verdict.ts'

const EVEN = Array.from({ length: 10 }, (_, at) => at * 500)

describe('the echo', () => {
  const started = () => {
    const world = new FakeWires()
    const meter = new EchoMeter({ world, now: () => world.clock.now() })
    return { world, meter, trips: () => meter.trips.getState() }
  }
  const comesBack = (world: FakeWires) => world.last.ear.text(world.last.sent.at(-1) ?? '')

  it('[LB13] is asked once a second, from open to close', async () => {
    const { world, meter, trips } = started()
    await world.clock.pass(3_000)
    expect(world.last.sent).toEqual([])
    world.last.ear.opened()
    await world.clock.pass(20)
    comesBack(world)
    await world.clock.pass(980)
    comesBack(world)
    expect(world.last.sent).toEqual(['hello 1', 'hello 2'])
    expect(trips()).toEqual([20, 0])
    meter.close()
    expect(world.clock.waiting).toBe(0)
    await world.clock.pass(5_000)
    expect(world.last.sent).toHaveLength(2)
  })

  it('[LB13] what does not come back within five seconds is lost, and what comes later counts no more', async () => {
    const { world, trips } = started()
    world.last.ear.opened()
    await world.clock.pass(5_000)
    expect(trips()).toEqual([null])
    world.last.ear.text('hello 1')
    world.last.ear.text('something else')
    expect(trips()).toEqual([null])
  })

  it('[LB16] its timer stops with the socket, and starts with the next one', async () => {
    const { world, trips } = started()
    world.last.ear.opened()
    world.last.breaks()
    expect(trips()).toEqual([null])
    const [broken] = world.wires
    await world.clock.pass(3_000)
    expect(broken?.sent).toHaveLength(1)
    expect(world.wires).toHaveLength(2)
    world.last.ear.opened()
    await world.clock.pass(1_000)
    expect(world.last.sent).toEqual(['hello 2', 'hello 3'])
  })

  it('keeps the last minute', async () => {
    const { world, trips } = started()
    world.last.ear.opened()
    for (let second = 0; second < 100; second += 1) {
      comesBack(world)
      await world.clock.pass(1_000)
    }
    expect(trips()).toHaveLength(60)
  })
})

describe('the push stream', () => {
  const started = () => {
    const world = new FakeWires()
    const run = new PushRun({ world, now: () => world.clock.now() })
    return { world, run, pushed: () => run.pushed.getState() }
  }

  it('[LB14] is ten messages after one frame of JSON, and an end in order', async () => {
    const { world, pushed } = started()
    expect([world.last.path, pushed().state]).toEqual(['/ws/stream/', 'opening'])
    world.last.ear.opened()
    expect(world.last.sent.map(text => typeof JSON.parse(text))).toEqual(['object'])
    for (let n = 0; n < 10; n += 1) {
      world.last.ear.text(`service message: ${n}`)
      await world.clock.pass(500)
    }
    expect(pushed()).toEqual({ state: 'arriving', arrived: EVEN })
    world.last.breaks(1000)
    expect([pushed().state, world.clock.waiting]).toEqual(['done', 0])
  })

  it('is broken where it ends early, or never begins', async () => {
    const early = started()
    early.world.last.ear.opened()
    early.world.last.ear.text('service message: 0')
    early.world.last.breaks(1000)
    const never = started()
    await never.world.clock.pass(15_000)
    expect([early.pushed().state, never.pushed().state]).toEqual(['broken', 'broken'])
  })

  it('[LB16] leaves nothing behind when it is closed', () => {
    const { world, run } = started()
    run.close()
    expect([world.clock.waiting, world.last.isClosed]).toEqual([0, true])
  })
})

describe('the verdict', () => {
  const fine: Findings = {
    status: 'online',
    way: 'websocket',
    echo: 'open',
    trips: [12, 11, 13, 12, 30],
    pushed: { state: 'done', arrived: EVEN },
  }
  const verdict = (but: Partial<Findings>) => verdictOn({ ...fine, ...but })

  it('has its figures from what came back', () => {
    expect(figuresOf([10, null, 30, 20])).toEqual({ last: 20, median: 20, lowest: 10, lost: 1 })
    expect(figuresOf([null])).toBeNull()
  })

  it('[LB15] is good where all comes soon and evenly', () => {
    expect(verdict({})).toBe('good')
  })

  it('[LB15] waits for enough', () => {
    expect(verdict({ trips: [10, 11] })).toBe('measuring')
    expect(verdict({ pushed: { state: 'arriving', arrived: [0, 500] } })).toBe('measuring')
    expect(verdict({ way: null, status: 'connecting' })).toBe('measuring')
  })

  it('[LB15] knows long-polling, by its name and by the socket that does not open', () => {
    expect(verdict({ way: 'polling' })).toBe('polling')
    expect(verdict({ echo: 'lost', trips: [] })).toBe('polling')
  })

  it('[LB15] knows distance from unrest, and both from a proxy that holds things back', () => {
    expect(verdict({ trips: [310, 300, 320, 305, 311] })).toBe('far')
    expect(verdict({ trips: [12, 11, 900, 12, 30] })).toBe('good')
    expect(verdict({ trips: [12, 11, 900, 12, 30, null] })).toBe('unsteady')
    expect(verdict({ pushed: { state: 'done', arrived: EVEN.map(() => 0) } })).toBe('held')
    expect(verdict({ pushed: { state: 'broken', arrived: [] } })).toBe('held')
    const jolt = EVEN.map((at, n) => (n === 4 ? at + 1_600 : at))
    expect(verdict({ pushed: { state: 'done', arrived: jolt } })).toBe('held')
  })

  it('[LB15] knows a server that is away', () => {
    expect(verdict({ status: 'offline', way: null, echo: 'lost' })).toBe('away')
  })
})
