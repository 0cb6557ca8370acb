import { expect, it, vi } from 'vitest'
import { created, given, join, roll, start } from '../testing/given.ts'
import { pieceMoved } from '../testing/race-events.ts'
import { gameOf, rulesVersion } from './registry.ts'

// Here race has a second version of its rules, in which a piece always goes home.
vi.mock('./registry.ts', async importOriginal => {
  const registry = await importOriginal<typeof import('./registry.ts')>()
  const { race } = await import('./race/rules.ts')
  const { seal } = await import('./game.ts')
  const homing = seal({
    ...race,
    evolve: (state, event) => {
      const after = race.evolve(state, event)
      return event.type === 'piece_moved' ? { ...after, squares: after.squares.map(() => 0) } : after
    },
  })
  const known: typeof registry = {
    ...registry,
    rulesVersion: id => (id === 'race' ? 2 : registry.rulesVersion(id)),
    gameOf: (id, version = known.rulesVersion(id)) =>
      id === 'race' && version === 2 ? homing : registry.gameOf(id, version),
  }
  return known
})

const racing = (rules: number) =>
  given({ ...created('race'), rules } as ReturnType<typeof created>)
    .when(join('ada'))
    .when(start('ada'), 3)
    .when(roll('ada'), 2)
    .gives(pieceMoved(0, 0, 2, { next: 0 }))

it('[GM12] is played in a room by the rules that the room began with', () => {
  expect(racing(1).state.view).toMatchObject({ squares: [2] })
  expect(racing(2).state.view).toMatchObject({ squares: [0] })
})
it('[GM12] is played in new rooms by the latest rules', () => {
  expect(rulesVersion('race')).toBe(2)
  expect(created('race')).toMatchObject({ rules: 2 })
})
it('[GM12] is not played by rules that this program does not know', () => {
  expect(() => gameOf('race', 3)).toThrow('the rules of race in version 3 are not known')
  expect(() => racing(3).state).toThrow('not known')
})
