import { type Bot, sealBot } from '../bot.ts'
import type { RaceMove, RaceOptions, RaceState } from './rules.ts'

/** There is nothing to choose: whoever is to roll rolls, at every level. */
export const raceBot: Bot<RaceState, RaceMove, RaceOptions> = {
  move: ({ turn }, seat) => (turn === seat ? { type: 'roll' } : null),
}

export const bot = sealBot(raceBot)
