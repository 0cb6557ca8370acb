import type { Seen, Verdict } from '@diceroom/shared/fairness/verdict.ts'
import type { Result } from '@diceroom/shared/result.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { DownloadTrouble } from '../transcript/download.ts'
import type { PastEvent, Transcript } from '../transcript/transcript.ts'

/** What was downloaded, and what the check found in it. */
export interface Checked {
  readonly transcript: Transcript
  readonly verdict: Verdict
}

export interface Audit {
  /** The latest check that came to its end; `null` before the first. */
  readonly latest: Checked | null
  /** `stuck`: the last try came to nothing, as the record could not be had. */
  readonly activity: 'idle' | 'checking' | 'stuck'
}

export interface AuditParts {
  /** The transcript as it is now; `known` is the part of it that is known already. */
  readonly download: (
    known: Transcript | null,
    signal: AbortSignal,
  ) => Promise<Result<Transcript, DownloadTrouble>>
  readonly check: (
    request: { transcript: Transcript; seen: Seen | null },
    signal: AbortSignal,
  ) => Promise<Verdict>
  /** What this browser has seen of the room by now. */
  readonly seen: () => Seen | null
}

/** Checks one room again and again, as its page asks for it; one check at a time. */
export class RoomAudit {
  readonly #parts: AuditParts
  readonly #state = createStore<Audit>(() => ({ latest: null, activity: 'idle' }))
  #stop = new AbortController()
  #known: Transcript | null = null
  #isAskedAgain = false

  constructor(parts: AuditParts) {
    this.#parts = parts
  }

  get state(): Pick<StoreApi<Audit>, 'getState' | 'getInitialState' | 'subscribe'> {
    return this.#state
  }

  /** Somebody looks, or looks again. */
  begin(): void {
    if (this.#stop.signal.aborted) this.#stop = new AbortController()
  }

  /** The room has got further than what was checked last. */
  ask(): void {
    if (this.#state.getState().activity === 'checking') this.#isAskedAgain = true
    else void this.#run()
  }

  /** Nobody looks any more. */
  end(): void {
    this.#stop.abort()
    this.#become({ activity: 'idle' })
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop
    do {
      this.#isAskedAgain = false
      this.#become({ activity: 'checking' })
      const latest = await this.#checkOnce(signal).catch(() => null)
      if (signal.aborted) return
      this.#become(latest ? { latest, activity: 'idle' } : { activity: 'stuck' })
    } while (this.#isAskedAgain)
  }

  async #checkOnce(signal: AbortSignal): Promise<Checked | null> {
    // First what was seen, then what the server says: it may be more, and never less.
    const seen = this.#parts.seen()
    const downloaded = await this.#parts.download(this.#known, signal)
    if (!downloaded.ok) return null
    const transcript = downloaded.value
    this.#known = settledPart(transcript)
    return { transcript, verdict: await this.#parts.check({ transcript, seen }, signal) }
  }

  #become(part: Partial<Audit>): void {
    this.#state.setState(part)
  }
}

/** What of a transcript stays as it is: hidden dice are shown when their deal is closed. */
function settledPart(transcript: Transcript): Transcript {
  const open = transcript.events.findIndex(isHidden)
  return open < 0 ? transcript : { ...transcript, events: transcript.events.slice(0, open) }
}

const isHidden = (event: PastEvent): boolean =>
  'rolls' in event && (event.rolls ?? []).some(({ faces }) => faces === null)
