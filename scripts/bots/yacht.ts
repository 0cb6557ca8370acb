import { parseArgs } from 'node:util'
import { LEVELS, type Level } from '../../packages/shared/src/games/bot.ts'
import { yachtBot } from '../../packages/shared/src/games/yacht/bot.ts'
import { yacht } from '../../packages/shared/src/games/yacht/rules.ts'
import { solve } from '../../packages/shared/src/games/yacht/solitaire.ts'
import { totalFor, type YachtState } from '../../packages/shared/src/games/yacht/state.ts'
import { seededDice } from '../../packages/shared/src/testing/dice.ts'

// Solves a sheet of Yacht and lets each level play it alone, game after game by seeds:
//
//     node scripts/bots/yacht.ts --games 100000 --levels hard --options '{"sheet": "yatzy"}'

const { values } = parseArgs({
  options: {
    levels: { type: 'string', default: LEVELS.join(',') },
    games: { type: 'string', default: '10000' },
    options: { type: 'string', default: '{}' },
    seed: { type: 'string', default: '1' },
  },
})

const options = yacht.options.parse(JSON.parse(values.options))
const games = Number(values.games)

/** The longest and all the time that a bot has thought about the moves of one turn, in ms. */
interface Thinking {
  longest: number
  sum: number
  turns: number
}

/** One game alone; gives what it came to. */
function play(level: Level, seed: number, thinking: Thinking): number {
  const dice = seededDice(seed)
  let state: YachtState = yacht.setup([0], options, 0)
  let turn = 0
  while (!yacht.outcome(state)) {
    const began = performance.now()
    const move = yachtBot.move(state, 0, { level, random: () => 0.5 })
    turn += performance.now() - began
    const decided = move && yacht.decide(state, move, { seat: 0, dice })
    if (!decided?.ok) throw new Error(`the bot does nothing that is legal in game ${seed}`)
    state = decided.value.reduce(yacht.evolve, state)
    if (state.dice !== null) continue
    thinking.longest = Math.max(thinking.longest, turn)
    thinking.sum += turn
    thinking.turns += 1
    turn = 0
  }
  return totalFor(state, 0)
}

function measure(level: Level): void {
  const thinking: Thinking = { longest: 0, sum: 0, turns: 0 }
  let sum = 0
  let squares = 0
  for (let game = 0; game < games; game += 1) {
    const total = play(level, Number(values.seed) + game, thinking)
    sum += total
    squares += total ** 2
  }
  const mean = sum / games
  const error = Math.sqrt((squares / games - mean ** 2) / games)
  const times = `${(thinking.sum / thinking.turns).toFixed(3)} ms a turn, ${thinking.longest.toFixed(1)} ms at most`
  console.log(`${level}: ${mean.toFixed(2)} ± ${error.toFixed(2)} in ${games} games; ${times}`)
}

const began = performance.now()
const { mean } = solve(options)
console.log(`exact: ${mean.toFixed(6)}, solved in ${((performance.now() - began) / 1_000).toFixed(1)} s`)
yachtBot.prepare?.(options, 1)
for (const level of LEVELS.filter(each => values.levels.split(',').includes(each))) measure(level)
