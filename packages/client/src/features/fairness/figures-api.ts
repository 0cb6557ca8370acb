import * as z from 'zod/mini'
import type { FaceCounts } from '../../statistics/histogram.ts'

const count = z.int().check(z.nonnegative())
const Answer = z.object({
  dice: z.array(
    z.object({ sides: z.int().check(z.minimum(2)), faces: z.array(count).check(z.minLength(2)) }),
  ),
})

/** How every die fell that this server ever rolled, the one with the fewest sides first; `null` if it does not say. */
export async function figuresOfServer(signal: AbortSignal): Promise<readonly FaceCounts[] | null> {
  try {
    const response = await fetch('/api/figures', { signal })
    if (!response.ok) return null
    const { data } = Answer.safeParse(await response.json())
    return data ? data.dice.toSorted((a, b) => a.sides - b.sides) : null
  } catch {
    return null
  }
}
