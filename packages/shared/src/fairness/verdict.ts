import type { Outcome, Seat } from '../games/game.ts'
import type { BySeat, Chain } from '../room/dealing.ts'
import type { Reason } from './reasons.ts'

// What the check of a transcript gives.

/** What a transcript is checked with: SHA-256 and HMAC-SHA256 over raw bytes, however the platform has them. */
export interface Hashes {
  sha256(bytes: Uint8Array): Promise<Uint8Array>
  hmac(key: Uint8Array, bytes: Uint8Array): Promise<Uint8Array>
}

/** What this browser was told while it was at the table, or put in itself: whatever it kept of it. */
export interface Seen {
  /** The commitments of the room's chains, in their order, as this browser received them. */
  readonly commitments?: readonly string[]
  /** The number of the last event that it received; 0 for none. */
  readonly lastSeq: number
  /** Faces that it received, by `rollKey`: `{"1/0/2": "3,5,6"}`. */
  readonly rolls: Readonly<Record<string, string>>
  /** What it put into deals, by the deal's number. */
  readonly mine?: Readonly<Record<number, SeenShare>>
}

export interface SeenShare {
  readonly seat: Seat
  /** The seal that the server had taken (answered) before the deal was opened. */
  readonly seal: string
  /** The seed that this browser sent when the deal opened. */
  readonly seed?: string
  /** Whether the server answered that it has the seed. */
  readonly acknowledged?: boolean
}

/** Names a roll in `Seen.rolls`. */
export const rollKey = ({ deal, who, n }: { deal: number; who: string; n: number }): string =>
  `${deal}/${who}/${n}`

export interface Verdict {
  /**
   * `finished`: everything holds and no deal is open. `so far`: everything holds as far as it can be known now.
   * `no`: something is missing, out of order or altered.
   */
  readonly verdict: 'finished' | 'so far' | 'no'
  /** What is wrong; `null` unless the verdict is `no`. */
  readonly reason: Reason | null
  /** What does not make the verdict a no, and yet concerns the player whose browser this is. */
  readonly warnings: readonly Reason[]
  /** `null` where the transcript does not even say so. */
  readonly room: string | null
  readonly lastSeq: number
  readonly chains: readonly Chain[]
  readonly deals: readonly CheckedDeal[]
  readonly rolls: readonly CheckedRoll[]
  readonly games: readonly CheckedGame[]
  /** How many seeds are missing in all deals together. */
  readonly missing: number
  /** The number of the last event up to which the game was played again by its rules. */
  readonly replayedTo: number
}

export interface CheckedDeal {
  readonly deal: number
  readonly status: 'opening' | 'ready' | 'closed'
  /** Which of the room's chains its secret is of, counted from 0, and where in it: the k of `s[k]`, counted from 1. */
  readonly chain: number
  readonly link: number
  /** `s[k-1]`, which the SHA-256 of the secret is to be; `null` where the deal before is still open. */
  readonly before: string | null
  readonly seals: BySeat
  readonly seeds: BySeat
  readonly missing: readonly Seat[]
  /** `E`, which all rolls of the deal hang on; `null` before the deal is ready. */
  readonly entropy: string | null
  /** `s[k]`, checked; `null` before the deal is closed. */
  readonly secret: string | null
  readonly openedSeq: number
  readonly readySeq: number | null
  readonly closedSeq: number | null
  readonly rolls: number
}

export interface CheckedRoll {
  readonly seq: number
  readonly deal: number
  readonly who: string
  readonly n: number
  readonly count: number
  readonly sides: number
  /** The texts of which the dice are made, one for each block of 32 bytes; only the first while the deal is open. */
  readonly inputs: readonly string[]
  /** What it has to show; `null` while its deal is open. */
  readonly expected: readonly number[] | null
  /** What the log says it showed; `null` while it is hidden. */
  readonly found: readonly number[] | null
}

export interface CheckedGame {
  /** Counted from 1 in the room. */
  readonly number: number
  readonly status: 'playing' | 'over' | 'aborted'
  readonly startedSeq: number
  readonly endedSeq: number | null
  readonly outcome: Outcome | null
}
