import type { Seat } from '../games/game.ts'
import type { LoggedTableEvent } from '../room/events.ts'
import { digestOf, entropyOf, linkOf } from './chain.ts'
import { type Deal, dealsCommitted, type Ledger } from './ledger.ts'
import { type Reason, reason } from './reasons.ts'

// How a deal opens, is made ready and closes. Each takes an event into the ledger, or says what is wrong with it.

type EventOf<Type extends LoggedTableEvent['type']> = Extract<LoggedTableEvent, { type: Type }>

export function dealOpened(ledger: Ledger, event: EventOf<'deal_opened'>): Reason | null {
  const { seq, deal, seals, next } = event
  const { deals, chains, opening } = ledger
  const expected = deals.length + 1
  if (deal !== expected) return reason('deal_out_of_order', { seq, deal, expected })
  if (opening) return reason('deal_opened_early', { seq, deal, open: opening.deal })
  const last = deals.at(-1)
  if (last?.rolls === 0 && !last.isBrokenOff)
    return reason('deal_without_roll', { seq, deal, before: deal - 1 })
  const wrongSeal = useSeals(ledger, event)
  if (wrongSeal) return wrongSeal
  const place = linkOf(deal, chains)
  const isLast = deal === dealsCommitted(ledger)
  if (!place || (isLast && !next)) return reason('chain_not_continued', { seq, deal })
  if (!isLast && next) return reason('chain_changed', { seq, deal })
  if (next) chains.push(next)
  const opened: Deal = {
    deal,
    status: 'opening',
    ...place,
    before: null,
    seals,
    seeds: {},
    missing: [],
    entropy: null,
    secret: null,
    openedSeq: seq,
    readySeq: null,
    closedSeq: null,
    rolls: 0,
    isBrokenOff: false,
    next: new Map(),
  }
  showBefore(ledger, opened)
  ledger.opening = opened
  deals.push(opened)
  return null
}

/** All seals that wait are used, and no others. */
function useSeals({ waiting }: Ledger, { seq, deal, seals }: EventOf<'deal_opened'>): Reason | null {
  for (const [seat, seal] of Object.entries(seals)) {
    if (waiting.get(Number(seat)) !== seal) return reason('seal_not_handed_in', { seq, deal, seat })
    waiting.delete(Number(seat))
  }
  for (const seat of waiting.keys()) return reason('seal_left_out', { seq, deal, seat })
  return null
}

export async function seedOpened(ledger: Ledger, event: EventOf<'seed_opened'>): Promise<Reason | null> {
  const { seq, deal, seat, seed, nextSeal } = event
  const { opening, waiting, hashes } = ledger
  if (opening?.deal !== deal) return reason('seed_out_of_place', { seq, deal, seat })
  const seal = opening.seals[seat]
  if (seal === undefined) return reason('seed_without_seal', { seq, deal, seat })
  if (opening.seeds[seat] !== undefined) return reason('seed_twice', { seq, deal, seat })
  if ((await digestOf(hashes, seed)) !== seal) return reason('seed_not_sealed', { seq, deal, seat })
  opening.seeds = { ...opening.seeds, [seat]: seed }
  if (nextSeal !== undefined) waiting.set(seat, nextSeal)
  return null
}

export async function dealReady(ledger: Ledger, event: EventOf<'deal_ready'>): Promise<Reason | null> {
  const { seq, deal, seeds, missing } = event
  const { opening, ready, hashes } = ledger
  if (opening?.deal !== deal) return reason('ready_out_of_place', { seq, deal })
  if (ready) return reason('ready_before_close', { seq, deal, open: ready.deal })
  for (const [seat, seed] of Object.entries(seeds)) {
    if (opening.seeds[Number(seat)] !== seed) return reason('seed_made_up', { seq, deal, seat })
  }
  for (const seat of Object.keys(opening.seeds)) {
    if (seeds[Number(seat)] === undefined) return reason('seed_left_out', { seq, deal, seat })
  }
  const unopened = Object.keys(opening.seals).filter(seat => seeds[Number(seat)] === undefined)
  const [found, expected] = [listed(missing), listed(unopened.map(Number))]
  if (found !== expected) return reason('missing_wrong', { seq, deal, found, expected })
  Object.assign(opening, { status: 'ready', missing, readySeq: seq })
  opening.entropy = await entropyOf(hashes, seeds)
  ledger.ready = opening
  ledger.opening = null
  return null
}

export async function dealClosed(ledger: Ledger, event: EventOf<'deal_closed'>): Promise<Reason | null> {
  const { seq, deal, secret } = event
  const { ready, opening, hashes } = ledger
  if (ready?.deal !== deal) return reason('close_out_of_place', { seq, deal })
  if ((await digestOf(hashes, secret)) !== ready.before) return reason('secret_not_committed', { seq, deal })
  Object.assign(ready, { status: 'closed', secret, closedSeq: seq })
  ledger.before = secret
  ledger.ready = null
  if (opening) showBefore(ledger, opening)
  return null
}

/** Fills in what the secret of a deal is checked against, where that is public already. */
function showBefore({ chains, deals, before }: Ledger, deal: Deal): void {
  if (deal.link === 1) deal.before = chains[deal.chain]?.commitment ?? null
  else if (deals[deal.deal - 2]?.status === 'closed') deal.before = before
}

const listed = (seats: readonly Seat[]): string =>
  seats.length === 0 ? 'nobody' : seats.toSorted((a, b) => a - b).join(', ')
