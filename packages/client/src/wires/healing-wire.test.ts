import { describe, expect, it } from 'vitest'
import { HealingWire } from './healing-wire.ts'
import { FakeWires } from './testing/fake-wires.ts'

function started() {
  const world = new FakeWires()
  const heard: string[] = []
  const wire = new HealingWire('/ws/chat/', { world, hear: text => heard.push(text) })
  return { world, heard, wire, status: () => wire.status.getState() }
}

describe('a wire that heals', () => {
  it('opens, hears and sends', () => {
    const { world, heard, wire, status } = started()
    expect([world.last.path, status()]).toEqual(['/ws/chat/', 'connecting'])
    world.last.ear.opened()
    world.last.ear.text('hello')
    expect([status(), wire.send('hi'), world.last.sent, heard]).toEqual(['open', 'sent', ['hi'], ['hello']])
  })

  it('[LB5] refuses to send while it is not open, and queues nothing', async () => {
    const { world, wire } = started()
    expect(wire.send('too early')).toBe('not open')
    world.last.ear.opened()
    world.last.breaks()
    expect(wire.send('too late')).toBe('not open')
    await world.clock.pass(500)
    world.last.ear.opened()
    expect(world.last.sent).toEqual([])
  })

  it('tries again, each time later, and at once when there may be a way again', async () => {
    const { world, wire, status } = started()
    world.last.breaks()
    expect(status()).toBe('lost')
    await world.clock.pass(499)
    expect(world.wires).toHaveLength(1)
    await world.clock.pass(1)
    expect([world.wires.length, status()]).toEqual([2, 'lost'])
    world.last.breaks()
    await world.clock.pass(799)
    expect(world.wires).toHaveLength(2)
    wire.hurry()
    expect(world.wires).toHaveLength(3)
    world.last.ear.opened()
    expect([status(), world.clock.waiting]).toEqual(['open', 0])
  })

  it('gives up an attempt that hangs', async () => {
    const { world, status } = started()
    await world.clock.pass(10_000)
    expect([world.last.isClosed, status()]).toEqual([true, 'lost'])
  })

  it('is dropped by whoever knows that the network is gone', () => {
    const { world, wire, status } = started()
    world.last.ear.opened()
    wire.drop()
    expect([world.last.isClosed, status()]).toEqual([true, 'lost'])
  })

  it('[LB8] leaves no timer and no socket behind when it is closed, wherever it stood', () => {
    for (const before of ['trying', 'open', 'waiting'] as const) {
      const { world, wire, status } = started()
      if (before === 'open') world.last.ear.opened()
      if (before === 'waiting') world.last.breaks()
      wire.close()
      expect([before, world.clock.waiting, world.last.isClosed, status()]).toEqual([
        before,
        0,
        true,
        'closed',
      ])
      wire.hurry()
      wire.drop()
      expect([world.wires.length, world.clock.waiting]).toEqual([1, 0])
    }
  })
})
