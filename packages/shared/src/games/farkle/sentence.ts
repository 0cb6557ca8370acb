import type { Seat } from '../game.ts'
import type { StarterRolled } from '../roll-off.ts'
import type { FarkleEvent } from './state.ts'

/** What happened in a game of Farkle, as one English sentence. */
export function farkleSentence(
  event: Exclude<FarkleEvent, StarterRolled>,
  nameOf: (seat: Seat) => string,
): string {
  if (event.type === 'rolled_off') return `${nameOf(event.winner)} wins the roll for the first place`
  const name = nameOf(event.seat)
  switch (event.type) {
    case 'rolled': {
      const goesOn = event.piggyback ? `${name} goes on with ${event.points} and` : name
      return `${goesOn} rolled ${facesOf(event)}`
    }
    case 'farkled': {
      const farkled = `${name} rolled ${facesOf(event)} and farkled`
      const lost = event.lost > 0 ? `${farkled}: ${event.lost} lost` : farkled
      return event.penalty > 0 ? `${lost}, and ${event.penalty} more for the third in a row` : lost
    }
    case 'set_aside': {
      const aside = `${name} set aside ${event.faces.join(' ')}: ${event.total} this turn`
      return event.hot ? `${aside}, hot dice` : `${aside}, ${dice(event.left)} left`
    }
    case 'banked': {
      const banked = `${name} banked ${event.points} and has ${event.score}`
      return event.final ? `${banked}: everybody else has one more turn` : banked
    }
  }
}

const facesOf = ({ rolls: [{ faces }] }: Extract<FarkleEvent, { type: 'rolled' | 'farkled' }>): string =>
  (faces ?? []).join(' ')

const dice = (count: number): string => (count === 1 ? '1 die' : `${count} dice`)
