import { REJECTION_CODES, type RejectionCode } from '@diceroom/shared/protocol/rejections.ts'
import * as z from 'zod/mini'

const Name = z.nullable(z.string())
const Lines = z.object({
  lines: z.array(z.object({ id: z.int(), at: z.number(), text: z.string(), name: Name })),
})
const People = z.object({
  online: z.int(),
  people: z.array(z.object({ name: Name, account: z.boolean(), table: z.nullable(z.string()) })),
})

/** A line as `GET /api/lobby/chat` lists it: `id` counts since the server started, `name` is that of an account. */
export type KeptLine = z.infer<typeof Lines>['lines'][number]

/** Who is online, each once; `name` is `null` for a guest who sits at no public table. */
export type People = z.infer<typeof People>

/** What was said last, the oldest first; `null` if the server cannot be reached. */
export const lobbyLines = async (signal: AbortSignal): Promise<readonly KeptLine[] | null> =>
  Lines.safeParse(await answerTo('/api/lobby/chat', signal)).data?.lines ?? null

/** Who is online; `null` if the server cannot be reached. */
export const peopleOnline = async (signal: AbortSignal): Promise<People | null> =>
  People.safeParse(await answerTo('/api/people', signal)).data ?? null

const Refused = z.object({ error: z.object({ code: z.enum(REJECTION_CODES) }) })

/** Says a line where no WebSocket is let through. */
export async function sayByHttp(text: string): Promise<'said' | 'not open' | RejectionCode> {
  try {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ message: text })
    const response = await fetch('/api/lobby/chat', { method: 'POST', headers, body })
    if (response.ok) return 'said'
    return Refused.safeParse(await response.json()).data?.error.code ?? 'internal'
  } catch {
    return 'not open'
  }
}

async function answerTo(path: string, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(path, { signal })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
