import type { PlayerId } from '../room/room.ts'
import { loadedDice, openSecrets } from './dice.ts'

/** A player's nth seed, and its seal, where `openSecrets` judge them. */
export const seedOf = (player: PlayerId, n: number): string => `seed ${n} of ${player}`
export const sealOf = (player: PlayerId, n: number): string =>
  openSecrets(loadedDice()).sealOf(seedOf(player, n))
