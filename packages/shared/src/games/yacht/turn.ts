import { bestKeptInto, expectIn, gridOf, handOf } from './hands.ts'
import { type Offer, offersFor, type Score } from './sheet.ts'
import { KEEPS } from './state.ts'
import { type Ahead, enterInto, jokersOf, positionOf, type Worths, worthOf } from './worths.ts'

// The best thing to do in a turn, for who knows what a sheet will earn after it.

/** Where a turn stands: the dice on the table, and how often they may still be rolled. */
export interface Turn {
  readonly score: Score
  readonly dice: readonly number[]
  readonly rollsLeft: number
}

/** What there is to do: roll all dice but those on some places, or accept an offer. */
export type Deed = { readonly keep: readonly number[] } | { readonly enter: Offer }

const grid = gridOf(1)
const spare = gridOf(1)

/** What somebody plays by: what each throw gives, and what they think of the sheets that it leads to. */
export interface Outlook {
  readonly worths: Worths
  readonly ahead: Ahead
}

/** The deed that promises most, calculated over the rest of the turn; a fraction of a millisecond. */
export function bestDeed(turn: Turn, outlook: Outlook): Deed {
  const { worths, ahead } = outlook
  const { score, dice, rollsLeft } = turn
  const position = positionOf(score, worths)
  const entering = { position, worths, jokers: jokersOf(score, worths), ahead }
  const offers = offersFor(score, dice, worths.rules).map(enter => ({
    enter,
    worth: worthOf(enter, entering),
  }))
  const entered = most(offers)
  if (rollsLeft === 0) return { enter: entered.enter }
  enterInto(grid, 0, entering)
  expectIn(grid)
  if (rollsLeft > 1) {
    bestKeptInto(spare, grid)
    expectIn(spare)
  }
  const { values } = rollsLeft > 1 ? spare : grid
  const rolled = most(
    KEEPS.map(keep => ({ keep, worth: values[handOf(keep.map(at => dice[at] ?? 0))] ?? 0 })),
  )
  return rolled.worth > entered.worth ? { keep: rolled.keep } : { enter: entered.enter }
}

/** The first of those that are worth most. */
function most<T extends { readonly worth: number }>(all: readonly T[]): T {
  return all.reduce((best, other) => (other.worth > best.worth ? other : best))
}
