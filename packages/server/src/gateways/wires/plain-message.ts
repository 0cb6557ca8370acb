import { TEXT_MAX } from '@diceroom/shared/protocol/limits.ts'
import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import { z } from 'zod'

// What the older wires have in common.

/** Other fields may be there and mean nothing. */
const Said = z.object({ message: z.string() })

/** A frame of JSON, or `bad_request`. */
export function jsonIn(frame: string): Result<unknown, Rejection> {
  try {
    return ok(JSON.parse(frame))
  } catch {
    return refuse('bad_request', 'This is not JSON.')
  }
}

/** The text in `{"message": <text>}`, exactly as it came; `bad_request`, or `too_large` for over 500 characters. */
export function messageIn(frame: string): Result<string, Rejection> {
  const json = jsonIn(frame)
  return json.ok ? saidMessage(json.value) : json
}

/** The same of what was JSON. */
export function saidMessage(json: unknown): Result<string, Rejection> {
  const said = Said.safeParse(json)
  return said.success
    ? checkedMessage(said.data.message)
    : refuse('bad_request', 'A message is {"message": "…"}.')
}

/** A message, if it is not too long. */
export function checkedMessage(message: string): Result<string, Rejection> {
  // A character is at most two UTF-16 units: long texts are not walked over.
  const isShort = message.length <= TEXT_MAX * 2 && [...message].length <= TEXT_MAX
  return isShort ? ok(message) : refuse('too_large', `A message has at most ${TEXT_MAX} characters.`)
}

/** These wires know no subprotocols: whichever the client would like best is agreed to. */
export const firstOffered = (offered: readonly string[]): string | undefined => offered[0]
