import { checkLog } from './check-log.ts'
import { compareSeen } from './compare-seen.ts'
import type { Ledger } from './ledger.ts'
import { replay } from './replay.ts'
import { readTranscript } from './transcript.ts'
import type { CheckedDeal, Hashes, Seen, Verdict } from './verdict.ts'

export interface VerifyOptions {
  readonly crypto: Hashes
  /** What this browser itself was told, to be compared. */
  readonly seen?: Seen
  /** Called now and then with how many events of how many are checked; a promise that it gives is waited for. */
  readonly onProgress?: (done: number, total: number) => void | Promise<void>
}

/** How many events are checked between two calls of `onProgress`. */
const PAUSE_EVERY = 200

/**
 * Checks the transcript of a room as it was downloaded: whatever it is, there is a verdict. Every die, every seal and
 * seed, the chain of secrets; then every move by the rules of the game, and its outcome; then what this browser saw.
 */
export async function verifyTranscript(
  value: unknown,
  { crypto, seen, onProgress }: VerifyOptions,
): Promise<Verdict> {
  const transcript = readTranscript(value)
  if ('code' in transcript) return { ...NOTHING, ...roomOf(value), reason: transcript }
  const { room, lines } = transcript
  const total = lines.length
  // The log is gone through twice.
  const pauses = (from: number) => async (at: number) => {
    if (at % PAUSE_EVERY === 0) await onProgress?.(Math.floor((from + at) / 2), total)
  }
  const { ledger, wrong } = await checkLog(transcript, crypto, pauses(0))
  const open = ledger.ready?.deal ?? null
  const played = wrong ? null : await replay(transcript, open, pauses(total))
  const compared = seen ? compareSeen(ledger, total, seen) : null
  await onProgress?.(total, total)
  const problem = wrong ?? played?.wrong ?? compared?.wrong ?? null
  return {
    verdict: problem ? 'no' : isFinished(ledger) ? 'finished' : 'so far',
    reason: problem,
    warnings: compared?.warnings ?? [],
    room,
    lastSeq: total,
    chains: ledger.chains,
    deals: ledger.deals.map(shownDeal),
    rolls: ledger.rolls,
    games: played?.games ?? [],
    missing: ledger.deals.reduce((sum, { missing }) => sum + missing.length, 0),
    replayedTo: played?.replayedTo ?? 0,
  }
}

/** Whether there were dice, and no secret is still to come. */
const isFinished = ({ deals, opening, ready }: Ledger): boolean => deals.length > 0 && !opening && !ready

const NOTHING: Omit<Verdict, 'reason'> = {
  verdict: 'no',
  warnings: [],
  room: null,
  lastSeq: 0,
  chains: [],
  deals: [],
  rolls: [],
  games: [],
  missing: 0,
  replayedTo: 0,
}

/** What even a broken transcript says of itself. */
function roomOf(value: unknown): Partial<Pick<Verdict, 'room'>> {
  const says = typeof value === 'object' && value !== null && 'room' in value && value.room
  return typeof says === 'string' ? { room: says } : {}
}

const shownDeal = ({ next: _, ...deal }: Ledger['deals'][number]): CheckedDeal => deal
