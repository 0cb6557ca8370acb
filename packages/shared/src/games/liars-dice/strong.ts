import type { Seat } from '../game.ts'
import { bidOf, type Way, waysToBid } from './candidates.ts'
import { mayMove } from './moves.ts'
import type { Bid, LiarsDiceMove, LiarsDiceState } from './state.ts'
import { alive } from './table.ts'
import { Table, type Tuning, tuningFor } from './table-reading.ts'

// Plays as well as is known here: reads from the bids what lies under the other cups, knows what its own bids tell the others,
// reckons what each bid leads to when the next player answers it as somebody would who reckons too, and mixes bids that
// are about as good, so that its own tell little.

/** How many counts above the least are thought about. */
const JUMPS = 4

interface Worth {
  readonly move: LiarsDiceMove
  readonly worth: number
}

/** What a strong player on `seat` does; `null` where nothing is to be done now. */
export function strongMove(
  view: LiarsDiceState,
  seat: Seat,
  random: () => number,
  tuning: Tuning = tuningFor(alive(view).length),
): LiarsDiceMove | null {
  const table = new Table(view, seat, tuning)
  if (view.challenge) return view.turn === seat ? answer(table, view.challenge.bid) : null
  const doubts = doubtsOf(view, seat, table)
  if (view.turn !== seat) {
    const best = bestOf(doubts)
    return best && best.worth > tuning.outOfTurn ? best.move : null
  }
  const bids = waysToBid(view).flatMap(way => worthsOf(table, way))
  const all = [...doubts, ...bids]
  const best = bestOf(all)
  if (!best) return { type: 'call' }
  return mixed(
    all.filter(({ worth }) => worth >= best.worth - 4 * tuning.mixing),
    { best, mixing: tuning.mixing, random },
  )
}

const bestOf = (all: readonly Worth[]): Worth | undefined =>
  all.reduce<Worth | undefined>((best, one) => (best && best.worth >= one.worth ? best : one), undefined)

/** What is about as good as the best is done nearly as often. */
function mixed(
  all: readonly Worth[],
  { best, mixing, random }: { best: Worth; mixing: number; random: () => number },
): LiarsDiceMove {
  const weights = all.map(({ worth }) => Math.exp((worth - best.worth) / mixing))
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [at, { move }] of all.entries()) {
    left -= weights[at] ?? 0
    if (left < 0) return move
  }
  return best.move
}

function worthsOf(table: Table, way: Way): readonly Worth[] {
  const most = Math.min(way.most, way.least + JUMPS)
  const reply = table.replyTo(way)
  const worths: Worth[] = []
  for (let count = way.least; count <= most; count += 1) {
    worths.push({ move: bidOf(way, count), worth: reply(count) })
  }
  return worths
}

/** Calling, calling exact, challenging: what of these may be done now. */
function doubtsOf(view: LiarsDiceState, seat: Seat, table: Table): readonly Worth[] {
  const last = view.bids.at(-1)
  if (!last) return []
  const worths: Worth[] = []
  if (view.turn === seat) worths.push({ move: { type: 'call' }, worth: table.worthOfCall(last) })
  if (mayMove(view, seat, { type: 'exact' })) {
    worths.push({ move: { type: 'exact' }, worth: table.worthOfExact(last) })
  }
  for (const bid of latestBids(view.bids)) {
    const move: LiarsDiceMove = { type: 'challenge', seat: bid.seat }
    if (mayMove(view, seat, move)) worths.push({ move, worth: table.worthOfChallenge(bid) })
  }
  return worths
}

const latestBids = (bids: readonly Bid[]): readonly Bid[] =>
  bids.filter((bid, at) => bids.findLastIndex(({ seat }) => seat === bid.seat) === at)

const answer = (table: Table, bid: Bid): LiarsDiceMove =>
  table.worthOfHolding(bid) > 0 ? { type: 'counter' } : { type: 'call' }
