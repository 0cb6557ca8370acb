import { type Bot, type Level, sealBot } from '../bot.ts'
import type { Seat } from '../game.ts'
import { makeTables, planOf, type Tables } from './plan.ts'
import type { FarkleMove } from './rules.ts'
import { bestKeep, type Keep, keepsOf } from './scoring.ts'
import { bankObstacle, bestOther, type FarkleOptions, type FarkleState, scoreOf } from './state.ts'

/** How somebody plays: whether to take over what the seat before left, what to set aside, and whether to bank. */
interface Manner {
  takesOver(offer: NonNullable<FarkleState['offer']>): boolean
  keeps(thrown: readonly number[]): Keep | null
  /** Asked only where it is allowed. */
  banks(points: number, left: number): boolean
}

/** The tables of each set of options that was played here. */
const made = new Map<string, Tables>()

function tablesOf(options: FarkleOptions): Tables {
  const { table, dice, target, opening, hotDice, noFifties, mustBeat } = options
  const key = JSON.stringify([table, dice, target, opening, hotDice, noFifties, mustBeat])
  const known = made.get(key)
  if (known) return known
  const tables = makeTables(options)
  made.set(key, tables)
  return tables
}

/** Sets aside all that scores, and banks as soon as the turn is worth a few hundred points. */
function beginner(state: FarkleState, random: () => number): Manner {
  const enough = 200 + 50 * Math.floor(random() * 5)
  return {
    takesOver: () => false,
    keeps: thrown => bestKeep(thrown, state.options.table),
    banks: (points, left) => points >= enough || left < 3,
  }
}

/** With so many dice left (all at 6 and 5), a turn worth so much is banked, by rule of thumb. */
const ENOUGH = [0, 250, 300, 400, 800, 1500, 3000] as const
/** What it is worth to have so many dice left, by rule of thumb. */
const WORTH = [300, 0, 0, 50, 100, 150, 250] as const

/** Keeps dice for the next roll where few points would be given up for them, and knows when the last turn has come. */
function experienced(state: FarkleState, seat: Seat): Manner {
  const { table } = state.options
  const lead = state.finalBy === null ? null : bestOther(state, seat) - scoreOf(state, seat)
  const worth = ({ points, dice }: Keep, thrown: readonly number[]) =>
    points + (WORTH[thrown.length - dice.length] ?? 0)
  return {
    takesOver: ({ points, aside }) => points >= 300 && aside.length <= state.options.dice / 2,
    keeps: thrown =>
      keepsOf(thrown, table).reduce<Keep | null>(
        (best, keep) => (best && worth(best, thrown) >= worth(keep, thrown) ? best : keep),
        null,
      ),
    banks: (points, left) =>
      lead === null ? points >= (ENOUGH[left || state.options.dice] ?? 0) : points > lead,
  }
}

/** Plays each turn by what every way to go on is worth. */
function strongest(state: FarkleState, seat: Seat): Manner {
  const { options, turn } = state
  const plan = planOf(tablesOf(options), state, seat)
  const points = turn?.points ?? 0
  return {
    takesOver: ({ points, aside }) =>
      plan.value.roll(options.dice - aside.length, points) > plan.value.roll(options.dice, 0),
    keeps: thrown =>
      bestBy(keepsOf(thrown, options.table), keep =>
        plan.value.kept(thrown.length - keep.dice.length, points + keep.points),
      ),
    banks: (points, left) => plan.bank(points) >= plan.value.roll(left || options.dice, points),
  }
}

/** The way that is worth most; of two that are worth the same, the one with more points. */
function bestBy(keeps: readonly Keep[], worth: (keep: Keep) => number): Keep | null {
  let best: { keep: Keep; value: number } | null = null
  for (const keep of keeps) {
    const value = worth(keep)
    if (!best || value > best.value || (value === best.value && keep.points > best.keep.points))
      best = { keep, value }
  }
  return best?.keep ?? null
}

function mannerOf(state: FarkleState, seat: Seat, level: Level, random: () => number): Manner {
  if (level === 'easy') return beginner(state, random)
  return level === 'medium' ? experienced(state, seat) : strongest(state, seat)
}

/** Plays Farkle: `hard` for the most points in a turn, and near the end for the best chance to win. */
export const farkleBot: Bot<FarkleState, FarkleMove, FarkleOptions> = {
  prepare: options => {
    tablesOf(options)
  },

  move(state, seat, { level, random }) {
    const { turn, offer, options } = state
    if (turn?.seat !== seat) return null
    const manner = mannerOf(state, seat, level, random)
    if (turn.thrown) {
      const keep = manner.keeps(turn.thrown)
      return keep && { type: 'keep', dice: [...keep.dice] }
    }
    if (offer) return { type: manner.takesOver(offer) ? 'piggyback' : 'roll' }
    const { points, aside } = turn
    if (bankObstacle(state, seat, { points, aside: aside.length })) return { type: 'roll' }
    return { type: manner.banks(points, options.dice - aside.length) ? 'bank' : 'roll' }
  },
}

export const bot = sealBot(farkleBot)
