import * as z from 'zod/mini'
import { ask } from '../../account/account-api.ts'
import { hasFace } from '../../games/registry.ts'

const count = z.int().check(z.nonnegative())
const Score = z.object({ games: count, wins: count })

const Person = z.object({
  name: z.string(),
  /** When the account was made, server time in ms. */
  since: z.number(),
  statistics: z.object({
    ...Score.shape,
    byGame: z.record(z.string(), Score),
    luck: z.object({ dice: count, z: z.nullable(z.number()) }),
  }),
})
export type Person = z.output<typeof Person>

/** What somebody shows of themselves. Games that this page does not know yet are left out. */
export async function personOf(
  name: string,
  signal: AbortSignal,
): Promise<Person | 'nobody' | 'unreachable'> {
  const answer = await ask(`/api/people/${encodeURIComponent(name)}`, { signal })
  if (!answer.ok) return answer.code === 'no_such_person' ? 'nobody' : 'unreachable'
  return Person.safeParse(answer.body).data ?? 'unreachable'
}

export const gamesOf = ({ statistics: { byGame } }: Person) =>
  Object.entries(byGame).flatMap(([game, score]) => (hasFace(game) ? [{ game, ...score }] : []))
