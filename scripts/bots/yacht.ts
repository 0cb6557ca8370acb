import { parseArgs } from 'node:util'
import { LEVELS, type Level } from '../../packages/shared/src/games/bot.ts'
import { yachtBot } from '../../packages/shared/src/games/yacht/bot.ts'
import { sheets } from '../../packages/shared/src/games/yacht/boxes.ts'
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

/** One game alone; gives what it came to. */
function play(level: Level, seed: number): number {
  const dice = seededDice(seed)
  let state: YachtState = yacht.setup([0], options, 0)
  while (!yacht.outcome(state)) {
    const move = yachtBot.move(state, 0, { level, random: () => 0.5 })
    const decided = move && yacht.decide(state, move, { seat: 0, dice })
    if (!decided?.ok) throw new Error(`the bot does nothing that is legal in game ${seed}`)
    state = decided.value.reduce(yacht.evolve, state)
  }
  return totalFor(state, 0)
}

function measure(level: Level): void {
  const before = process.cpuUsage()
  const totals = Array.from({ length: games }, (_, game) => play(level, Number(values.seed) + game))
  const { user, system } = process.cpuUsage(before)
  const mean = totals.reduce((so, total) => so + total, 0) / games
  const variance = totals.reduce((so, total) => so + (total - mean) ** 2, 0) / games
  const turns = games * sheets[options.sheet].boxes.length
  const cost = ((user + system) / 1_000 / turns).toFixed(3)
  console.log(
    `${level}: ${mean.toFixed(2)} ± ${Math.sqrt(variance / games).toFixed(2)} in ${games} games; a turn takes ${cost} ms of the processor, dice and rules included`,
  )
}

const began = performance.now()
const { mean } = solve(options)
console.log(`exact: ${mean.toFixed(6)}, solved in ${((performance.now() - began) / 1_000).toFixed(1)} s`)
yachtBot.prepare?.(options, 1)
for (const level of LEVELS.filter(each => values.levels.split(',').includes(each))) measure(level)
