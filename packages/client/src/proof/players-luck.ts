import type { CheckedRoll } from '@diceroom/shared/fairness/verdict.ts'
import type { Seat } from '@diceroom/shared/games/game.ts'
import { type Luck, luckOf, type RolledDice } from '../statistics/luck.ts'
import { type Seating, seatOfStream } from './seating.ts'

export interface PlayersLuck {
  readonly player: string
  /** As the player was called last. */
  readonly name: string
  /** Where the player sat last. */
  readonly seat: Seat
  readonly luck: Luck
}

/** The dice that can be seen. */
export const openDice = (rolls: readonly CheckedRoll[]): readonly (CheckedRoll & RolledDice)[] =>
  rolls.flatMap(roll => (roll.found ? [{ ...roll, faces: roll.found }] : []))

/** How lucky each player was who rolled at a seat, in the order in which they first did. */
export function playersLuck(rolls: readonly CheckedRoll[], seating: Seating): readonly PlayersLuck[] {
  const rolled = new Map<string, { name: string; seat: Seat; dice: RolledDice[] }>()
  for (const roll of openDice(rolls)) {
    const seat = seatOfStream(roll.who)
    const holder = seat === null ? null : seating.at(seat, roll.seq)
    if (seat === null || !holder) continue
    const dice = rolled.get(holder.player)?.dice ?? []
    dice.push(roll)
    rolled.set(holder.player, { name: holder.name, seat, dice })
  }
  return [...rolled].map(([player, { name, seat, dice }]) => ({ player, name, seat, luck: luckOf(dice) }))
}
