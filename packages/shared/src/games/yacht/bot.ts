import { type Bot, sealBot } from '../bot.ts'
import { beginnersDeed } from './beginner.ts'
import type { Scoring } from './sheet.ts'
import { type Solitaire, solve } from './solitaire.ts'
import { scoreOf, type YachtMove, type YachtOptions, type YachtState } from './state.ts'
import { bestDeed, type Deed, type Outlook, type Turn } from './turn.ts'
import { usualOutlook } from './usual.ts'

// Three levels. `hard` plays each sheet as if it were alone, by its exact solution; `medium` calculates a turn to its end and
// guesses what comes after by what boxes usually bring; `easy` collects what it has most of, and takes the most points.

/** Something that is made once for each set of options. */
function onceFor<T>(make: (rules: Scoring) => T): (rules: Scoring) => T {
  const made = new Map<string, T>()
  return ({ sheet, joker, order }) => {
    // Only the usual sheet knows a joker.
    const rules: Scoring = { sheet, joker: sheet === 'standard' ? joker : 'none', order }
    const key = Object.values(rules).join(' ')
    const value = made.get(key) ?? make(rules)
    made.set(key, value)
    return value
  }
}

const solved: (rules: Scoring) => Solitaire = onceFor(solve)
const usual: (rules: Scoring) => Outlook = onceFor(usualOutlook)

const moveOf = (deed: Deed): YachtMove =>
  'keep' in deed ? { type: 'roll', keep: [...deed.keep] } : { type: 'score', box: deed.enter.box }

export const yachtBot: Bot<YachtState, YachtMove, YachtOptions> = {
  prepare: options => void solved(options),

  move(view, seat, { level }) {
    const { turn, dice, rollsLeft, options } = view
    if (turn !== seat) return null
    if (dice === null) return { type: 'roll', keep: [] }
    const now: Turn = { score: scoreOf(view, seat), dice, rollsLeft }
    if (level === 'easy') return moveOf(beginnersDeed(now, options))
    return moveOf(bestDeed(now, level === 'hard' ? solved(options) : usual(options)))
  },
}

export const bot = sealBot(yachtBot)
