import { expect, it, vi } from 'vitest'
import { created, given, join, roll, start } from '../testing/given.ts'
import { pieceMoved } from '../testing/race-events.ts'
import { gameOf, rulesVersion } from './registry.ts'

/** The version of the rules that race has here beside its own: in it a piece always goes home. */
const LATEST = vi.hoisted(() => 3)

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
    rulesVersion: id => (id === 'race' ? LATEST : registry.rulesVersion(id)),
    gameOf: (id, version = known.rulesVersion(id)) =>
      id === 'race' && version === LATEST ? homing : registry.gameOf(id, version),
  }
  return known
})

const racing = (rules: number) =>
  given({ ...created('race'), rules, options: gameOf('race', rules).options.parse({}) } as ReturnType<
    typeof created
  >)
    .when(join('ada'))
    .when(start('ada'), 3)
    .when(roll('ada'), 2)
    .gives(pieceMoved(0, 0, 2, { next: 0 }))

it('[GM12] is played in a room by the rules that the room began with', () => {
  expect(racing(1).state.view).toMatchObject({ squares: [2] })
  expect(racing(2).state.view).toMatchObject({ squares: [2] })
  expect(racing(LATEST).state.view).toMatchObject({ squares: [0] })
})
it('[GM12] is played in new rooms by the latest rules', () => {
  expect(rulesVersion('race')).toBe(LATEST)
  expect(created('race')).toMatchObject({ rules: LATEST })
})
it('[GM12] is not played by rules that this program does not know', () => {
  expect(() => gameOf('race', 4)).toThrow('the rules of race in version 4 are not known')
  expect(() => racing(4).state).toThrow('not known')
})
