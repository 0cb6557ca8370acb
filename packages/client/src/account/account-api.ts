import { REJECTION_CODES, type RejectionCode } from '@diceroom/shared/protocol/rejections.ts'
import * as z from 'zod/mini'

/** Somebody's account, as the server tells it to themselves. */
export interface Account {
  readonly name: string
  readonly player: string
  /** Whether nobody else is shown the profile. */
  readonly hidden: boolean
  /** When it was made, server time in ms. */
  readonly since: number
}

/** Why something was not done: what the server said, or that it could not be asked. */
export interface Trouble {
  readonly code: RejectionCode | 'unreachable'
  /** How long to wait before the next try, in seconds. */
  readonly wait: number | null
}

export type Answered = { readonly ok: true; readonly body: unknown } | ({ readonly ok: false } & Trouble)

const AccountBody = z.object({
  account: z.nullable(
    z.object({ name: z.string(), player: z.string(), hidden: z.boolean(), since: z.number() }),
  ),
})
const ErrorBody = z.object({ error: z.object({ code: z.enum(REJECTION_CODES) }) })

interface Ask {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: object
  readonly signal?: AbortSignal
}

/** Asks the server something about accounts and people; never throws. */
export async function ask(path: string, { method = 'GET', body, signal }: Ask = {}): Promise<Answered> {
  try {
    const response = await fetch(path, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
      ...(signal ? { signal } : {}),
    })
    const said: unknown = await response.json()
    if (response.ok) return { ok: true, body: said }
    const wait = Number(response.headers.get('retry-after')) || null
    return { ok: false, code: ErrorBody.safeParse(said).data?.error.code ?? 'internal', wait }
  } catch {
    return { ok: false, code: 'unreachable', wait: null }
  }
}

/** The account in an answer; `null` for a guest. */
export const accountIn = (body: unknown): Account | null => AccountBody.safeParse(body).data?.account ?? null
