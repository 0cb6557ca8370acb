import { z } from 'zod'

// A transcript as docs/fairness.md tells it.

const hex = (bytes: number) => z.string().regex(new RegExp(`^([0-9a-f]{2}){${bytes}}$`))
const bySeat = (bytes: number) => z.record(z.string().regex(/^(0|[1-9]\d{0,2})$/), hex(bytes))
const Seat = z.int().min(0).max(255)

const RollShape = z.looseObject({
  deal: z.int(),
  who: z.string().regex(/^(-|v[1-9]\d*|0|[1-9]\d*)$/),
  n: z.int(),
  count: z.int().min(1).max(1000),
  sides: z.int().min(2).max(256),
  faces: z.array(z.int()).nullable(),
  secretTo: Seat.optional(),
})
export type Roll = z.infer<typeof RollShape>

const chain = { commitment: hex(32), chainLength: z.int().min(1) }

/** Game events may call other things by these names. */
const COMMON = ['seq', 'type', 'seat', 'rolls']
const OF_TYPE: Readonly<Record<string, readonly string[]>> = {
  room_created: ['room', 'commitment', 'chainLength'],
  player_joined: ['seal'],
  seal_given: ['seal'],
  deal_opened: ['deal', 'seals', 'next'],
  seed_opened: ['deal', 'seed', 'nextSeal'],
  deal_ready: ['deal', 'seeds', 'missing'],
  deal_closed: ['deal', 'secret'],
}

function fieldsOfType(event: unknown): unknown {
  if (typeof event !== 'object' || event === null) return event
  const type = 'type' in event && typeof event.type === 'string' ? event.type : ''
  const kept = [...COMMON, ...(Object.hasOwn(OF_TYPE, type) ? (OF_TYPE[type] ?? []) : [])]
  return Object.fromEntries(Object.entries(event).filter(([field]) => kept.includes(field)))
}

/** The fields of all events that the dice hang on; each has those of its type. */
const EventShape = z.object({
  seq: z.int(),
  type: z.string(),
  room: z.string().optional(),
  commitment: chain.commitment.optional(),
  chainLength: chain.chainLength.optional(),
  seat: Seat.optional(),
  seal: hex(32).optional(),
  deal: z.int().optional(),
  seals: bySeat(32).optional(),
  next: z.looseObject(chain).optional(),
  seed: hex(16).optional(),
  nextSeal: hex(32).optional(),
  seeds: bySeat(16).optional(),
  missing: z.array(Seat).optional(),
  secret: hex(32).optional(),
  rolls: z.array(RollShape).optional(),
})
export type Event = z.infer<typeof EventShape>

export const TranscriptShape = z.looseObject({
  version: z.literal(1, 'version: not 1'),
  room: z.string(),
  lastSeq: z.int(),
  complete: z.boolean(),
  events: z.array(z.preprocess(fieldsOfType, EventShape)).min(1, 'there are none'),
})
export type Transcript = z.infer<typeof TranscriptShape>
