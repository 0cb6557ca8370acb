import fc from 'fast-check'
import { cloneOf } from './honest-log.ts'

/** A place in some JSON, and what is put there. */
export interface Mangling {
  /** Which of the keys, at each depth. */
  readonly path: readonly number[]
  readonly value: unknown
}

export const anyMangling: fc.Arbitrary<Mangling> = fc.record({
  path: fc.array(fc.nat(1_000), { minLength: 1, maxLength: 6 }),
  value: fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(-1, 1.5, 1e300, 2 ** 53, '0', '__proto__', 'f'.repeat(64), 'F'.repeat(64), []),
  ),
})

/** The same JSON with something else in one place. */
export function mangled(json: unknown, { path, value }: Mangling): unknown {
  const whole: unknown = cloneOf(json)
  let at: unknown = whole
  for (const [depth, pick] of path.entries()) {
    if (typeof at !== 'object' || at === null) break
    const keys = Object.keys(at)
    const key = keys[pick % Math.max(1, keys.length)]
    if (key === undefined) break
    const inner: unknown = Reflect.get(at, key)
    const isLast = depth === path.length - 1 || typeof inner !== 'object' || inner === null
    if (isLast) {
      Reflect.set(at, key, value)
      break
    }
    at = inner
  }
  return whole
}
