import { type Rejection, rejection } from '@diceroom/shared/protocol/rejections.ts'
import type { Outgoing } from '../../sessions/session.ts'
import { textFrame } from './frame.ts'

// The frames of `/ws/v1`, each one JSON object.

/** How the client numbers a request; the answer bears the same. */
export type Ref = string | number

const REF_MAX = 64

/** An event as bytes that are ready to be sent. */
export const encodeV1 = ({ name, json }: Pick<Outgoing, 'name' | 'json'>): Buffer =>
  textFrame(`{"type":"${name}",${json.slice(1)}`)

/** `answer` is an object with a field at least. */
export const answerText = (ref: Ref, answer: unknown): string =>
  `{"type":"answer","ref":${JSON.stringify(ref)},${JSON.stringify(answer).slice(1)}`

/** What is wrong with a frame that cannot be answered; `ref` where it has one all the same. */
export const errorText = ({ code, message }: Rejection, ref?: Ref): string =>
  JSON.stringify({ type: 'error', ref, error: { code, message } })

/** A frame of a client, taken apart; `type` is `null` where there is none, `ref` absent where there is none that will do. */
export interface ClientFrame {
  readonly type: string | null
  readonly ref: Ref | undefined
  readonly payload: Readonly<Record<string, unknown>>
}

/** `null` for what is no JSON object. */
export function readFrame(text: string): ClientFrame | null {
  const frame = parsed(text)
  if (typeof frame !== 'object' || frame === null || Array.isArray(frame)) return null
  const { type, ref, ...payload } = frame as Readonly<Record<string, unknown>>
  return { type: typeof type === 'string' ? type : null, ref: isRef(ref) ? ref : undefined, payload }
}

/** Why a frame is no request. */
export function problemOf(frame: ClientFrame | null): Rejection {
  if (!frame) return rejection('bad_request', 'A frame is one JSON object.')
  if (frame.type === null) return rejection('bad_request', 'type: it names the request, and is missing.')
  if (frame.type === 'hello') return rejection('bad_request', 'A connection says hello once.')
  return rejection('bad_request', `ref: a number, or a text of at most ${REF_MAX} characters.`)
}

/** Whether it comes back as it was sent. */
const isRef = (value: unknown): value is Ref =>
  typeof value === 'string'
    ? value.length <= REF_MAX
    : typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER

const AT_THE_BEGINNING =
  /^\s*\{\s*(?:"type"\s*:\s*"\w*"\s*,\s*)?"ref"\s*:\s*("(?:[^"\\]|\\.){0,64}"|-?\d+(?:\.\d+)?)\s*,/

/** The `ref` of a frame that is refused unread, also where no more than its beginning is there. */
export function refIn(text: string): Ref | undefined {
  const whole = readFrame(text)
  if (whole) return whole.ref
  const ref = parsed(AT_THE_BEGINNING.exec(text)?.[1] ?? '')
  return isRef(ref) ? ref : undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
