import type { Seat } from '../games/game.ts'
import type { LoggedTableEvent } from './events.ts'
import type { PlayerId, SeatHolder } from './room.ts'

// How the dice of a room are dealt: docs/fairness.md. Everything here is public; what is secret stays with the server.

/** A chain of secrets, which the server has committed itself to. */
export interface Chain {
  /** `s[0]`, 64 hex digits. */
  readonly commitment: string
  /** How many deals it is good for. */
  readonly chainLength: number
}

/** What seats have put in, by seat: seals or seeds, in hex. */
export type BySeat = Readonly<Record<Seat, string>>

interface WaitingSeal {
  readonly seal: string
  /** Handed in by who came, not together with the seed before it. */
  readonly isNew: boolean
}

/** A deal that waits for the seeds of its sealed seats. */
export interface OpeningDeal {
  readonly deal: number
  readonly seals: BySeat
  /** Who held the sealed seats, and may open their seals. */
  readonly players: BySeat
  /** Who plays in the game that this deal begins. */
  readonly seats: readonly Seat[]
  /** Those that were opened so far. */
  readonly seeds: BySeat
}

/** The deal that rolls are made in. */
export interface ReadyDeal {
  readonly deal: number
  /** The `seq` of its `deal_ready`. */
  readonly since: number
  readonly seeds: BySeat
  readonly missing: readonly Seat[]
  /** How many rolls it holds, and how many of them were made in secret. */
  readonly rolls: number
  readonly secretRolls: number
  /** The number of the next roll in each stream; 0 where there is none yet. */
  readonly next: Readonly<Record<string, number>>
}

export interface Dealing {
  /** One after the other; the first is the one that the room was made with. */
  readonly chains: readonly Chain[]
  /** How many deals were opened. */
  readonly opened: number
  /** Seals that wait for the next deal, by seat. */
  readonly seals: Readonly<Record<Seat, WaitingSeal>>
  /** The seal of each seat in the last deal that it took part in. */
  readonly used: BySeat
  /** Seats that did not open their seal, and hand in none until the next game. */
  readonly benched: readonly Seat[]
  readonly opening: OpeningDeal | null
  readonly current: ReadyDeal | null
}

export const dealingFrom = (chain: Chain): Dealing => ({
  chains: [chain],
  opened: 0,
  seals: {},
  used: {},
  benched: [],
  opening: null,
  current: null,
})

type EventOf<Type extends LoggedTableEvent['type']> = Extract<LoggedTableEvent, { type: Type }>

/** Fixes who takes part in the next deal: everybody who sits there now. */
export function dealOpened(
  dealing: Dealing,
  { deal, seals, next }: EventOf<'deal_opened'>,
  sitting: readonly SeatHolder[],
): Dealing {
  const isSealed = ({ seat }: { seat: Seat }) => Object.hasOwn(seals, seat)
  const players: Record<Seat, PlayerId> = {}
  for (const { seat, player } of sitting.filter(isSealed)) players[seat] = player
  const waiting = Object.entries(dealing.seals).filter(([seat]) => !isSealed({ seat: Number(seat) }))
  return {
    ...dealing,
    chains: next ? [...dealing.chains, next] : dealing.chains,
    opened: deal,
    seals: Object.fromEntries(waiting),
    used: { ...dealing.used, ...seals },
    opening: { deal, seals, players, seats: sitting.map(({ seat }) => seat), seeds: {} },
  }
}

export function seedOpened(dealing: Dealing, event: EventOf<'seed_opened'>): Dealing {
  const { opening } = dealing
  if (!opening) return dealing
  const opened = {
    ...dealing,
    opening: { ...opening, seeds: { ...opening.seeds, [event.seat]: event.seed } },
  }
  return event.nextSeal === undefined
    ? opened
    : sealed(opened, event.seat, { seal: event.nextSeal, isNew: false })
}

/** `seats`: who sits where now. Who was missing and gave the seat up leaves it to others as it was. */
export function dealReady(
  dealing: Dealing,
  { deal, seeds, missing, seq }: EventOf<'deal_ready'>,
  seats: readonly (SeatHolder | null)[],
): Dealing {
  const isTheirs = (seat: Seat) => seats[seat]?.player === dealing.opening?.players[seat]
  return {
    ...dealing,
    benched: [...dealing.benched, ...missing.filter(isTheirs)],
    opening: null,
    current: { deal, since: seq, seeds, missing, rolls: 0, secretRolls: 0, next: {} },
  }
}

/** A seal for the deals that are not opened yet, in place of the one that waited. */
export const sealed = (dealing: Dealing, seat: Seat, seal: WaitingSeal): Dealing => ({
  ...dealing,
  seals: { ...dealing.seals, [seat]: seal },
})

/** The seal that waited is not used any more: who gave it is gone. */
export function unsealed(dealing: Dealing, seat: Seat): Dealing {
  const { [seat]: waiting, ...seals } = dealing.seals
  return waiting ? { ...dealing, seals } : dealing
}

/** A seat, or without one all of them, may hand in seals again. */
export function unbenched(dealing: Dealing, seat?: Seat): Dealing {
  if (dealing.benched.length === 0) return dealing
  return { ...dealing, benched: dealing.benched.filter(other => seat !== undefined && other !== seat) }
}

/** Counts what an event has rolled. */
export function counted(
  dealing: Dealing,
  rolls: readonly { who: string; n: number; secretTo?: Seat }[],
): Dealing {
  const { current } = dealing
  if (!current) return dealing
  const next = { ...current.next }
  let { secretRolls } = current
  for (const { who, n, secretTo } of rolls) {
    next[who] = n + 1
    if (secretTo !== undefined) secretRolls += 1
  }
  return { ...dealing, current: { ...current, rolls: current.rolls + rolls.length, secretRolls, next } }
}

/** For how many deals there are secrets. */
export const dealsCommitted = ({ chains }: Dealing): number =>
  chains.reduce((sum, { chainLength }) => sum + chainLength, 0)
