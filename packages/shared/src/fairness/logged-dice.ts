import type { Dice, KnownRoll, Roll } from '../games/game.ts'
import type { RoomState } from '../room/room.ts'
import type { Line } from './transcript.ts'
import { rollKey } from './verdict.ts'

// Dice that fall as the log says they did.

/** The rolls of a log, by `rollKey`. */
export type LoggedRolls = ReadonlyMap<string, Roll>

export function loggedRolls(lines: readonly Line[]): LoggedRolls {
  const rolls = lines.flatMap(({ event }) => ('rolls' in event ? (event.rolls ?? []) : []))
  return new Map(rolls.map(roll => [rollKey(roll), roll]))
}

/** Thrown where a game asks for a roll that the log does not have, so that the move was another one. */
export class NotLogged extends Error {}

/** Thrown where a game asks for a roll whose dice are not shown yet. */
export class NotShown extends Error {}

/** The dice of a stream, from the next roll on. */
export function loggedDice({ dealing: { current } }: RoomState, who: string, rolls: LoggedRolls): Dice {
  let n = current?.next[who] ?? 0
  return {
    roll(count, sides, secretTo): KnownRoll {
      const logged = current ? rolls.get(rollKey({ deal: current.deal, who, n })) : undefined
      if (logged?.count !== count || logged.sides !== sides || logged.secretTo !== secretTo)
        throw new NotLogged()
      const { deal, faces } = logged
      if (faces === null) throw new NotShown()
      n += 1
      return { deal, who, n: n - 1, count, sides, faces, ...(secretTo === undefined ? {} : { secretTo }) }
    },
  }
}
