import type { Outcome, Seat } from '@diceroom/shared/games/game.ts'
import type {
  Bid,
  Change,
  LiarsDiceEvent,
  LiarsDiceOptions,
  LiarsDiceState,
  Reveal,
} from '@diceroom/shared/games/liars-dice/state.ts'
import type { Sentence } from '../../words/sentence.ts'
import { starterSentence } from '../../words/starter-sentence.ts'
import { liarsText } from './strings.ts'

// What happens in Liar's Dice, in sentences.

type NameOf = (seat: Seat) => string

const NUMBERS = [
  'n1',
  'n2',
  'n3',
  'n4',
  'n5',
  'n6',
  'n7',
  'n8',
  'n9',
  'n10',
  'n11',
  'n12',
  'n13',
  'n14',
  'n15',
  'n16',
  'n17',
  'n18',
  'n19',
  'n20',
] as const

/** A count in words as far as they are short, else in digits. */
export function numberWords(count: number): Sentence | number {
  const key = NUMBERS[count - 1]
  return key ? liarsText.said(key) : count
}

/** "five 4s", for which it does not matter whether ones are wild. */
export function diceWords({ count, face }: Pick<Bid, 'count' | 'face'>): Sentence {
  if (count === 1) return liarsText.said('bid.one', { face })
  const number = numberWords(count)
  return liarsText.said(typeof number === 'number' ? 'bid.many' : 'bid.some', { number, face })
}

/** A bid, and that it is one without wild ones where that was said with it. */
export const bidWords = (bid: Pick<Bid, 'count' | 'face'>, kind: 'plain' | 'zhai' = 'plain'): Sentence =>
  kind === 'zhai' ? liarsText.said('bid.pure', { bid: diceWords(bid) }) : diceWords(bid)

/** Whether a bid leaves ones out, which one on ones does without saying. */
const pureness = ({ wild, face }: Pick<Bid, 'wild' | 'face'>): 'plain' | 'zhai' =>
  wild || face === 1 ? 'plain' : 'zhai'

/** In 吹牛 a bid says whether ones are wild; a bid on ones goes without saying. */
export const kindOf = (bid: Bid, { rules }: Pick<LiarsDiceOptions, 'rules'>): 'plain' | 'zhai' =>
  rules === 'chuiniu' ? pureness(bid) : 'plain'

/** What happened; nothing is said of dice that are rolled, so that what the round before cost can still be read. */
export function liarsSentence(event: LiarsDiceEvent, nameOf: NameOf): Sentence | null {
  switch (event.type) {
    case 'starter_rolled':
      return starterSentence(event, nameOf)
    case 'hands_rolled':
      return null
    case 'bid_made':
      return liarsText.said('bids', { name: nameOf(event.seat), bid: bidWords(event, pureness(event)) })
    case 'called':
      // What comes with it says the same, and what came of it.
      return null
    case 'challenged':
      return liarsText.said('challenges', {
        name: nameOf(event.seat),
        text: nameOf(event.bid.seat),
        bid: bidWords(event.bid, pureness(event.bid)),
      })
    case 'answered':
      return liarsText.said(event.counter ? 'counters' : 'yields', { name: nameOf(event.seat) })
    case 'revealed':
      return shownSentence(event, nameOf)
  }
}

function shownSentence(shown: Reveal, nameOf: NameOf): Sentence {
  return liarsText.said(shown.how === 'exact' ? 'shown.exact' : 'shown.call', {
    name: nameOf(shown.by),
    bid: bidWords(shown.bid, pureness(shown.bid)),
    there: thereWords(shown.count),
    text: costWords(shown, nameOf),
  })
}

/** "there were four" */
export function thereWords(count: number): Sentence {
  if (count === 0) return liarsText.said('there.none')
  return count === 1
    ? liarsText.said('there.one')
    : liarsText.said('there.some', { number: numberWords(count) })
}

/** What a round cost, and whom. */
export function costWords({ changes, out }: Pick<Reveal, 'changes' | 'out'>, nameOf: NameOf): Sentence {
  const [change] = changes
  return change ? changeWords(change, out, nameOf) : liarsText.said('cost.none')
}

function changeWords({ seat, dice, drinks }: Change, out: Seat | null, nameOf: NameOf): Sentence {
  const name = nameOf(seat)
  if (drinks === 1) return liarsText.said('cost.drink', { name })
  if (drinks > 1) return liarsText.said('cost.drinks', { name, number: numberWords(drinks) })
  if (dice > 0) return liarsText.said('cost.gain', { name })
  if (out === seat) return liarsText.said('cost.out', { name })
  return dice === -1
    ? liarsText.said('cost.die', { name })
    : liarsText.said('cost.dice', { name, number: numberWords(-dice) })
}

/** What decided a game that is over. */
export function decidedSentence(state: LiarsDiceState, { places }: Outcome, nameOf: NameOf): Sentence | null {
  const [first = []] = places
  const [winner] = first
  if (winner === undefined) return null
  const name = first.map(nameOf).join(', ')
  return state.options.rules === 'perudo'
    ? liarsText.said('decidedPerudo', { name, number: state.round })
    : liarsText.said('decidedDrinks', { name, drinks: drinksOf(state, winner) })
}

export const drinksOf = ({ seats, drinks }: LiarsDiceState, seat: Seat): number =>
  drinks[seats.indexOf(seat)] ?? 0
