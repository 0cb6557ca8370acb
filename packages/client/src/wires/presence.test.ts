import type { Player } from '@diceroom/sdk/connection/line.ts'
import { expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { Presence } from './presence.ts'
import { FakeWires } from './testing/fake-wires.ts'

function started(player: Player | null = { id: 'p1', name: '' }) {
  const world = new FakeWires()
  const who = createStore<Player | null>(() => player)
  return { world, who, presence: new Presence({ world, player: who }) }
}

it('[LB10] says which player is here, and waits until that is known', () => {
  const { world, who } = started(null)
  expect(world.wires).toEqual([])
  who.setState({ id: 'p/1', name: '' }, true)
  expect(world.last.path).toBe('/ws/presence/?player=p%2F1')
})

it('[LB10] hears how many are online', () => {
  const { world, presence } = started()
  expect(presence.told.getState()).toEqual({ online: null, heard: 0 })
  world.last.ear.text('{"msg":"AnonymousUser Connected","online":2,"users":["AnonymousUser","Ada"]}')
  world.last.ear.text('{"error":{"code":"bad_request","message":"?"}}')
  expect(presence.told.getState()).toEqual({ online: 2, heard: 1 })
})

it('comes again as somebody else who logs in, and under the same name not', () => {
  const { world, who } = started()
  who.setState({ id: 'p1', name: 'Ada' }, true)
  expect(world.wires).toHaveLength(1)
  who.setState({ id: 'p2', name: 'Ada' }, true)
  expect(world.wires.map(({ path, isClosed }) => [path.slice(-2), isClosed])).toEqual([
    ['p1', true],
    ['p2', false],
  ])
})

it('[LB8] is gone when it is closed', () => {
  const { world, who, presence } = started()
  presence.close()
  who.setState({ id: 'p3', name: '' }, true)
  expect([world.wires.length, world.last.isClosed, world.clock.waiting]).toEqual([1, true, 0])
})
