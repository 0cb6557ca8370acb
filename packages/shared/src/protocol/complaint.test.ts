import { expect, it } from 'vitest'
import { z } from 'zod'
import { complaintOf, PLAINLY } from './complaint.ts'

const Wish = z.strictObject({
  id: z.string().min(1).max(64),
  limit: z.coerce.number().int().positive().max(10_000).optional(),
  seq: z.int().optional(),
  as: z.enum(['player', 'spectator']).optional(),
  private: z.boolean().optional(),
  seal: z
    .string()
    .regex(/^[0-9a-f]+$/)
    .optional(),
  url: z.url().optional(),
  name: z
    .string()
    .refine(name => name !== 'x', 'no x')
    .optional(),
})

it.each([
  [{}, 'id: missing'],
  [{ id: 7 }, 'id: a text'],
  [{ id: '' }, 'id: at least 1 character'],
  [{ id: 'x'.repeat(65) }, 'id: at most 64 characters'],
  [{ limit: 10_001 }, 'limit: at most 10,000'],
  [{ limit: 0 }, 'limit: more than 0'],
  [{ limit: 'x' }, 'limit: a number'],
  [{ limit: '1.5' }, 'limit: a whole number'],
  [{ seq: '7' }, 'seq: a number'],
  [{ as: 'king' }, 'as: one of player, spectator'],
  [{ private: 'yes' }, 'private: true or false'],
  [{ seal: 'G' }, 'seal: of another form'],
  [{ url: 'x' }, 'url: an address such as https://example.org'],
  [{ name: 'x' }, 'name: no x'],
  [{ loud: true }, 'unknown field "loud"'],
  [{ [`\u202e${'y'.repeat(100)}`]: true }, `unknown field " ${'y'.repeat(39)}"`],
  [null, 'an object'],
])('[WR27] says in plain words what is wrong with %o', (given, said) => {
  const wish =
    given === null || 'id' in given || Object.keys(given).length === 0 ? given : { id: 'a', ...given }
  const { error } = Wish.safeParse(wish, PLAINLY)
  expect(error && complaintOf(error)).toBe(said)
})

it('[WR27] names what is wrong as a whole', () => {
  const { error } = Wish.safeParse(7, PLAINLY)
  expect(error && complaintOf(error, 'options')).toBe('options: an object')
})
