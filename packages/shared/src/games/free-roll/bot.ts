import { type Bot, sealBot } from '../bot.ts'
import type { FreeRollMove, FreeRollOptions, FreeRollState } from './rules.ts'

/** There is nothing to choose: whoever is to throw throws. */
export const freeRollBot: Bot<FreeRollState, FreeRollMove, FreeRollOptions> = {
  move: ({ options, round }, seat) => {
    const waiting = (options.turns ? round?.waiting.slice(0, 1) : round?.waiting) ?? []
    return waiting.includes(seat) ? { type: 'roll' } : null
  },
}

export const bot = sealBot(freeRollBot)
