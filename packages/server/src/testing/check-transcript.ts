import { entropyOf, facesOf, hashOf } from './dice-by-hand.ts'
import { type Event, type Roll, type Transcript, TranscriptShape } from './transcript-shape.ts'

// The server's own check of a transcript, for tests: written from docs/fairness.md alone, it shares no code with the
// page's checker, with docs/verify.py or with what rolls. It goes deal by deal, and gives all that is wrong.

interface TranscriptCheck {
  /** What is wrong and where; empty where everything holds. */
  readonly complaints: readonly string[]
  /** Whether there were deals, and none is open. */
  readonly finished: boolean
  readonly rolls: number
  /** How many seats did not open their seal, in all deals. */
  readonly missing: number
}

/** Checks the dice of a transcript, as it was downloaded; the rules of its game are not looked at. */
export function checkTranscript(transcript: unknown): TranscriptCheck {
  const parsed = TranscriptShape.safeParse(transcript)
  if (!parsed.success) {
    const complaints = parsed.error.issues.map(({ path, message }) => `${place(path)}${message}`)
    return { complaints, finished: false, rolls: 0, missing: 0 }
  }
  const { room, events } = parsed.data
  const disorder = [...orderComplaints(parsed.data)]
  const { deals, strays } = disorder.length > 0 ? { deals: [], strays: [] } : dealsOf(events)
  const complaints = [
    ...disorder,
    ...strays,
    ...endComplaints(events, deals),
    ...deals.flatMap((deal, at) => [...dealComplaints(deal, deals[at - 1]), ...rollComplaints(deal, room)]),
  ]
  return {
    complaints,
    finished: deals.length > 0 && deals.every(({ closed }) => closed !== undefined),
    rolls: deals.reduce((sum, { rolls }) => sum + rolls.length, 0),
    missing: deals.reduce((sum, { ready }) => sum + (ready?.missing?.length ?? 0), 0),
  }
}

const place = (path: readonly PropertyKey[]): string =>
  path[0] === 'events' && typeof path[1] === 'number'
    ? `event ${path[1] + 1}, ${path.slice(2).join('.')}: `
    : `${path.join('.')}: `

function* orderComplaints({ room, lastSeq, complete, events }: Transcript): Generator<string> {
  const wrong = events.findIndex(({ seq }, index) => seq !== index + 1)
  if (wrong >= 0) yield `event ${wrong + 1} is not there: ${events[wrong]?.seq} stands in its place`
  for (const { seq, type } of events.slice(1)) {
    if (type === 'room_created') yield `event ${seq} makes the room again`
  }
  const [first] = events
  if (first?.type !== 'room_created' || !first.commitment) yield `event 1 is ${first?.type}, not a commitment`
  if (first?.room !== room) yield `event 1 is of room ${first?.room}`
  const last = events.length
  if (lastSeq < last) yield `lastSeq is ${lastSeq}, of ${last} events`
  else if (lastSeq > last || !complete) yield `of ${lastSeq} events, those after event ${last} are not there`
}

interface Deal {
  readonly number: number
  readonly opened: Event
  /** The seals that were handed in for it, by seat. */
  readonly waiting: ReadonlyMap<number, string>
  /** What its secret's hash has to be, in the first deal of a chain; in others that is the secret before. */
  readonly commitment: string | undefined
  readonly isLastOfChain: boolean
  readonly seeds: Event[]
  ready?: Event
  closed?: Event
  readonly rolls: { readonly event: Event; readonly roll: Roll }[]
}

/** By these a seat is nobody's any more, or somebody else's. */
const LEAVES_SEAL: ReadonlySet<string> = new Set(['player_left', 'player_removed', 'seat_moved'])

/** The deals of a log with all that belongs to them, and complaints about what belongs to none. */
function dealsOf(events: readonly Event[]): { deals: readonly Deal[]; strays: readonly string[] } {
  const deals: Deal[] = []
  const strays: string[] = []
  let waiting = new Map<number, string>()
  let chain = { ...events[0], used: 0 }
  for (const event of events) {
    const { seq, type, seat = -1, deal: number = 0 } = event
    const deal = deals.findLast(one => one.number === number)
    const seal = type === 'seed_opened' ? event.nextSeal : event.seal
    if (LEAVES_SEAL.has(type)) waiting.delete(seat)
    if (seal !== undefined) waiting.set(seat, seal)
    if (type === 'deal_opened') {
      const isLastOfChain = chain.used + 1 === chain.chainLength
      const commitment = chain.used === 0 ? chain.commitment : undefined
      deals.push({ number, opened: event, waiting, commitment, isLastOfChain, seeds: [], rolls: [] })
      waiting = new Map()
      chain = isLastOfChain ? { ...event, ...event.next, used: 0 } : { ...chain, used: chain.used + 1 }
    } else if (type === 'seed_opened') {
      if (deal) deal.seeds.push(event)
      else strays.push(`event ${seq} opens a seed of seat ${seat} for deal ${number}, which was not opened`)
    } else if (type === 'deal_ready') {
      if (deal && !deal.ready) deal.ready = event
      else strays.push(`event ${seq} makes deal ${number} ready, which was not opened or is ready already`)
    } else if (type === 'deal_closed') {
      if (deal?.ready && !deal.closed) deal.closed = event
      else strays.push(`event ${seq} closes deal ${number}, which is not ready or closed already`)
    }
    for (const roll of event.rolls ?? []) {
      const own = deals.findLast(one => one.number === roll.deal)
      if (own) own.rolls.push({ event, roll })
      else strays.push(`${nameOf(event, roll)} is of a deal that was not opened`)
    }
  }
  return { deals, strays }
}

