import { type Bot, sealBot } from '../bot.ts'
import { beginnersMove } from './beginner.ts'
import { endgameMove, learnEndgame } from './endgame-tables.ts'
import type { LiarsDiceMove, LiarsDiceOptions, LiarsDiceState } from './state.ts'
import { strongMove } from './strong.ts'
import { usualMove } from './usual.ts'

/** Plays Liar's Dice, by either set of rules, with no dice but its own. */
export const liarsDiceBot: Bot<LiarsDiceState, LiarsDiceMove, LiarsDiceOptions> = {
  prepare: learnEndgame,

  move(view, seat, { level, random }) {
    if (level === 'easy') return beginnersMove(view, seat, random)
    if (level === 'medium') return usualMove(view, seat, random)
    const solved = view.turn === seat ? endgameMove(view, seat, random) : null
    return solved ?? strongMove(view, seat, random)
  },
}

export const bot = sealBot(liarsDiceBot)
