import { parseArgs } from 'node:util'
import { LEVELS } from '../../packages/shared/src/games/bot.ts'
import { farkleBot } from '../../packages/shared/src/games/farkle/bot.ts'
import { farkle } from '../../packages/shared/src/games/farkle/rules.ts'
import type { FarkleState } from '../../packages/shared/src/games/farkle/state.ts'
import { numbersFrom, seededDice } from '../../packages/shared/src/testing/dice.ts'

// What a turn of Farkle brings on average, level by level, with everybody far from the target:
//   node scripts/bots/farkle-turns.ts --turns 100000 --options '{"table": "B"}'

const { values } = parseArgs({
  options: {
    turns: { type: 'string', default: '20000' },
    options: { type: 'string', default: '{}' },
    opened: { type: 'boolean', default: true },
  },
  allowNegative: true,
})
const turns = Number(values.turns)
const options = farkle.options.parse(JSON.parse(values.options))
const begun: FarkleState = { ...farkle.setup([0, 1], options, 0), opened: [values.opened, values.opened] }

for (const level of LEVELS) {
  let [sum, squares] = [0, 0]
  for (let seed = 1; seed <= turns; seed += 1) {
    const numbers = numbersFrom(seed)
    const random = () => numbers(2 ** 20) / 2 ** 20
    const dice = seededDice(seed)
    let state = begun
    while (state.turn?.seat === 0) {
      const move = farkleBot.move(state, 0, { level, random })
      if (!move) throw new Error('no move in its own turn')
      const decided = farkle.decide(state, move, { seat: 0, dice })
      if (!decided.ok) throw new Error(decided.error.message)
      state = decided.value.reduce(farkle.evolve, state)
    }
    const points = state.scores[0] ?? 0
    sum += points
    squares += points * points
  }
  const mean = sum / turns
  const error = Math.sqrt((squares / turns - mean * mean) / turns)
  console.log(`${level}: ${mean.toFixed(2)} ± ${error.toFixed(2)} a turn`)
}
