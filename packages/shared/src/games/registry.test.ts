import { expect, it } from 'vitest'
import { GAME_IDS, gameOf, isGameId } from './registry.ts'

it.each(GAME_IDS)('[GM11] lists %s under its own id', id => {
  expect(isGameId(id)).toBe(true)
  expect(gameOf(id).id).toBe(id)
  expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
})
it.each(['', 'Race', 'race ', 'chess', 'constructor', '__proto__', 'toString'])(
  '[GM11] has no game "%s"',
  id => {
    expect(isGameId(id)).toBe(false)
  },
)
