import type { Dice, GameEvent, KnownRoll, Roll, Seat } from './game.ts'

/** Who starts: the highest die; those who share it throw again. */
export interface StarterRolled extends GameEvent {
  readonly type: 'starter_rolled'
  /** Who threw in each round, in the order of that round's dice in `rolls`. */
  readonly rounds: readonly (readonly Seat[])[]
  readonly starter: Seat
  readonly rolls: readonly Roll[]
}

/** What programs are told of it. */
export const STARTER_ROLLED =
  '`{starter, rounds, rolls}`: who throws highest goes first; those who share it throw again, a roll for each round; left out where it is given who begins'

/** Ties are thrown again; so many rounds without a decision have a chance of 1 in 10^15. */
const ROUNDS_MAX = 20

/** Throws for the start of a game among `seats`, one at least; who is alone starts without a throw. */
export function rollForStart(seats: readonly Seat[], dice: Dice): StarterRolled {
  const rounds: Seat[][] = []
  const rolls: KnownRoll[] = []
  let tied = [...seats]
  while (tied.length > 1 && rounds.length < ROUNDS_MAX) {
    const roll = dice.roll(tied.length, 6)
    rounds.push(tied)
    rolls.push(roll)
    const highest = Math.max(...roll.faces)
    tied = tied.filter((_, at) => roll.faces[at] === highest)
  }
  return { type: 'starter_rolled', rounds, starter: tied[0] ?? 0, rolls }
}

/** How a game tells who starts. */
export const starterSentence = ({ starter }: StarterRolled, nameOf: (seat: Seat) => string): string =>
  `${nameOf(starter)} goes first`
