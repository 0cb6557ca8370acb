import type { Seat } from '../games/game.ts'
import type { Chain } from '../room/dealing.ts'
import type { CheckedDeal, CheckedRoll, Hashes } from './verdict.ts'

// What the log has said of chains, seals, deals and rolls so far, while it is being checked.

type Changing<T> = { -readonly [Key in keyof T]: T[Key] }

export type Deal = Changing<CheckedDeal> & {
  /** The number of the next roll in each stream. */
  readonly next: Map<string, number>
  /** Whether what was played in it was broken off, perhaps before anything was rolled. */
  isBrokenOff: boolean
}
export type LedgerRoll = Changing<CheckedRoll>

export interface Ledger {
  readonly room: string
  readonly hashes: Hashes
  readonly chains: Chain[]
  readonly deals: Deal[]
  readonly rolls: LedgerRoll[]
  /** Seals that were handed in for the next deal. */
  readonly waiting: Map<Seat, string>
  opening: Deal | null
  ready: Deal | null
  /** The secret that was published last, or the commitment of a chain that begins. */
  before: string
}

export const newLedger = (room: string, chain: Chain, hashes: Hashes): Ledger => ({
  room,
  hashes,
  chains: [chain],
  deals: [],
  rolls: [],
  waiting: new Map(),
  opening: null,
  ready: null,
  before: chain.commitment,
})

/** For how many deals there are secrets. */
export const dealsCommitted = ({ chains }: Ledger): number =>
  chains.reduce((sum, { chainLength }) => sum + chainLength, 0)
