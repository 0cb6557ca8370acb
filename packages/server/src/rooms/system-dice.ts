import { randomInt } from 'node:crypto'
import type { Dice } from '@diceroom/shared/games/game.ts'
import type { DecideContext } from '@diceroom/shared/room/decide.ts'

const dice: Dice = {
  roll(count, sides, secretTo) {
    // `randomInt` draws again rather than favour a face.
    const faces = Array.from({ length: count }, () => randomInt(1, sides + 1))
    return secretTo === undefined ? { count, sides, faces } : { count, sides, faces, secretTo }
  },
}

/** Dice from the system's cryptographic generator, every face equally likely. */
export const systemDice: DecideContext = { diceFor: () => dice }