const nameOf = ({ seq }: Event, { who, n, deal }: Roll): string =>
  `event ${seq}: roll ${n} of ${who} in deal ${deal}`

/** What has to come at once after the end of a game, and has to be done before the room ends. */
function* endComplaints(events: readonly Event[], deals: readonly Deal[]): Generator<string> {
  const openAt = (seq: number) =>
    deals.find(({ opened, closed }) => opened.seq < seq && (closed === undefined || closed.seq > seq))
  for (const { seq, type } of events) {
    const [open, next] = [openAt(seq), events[seq]]
    if (type === 'room_closed') {
      if (open) yield `event ${seq} closes the room before deal ${open.number}`
      if (next) yield `event ${next.seq} comes after the room was closed`
    } else if (
      (type === 'game_over' || type === 'game_aborted') &&
      open?.ready &&
      next?.type !== 'deal_closed'
    ) {
      const what = next ? `event ${next.seq} is ${next.type}` : `the log ends with event ${seq}`
      yield `${what}, in place of the secret of deal ${open.number}`
    }
  }
}

function* dealComplaints(deal: Deal, before: Deal | undefined): Generator<string> {
  const { number, opened, waiting, isLastOfChain, ready, closed } = deal
  const opens = `event ${opened.seq} opens deal ${number}`
  const expected = (before?.number ?? 0) + 1
  if (number !== expected) yield `${opens}, not deal ${expected}`
  if (before && !(before.ready && before.ready.seq < opened.seq)) {
    yield `${opens} while deal ${before.number} is not ready`
  }
  if (before && !before.rolls.some(({ event }) => event.seq < opened.seq)) {
    yield `${opens}, and there was no roll in deal ${before.number}`
  }
  if (isLastOfChain !== (opened.next !== undefined)) {
    yield `${opens} ${isLastOfChain ? 'without' : 'with'} the commitment of another chain`
  }
  const seals = new Map(Object.entries(opened.seals ?? {}).map(([seat, seal]) => [Number(seat), seal]))
  for (const seat of new Set([...seals.keys(), ...waiting.keys()])) {
    if (!seals.has(seat)) yield `${opens} without the seal that was handed in by seat ${seat}`
    else if (seals.get(seat) !== waiting.get(seat))
      yield `${opens} with a seal of seat ${seat} that was not handed in`
  }
  yield* seedComplaints(deal, seals)
  if (ready && before && !(before.closed && before.closed.seq < ready.seq)) {
    yield `event ${ready.seq} makes deal ${number} ready before deal ${before.number} is closed`
  }
  if (closed && hashOf(closed.secret ?? '') !== (deal.commitment ?? before?.closed?.secret)) {
    yield `event ${closed.seq}: the secret of deal ${number} is not what was committed to`
  }
}

function* seedComplaints(
  { number, seeds, ready }: Deal,
  seals: ReadonlyMap<number, string>,
): Generator<string> {
  const opened = new Map<number, string>()
  for (const { seq, seat = -1, seed = '' } of seeds) {
    const what = `the seed of seat ${seat} for deal ${number}`
    if (opened.has(seat)) yield `event ${seq} opens ${what} again`
    else if (ready && ready.seq < seq) yield `event ${seq} opens ${what} when it is too late`
    else if (!seals.has(seat)) yield `event ${seq} opens ${what}, and has no seal there`
    else if (hashOf(seed) !== seals.get(seat)) yield `event ${seq}: ${what} is not that of its seal`
    opened.set(seat, seed)
  }
  if (!ready) return
  const used = new Map(Object.entries(ready.seeds ?? {}).map(([seat, seed]) => [Number(seat), seed]))
  for (const seat of new Set([...used.keys(), ...opened.keys()])) {
    if (used.get(seat) !== opened.get(seat)) {
      yield `event ${ready.seq}: deal ${number} does not use the seed as it was opened by seat ${seat}`
    }
  }
  const missing = [...seals.keys()].filter(seat => !used.has(seat)).sort((a, b) => a - b)
  const named = [...(ready.missing ?? [])].sort((a, b) => a - b)
  if (named.join() !== missing.join()) {
    yield `event ${ready.seq}: deal ${number} names [${named}] as missing, not [${missing}]`
  }
}

function* rollComplaints({ number, ready, closed, rolls }: Deal, room: string): Generator<string> {
  const next = new Map<string, number>()
  const entropy = entropyOf(ready?.seeds ?? {})
  for (const { event, roll } of rolls) {
    const { who, n, count, sides, faces, secretTo } = roll
    const what = nameOf(event, roll)
    const isIn =
      ready !== undefined && ready.seq < event.seq && (closed === undefined || closed.seq > event.seq)
    if (!isIn) yield `${what} is not between the deal's beginning and its end`
    if (n !== (next.get(who) ?? 0)) yield `${what} should have number ${next.get(who) ?? 0}`
    next.set(who, n + 1)
    if (!ownsStream(event, who)) yield `${what} is in another's stream`
    if (faces === null) {
      if (closed || secretTo === undefined) yield `${what} is not shown`
    } else if (faces.length !== count || faces.some(face => face < 1 || face > sides)) {
      yield `${what}: ${count} dice of ${sides} sides cannot show ${faces}`
    } else if (closed) {
      const expected = facesOf(closed.secret ?? '', { room, deal: number, who, n, entropy }, roll)
      if (`${expected}` !== `${faces}`) yield `${what} shows ${faces}, and it has to be ${expected}`
    }
  }
}

function ownsStream({ type, seat }: Event, who: string): boolean {
  if (who === '-') return true
  if (type === 'player_joined' || type === 'visitor_joined' || type === 'game_started') return false
  return seat === undefined ? who.startsWith('v') : who === `${seat}`
}
