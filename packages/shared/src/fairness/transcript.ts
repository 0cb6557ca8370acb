import * as z from 'zod/mini'
import { gameOf, isGameId } from '../games/registry.ts'
import { isTableEvent, type LoggedEvent, type LoggedTableEvent, type TableEvent } from '../room/events.ts'
import { AnyEvent, GameEventShape, TABLE_SHAPES } from './event-shapes.ts'
import { type Reason, reason } from './reasons.ts'
import { isObject } from './same.ts'

// From unknown JSON to the events of a room, one after the other from the first to the last.

/** An event, and all that the transcript says of it. */
export interface Line {
  readonly event: LoggedEvent
  readonly raw: Readonly<Record<string, unknown>>
}

type CreatedEvent = Extract<LoggedTableEvent, { type: 'room_created' }>

export interface Transcript {
  readonly room: string
  readonly lastSeq: number
  readonly created: CreatedEvent
  /** `room_created` is the first of them. */
  readonly lines: readonly Line[]
}

const Envelope = z.object({
  version: z.literal(1),
  room: z.string().check(z.minLength(1)),
  lastSeq: z.int().check(z.minimum(1)),
  complete: z.boolean(),
  events: z.array(z.unknown()).check(z.minLength(1)),
})

/** What a transcript holds, or why it cannot be read. */
export function readTranscript(value: unknown): Transcript | Reason {
  const envelope = Envelope.safeParse(value)
  if (!envelope.success) {
    return reason('not_a_transcript', { what: wrongField(envelope.error, 'it') })
  }
  const { room, lastSeq, complete, events } = envelope.data
  const lines: Line[] = []
  for (const raw of events) {
    const line = readLine(raw, lines.length + 1)
    if ('code' in line) return line
    lines.push(line)
  }
  const seq = lines.length
  if (lastSeq > seq || !complete) return reason('tail_missing', { lastSeq, seq })
  if (lastSeq < seq) return reason('not_a_transcript', { what: `its lastSeq is ${lastSeq}, and it goes on` })
  const created = lines[0]?.event
  if (!created || !isCreated(created)) {
    return reason('commitment_not_first', { seq: 1, type: created?.type ?? 'nothing' })
  }
  if (created.room !== room) return reason('other_room', { seq: 1, found: created.room, room })
  return { room, lastSeq, created, lines }
}

function readLine(raw: unknown, seq: number): Line | Reason {
  const stamped = AnyEvent.safeParse(raw)
  if (!stamped.success || !isObject(raw)) {
    const what = stamped.success ? 'it is not an event' : wrongField(stamped.error, 'it')
    return reason('bad_event', { seq, what })
  }
  const { type, seq: found } = stamped.data
  if (found !== seq) return reason('event_missing', { seq, found })
  if (type === 'room_created') {
    const unknown = unknownGame(stamped.data)
    if (unknown) return unknown
  }
  const parsed = isTableType(type) ? TABLE_SHAPES[type].safeParse(raw) : GameEventShape.safeParse(raw)
  if (!parsed.success) return reason('bad_event', { seq, what: wrongField(parsed.error, type) })
  return { event: parsed.data, raw }
}

/** A game, or a version of its rules, that this program does not have: the dice may be right, and nobody can say. */
function unknownGame({ game, rules }: Readonly<Record<string, unknown>>): Reason | null {
  if (typeof game !== 'string' || typeof rules !== 'number') return null
  try {
    if (isGameId(game) && gameOf(game, rules)) return null
  } catch {
    // Said below.
  }
  return reason('unknown_game', { game, rules })
}

const isTableType = (type: string): type is TableEvent['type'] => Object.hasOwn(TABLE_SHAPES, type)

const isCreated = (event: LoggedEvent): event is CreatedEvent =>
  isTableEvent(event) && event.type === 'room_created'

/** Which field of something does not do. */
function wrongField({ issues }: z.core.$ZodError, whole: string): string {
  const path = issues[0]?.path.join('.')
  return path ? `the field ${path} of ${whole} is missing or wrong` : `${whole} is not an object`
}
