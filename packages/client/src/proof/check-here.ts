import { browserHashes } from '@diceroom/sdk/hashes/browser-hashes.ts'
import type { Seen, Verdict } from '@diceroom/shared/fairness/verdict.ts'
import { verifyTranscript } from '@diceroom/shared/fairness/verify.ts'

/** What is to be checked. */
export interface CheckRequest {
  /** Whatever it is: it may come from a file. */
  readonly transcript: unknown
  /** What this browser was told itself; `null` if it was not there. */
  readonly seen: Seen | null
}

export type CheckReport =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  /** The check itself is broken. */
  | { readonly kind: 'failed'; readonly message: string }

/** Checks a transcript in this thread. Reports how far it is, and at last a verdict; a promise that `report` gives is waited for. */
export async function checkHere(
  { transcript, seen }: CheckRequest,
  report: (report: CheckReport) => void | Promise<void>,
): Promise<void> {
  try {
    const verdict = await verifyTranscript(transcript, {
      crypto: browserHashes(),
      ...(seen ? { seen } : {}),
      onProgress: (done, total) => report({ kind: 'progress', done, total }),
    })
    await report({ kind: 'verdict', verdict })
  } catch (trouble) {
    await report({ kind: 'failed', message: String(trouble) })
  }
}
