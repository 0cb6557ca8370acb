import { createHmac, hash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyTranscript } from '@diceroom/shared/fairness/verify.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { projectPast } from '@diceroom/shared/room/view.ts'
import { checkTranscript } from '../../packages/server/src/testing/check-transcript.ts'
import { isSame, type RoomLog } from './room-log.ts'

interface InspectedTranscript {
  /** Deals whose secret is published, so that all their dice were checked. */
  readonly dealsClosed: number
  /** The rolls of these deals. */
  readonly rolls: number
  /** Seeds of players that went into deals, and those that did not come in time. */
  readonly seeds: number
  readonly missing: number
  readonly complaints: readonly string[]
}

interface Transcript {
  readonly version: number
  readonly room: string
  readonly lastSeq: number
  readonly complete: boolean
  readonly events: readonly LoggedEvent[]
}

/**
 * Checks the public transcript of a room: it is the log, and by two checkers that share no code every die in it follows
 * from what was committed to. Keeps it in `folder` for a third.
 */
export async function inspectTranscript(
  log: RoomLog,
  { url, folder }: { url: string; folder: string | null },
): Promise<InspectedTranscript> {
  const transcript = await download(`${url}/api/rooms/${log.room}/transcript`)
  if (folder !== null) writeFileSync(join(folder, `chaos-${log.room}.json`), JSON.stringify(transcript))
  const { reason, deals, rolls, missing } = await verifyTranscript(transcript, { crypto: HASHES })
  const closed = new Set(deals.flatMap(({ deal, secret }) => (secret === null ? [] : [deal])))
  return {
    dealsClosed: closed.size,
    rolls: rolls.filter(({ deal }) => closed.has(deal)).length,
    seeds: deals.reduce((sum, { seeds }) => sum + Object.keys(seeds).length, 0),
    missing,
    complaints: [
      ...wrongEvents(transcript, log),
      ...(reason ? [reason.sentence] : []),
      ...checkTranscript(transcript).complaints,
    ],
  }
}

const HASHES = {
  sha256: async (bytes: Uint8Array) => hash('sha256', bytes, 'buffer'),
  hmac: async (key: Uint8Array, bytes: Uint8Array) => createHmac('sha256', key).update(bytes).digest(),
}

async function download(url: string): Promise<Transcript> {
  const events: LoggedEvent[] = []
  for (;;) {
    const response = await fetch(`${url}?after=${events.length}`)
    if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
    const page: Transcript = JSON.parse(await response.text())
    events.push(...page.events)
    if (page.complete || page.events.length === 0) return { ...page, events }
  }
}

function wrongEvents({ events, lastSeq }: Transcript, log: RoomLog): readonly string[] {
  const { state } = log
  if (events.length !== log.seq || lastSeq !== log.seq) {
    return [`the transcript has ${events.length} of ${lastSeq} events, and the log ${log.seq}`]
  }
  if (!state) return []
  return log.events.flatMap((event, at) => {
    const past = projectPast(state, event)
    const expected = past.type === 'chat' ? { seq: past.seq, at: past.at, type: past.type } : past
    return isSame(expected, events[at]) ? [] : [`the transcript tells another event ${event.seq}`]
  })
}
