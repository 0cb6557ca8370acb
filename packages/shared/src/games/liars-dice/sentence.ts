import type { Seat } from '../game.ts'
import { starterSentence } from '../roll-off.ts'
import type { Bid, Change, LiarsDiceEvent, Revealed } from './state.ts'

// What happened, in English, for clients that have no words of their own.

type NameOf = (seat: Seat) => string

/** What happened, as a sentence. */
export function sentence(event: LiarsDiceEvent, nameOf: NameOf): string {
  switch (event.type) {
    case 'starter_rolled':
      return starterSentence(event, nameOf)
    case 'hands_rolled':
      return `Round ${event.round}: ${nameOf(event.starter)} bids first${event.palifico ? ', without wild ones' : ''}`
    case 'bid_made':
      return `${nameOf(event.seat)} bids ${bidWords(event)}`
    case 'called':
      return event.how === 'call'
        ? `${nameOf(event.seat)} doubts ${bidWords(event.bid)}`
        : `${nameOf(event.seat)} says that there are exactly ${bidWords(event.bid)}`
    case 'challenged':
      return `${nameOf(event.seat)} challenges ${nameOf(event.bid.seat)}: ${bidWords(event.bid)}`
    case 'answered':
      return event.counter
        ? `${nameOf(event.seat)} counters`
        : `${nameOf(event.seat)} lets the challenge stand`
    case 'revealed':
      return revealSentence(event, nameOf)
  }
}

const diceWords = ({ count, face }: Pick<Bid, 'count' | 'face'>): string =>
  `${count} ${count === 1 ? 'die' : 'dice'} with ${face}`

const bidWords = (bid: Bid): string =>
  bid.wild || bid.face === 1 ? diceWords(bid) : `${diceWords(bid)}, without wild ones`

function revealSentence({ count, bid, changes, out, how, by }: Revealed, nameOf: NameOf): string {
  const there = `There ${count === 1 ? 'is' : 'are'} ${diceWords({ count, face: bid.face })}`
  const costs = changes.map(change => changeWords(change, nameOf))
  if (changes.length === 0 && how === 'exact') costs.push(`${nameOf(by)} was right`)
  if (out !== null) costs.push(`${nameOf(out)} is out`)
  return `${there}: ${costs.join(', ')}`
}

function changeWords({ seat, dice, drinks }: Change, nameOf: NameOf): string {
  if (drinks > 0) return `${nameOf(seat)} takes ${drinks} ${drinks === 1 ? 'drink' : 'drinks'}`
  const dies = Math.abs(dice) === 1 ? 'a die' : `${Math.abs(dice)} dice`
  return `${nameOf(seat)} ${dice < 0 ? 'loses' : 'regains'} ${dies}`
}
