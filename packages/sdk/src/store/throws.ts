import { type Seat, visitorOf } from '@diceroom/shared/games/game.ts'
import { isTableEvent, type LoggedEvent } from '@diceroom/shared/room/events.ts'

/** Dice that were thrown together, in the open, as a board shows them. */
export interface Throw {
  /** Never the same for two throws of a room. */
  readonly key: string
  /** The `seq` of the event that holds it. */
  readonly at: number
  /** The type of that event. */
  readonly of: string
  /** Which of that event's rolls it is, from 0. */
  readonly roll: number
  /** Whose throw it is; `null` where it was made for several seats, or by a visitor. */
  readonly seat: Seat | null
  /** The number of the visitor who threw, who has no seat; else `null`. */
  readonly visitor: number | null
  /** Each from 1 to `sides`. */
  readonly faces: readonly number[]
  readonly sides: number
  /** `now`: let the dice fly. `before`: they lay there when we came or caught up. */
  readonly when: 'now' | 'before'
}

export interface Thrown {
  /** What the latest append threw in the game, in its order; empty before the first throw. */
  readonly throws: readonly Throw[]
  /** The latest opening die, which decides nothing. */
  readonly opening: Throw | null
}

export const NOTHING_THROWN: Thrown = { throws: [], opening: null }

/** What lies on the table after `events`; those from `liveFrom` on happen now. */
export function thrownBy(before: Thrown, events: readonly LoggedEvent[], liveFrom: number): Thrown {
  let { throws, opening } = before
  let append: string | null = null
  for (const event of events) {
    const made = throwsOf(event, liveFrom)
    const [first] = made
    if (!first) continue
    if (isTableEvent(event)) {
      opening = first
      continue
    }
    // The events of one append share its time; what was thrown before it has been cleared away.
    const own = `${first.when} ${event.at}`
    throws = own === append ? [...throws, ...made] : made
    append = own
  }
  return { throws, opening }
}

function throwsOf(event: LoggedEvent, liveFrom: number): readonly Throw[] {
  const rolls = 'rolls' in event ? (event.rolls ?? []) : []
  const seat = 'seat' in event ? (event.seat ?? null) : null
  const when = event.seq >= liveFrom ? 'now' : 'before'
  return rolls.flatMap(({ who, faces, sides, secretTo }, roll): Throw[] => {
    // Hidden dice lie under a cup, also for who may look at them.
    if (faces === null || secretTo !== undefined) return []
    const thrower = { seat, visitor: visitorOf(who) }
    return [
      { key: `${event.seq}.${roll}`, at: event.seq, of: event.type, roll, ...thrower, faces, sides, when },
    ]
  })
}
