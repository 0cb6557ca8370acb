import { LEVELS } from '../../packages/shared/src/games/bot.ts'
import type { GameOptions, GameState, SealedGame } from '../../packages/shared/src/games/game.ts'
import { botOf, GAME_IDS, type GameId, gameOf } from '../../packages/shared/src/games/registry.ts'
import { numbersFrom, seededDice } from '../../packages/shared/src/testing/dice.ts'

// What a move of each game's bots costs, and how long its tables take to be made:
//
//     node scripts/bots/cost.ts [game …]
//
// Bots of all levels play each other. Means are processor time of the thread, to which what other programs do meanwhile adds
// nothing; it is counted in ticks of some ms, so that single moves are told by the clock on the wall, as the quickest of five.

const SEATS = 4
/** Games for each level, and moves that are enough. */
const GAMES = 20
const MOVES = 1500
const TRIES = 5

const microseconds = (): number => {
  const { user, system } = process.threadCpuUsage()
  return user + system
}

/** In ms, but for the tables. */
interface Costs {
  readonly tables: number
  /** Of each move, by the clock on the wall: the quickest of `TRIES`. */
  readonly moves: readonly number[]
  readonly mean: number
  /** What the server's own thread does for a move: who is to act, what is legal, what the seat sees. */
  readonly beside: number
}

async function costsOf(id: GameId): Promise<Costs | null> {
  const [bot, game] = [await botOf(id), gameOf(id)]
  if (!bot) return null
  const options: GameOptions = game.options.parse({})
  const seats = Array.from({ length: Math.min(SEATS, game.seats.max) }, (_, seat) => seat)
  const before = microseconds()
  bot.prepare?.(options, seats.length)
  const tables = microseconds() - before
  const moves: number[] = []
  let [spent, beside] = [0, 0]
  for (const level of LEVELS) {
    const enough = moves.length + MOVES
    for (let seed = 1; seed <= GAMES && moves.length < enough; seed += 1) {
      const numbers = numbersFrom(seed)
      const random = () => numbers(2 ** 32) / 2 ** 32
      playGame(game, { options, seats, seed }, (state, seat) => {
        const asked = microseconds()
        game.toAct(state).includes(seat)
        game.legalMoves(state, seat)
        const view = game.view(state, seat)
        const begun = microseconds()
        const move = bot.move(view, seat, { level, random })
        spent += microseconds() - begun
        beside += begun - asked
        moves.push(quickest(() => bot.move(view, seat, { level, random })))
        return move
      })
    }
  }
  const each = 1000 * Math.max(1, moves.length)
  return { tables, moves, mean: spent / each, beside: beside / each }
}

/** How long something takes where nothing comes in between, in ms. */
function quickest(work: () => unknown): number {
  const tries = Array.from({ length: TRIES }, () => {
    const at = performance.now()
    work()
    return performance.now() - at
  })
  return Math.min(...tries)
}

/** One game, to its end. Those who are not to act are asked first, as at a table. */
function playGame(
  game: SealedGame,
  { options, seats, seed }: { options: GameOptions; seats: readonly number[]; seed: number },
  ask: (state: GameState, seat: number) => ReturnType<SealedGame['timeoutMove']> | null,
): void {
  const dice = seededDice(seed)
  let state = game.setup(seats, options, 0)
  const fold = (events: ReturnType<SealedGame['begin']>) => {
    for (const event of events) state = game.evolve(state, event)
  }
  fold(game.begin(state, { dice }))
  while (!game.outcome(state)) {
    const [toAct] = game.toAct(state)
    if (toAct === undefined) {
      if (game.endless?.(options)) return
      fold(game.begin(state, { dice }))
      continue
    }
    const others = seats.filter(seat => seat !== toAct && game.legalMoves(state, seat).length > 0)
    for (const by of [...others, toAct]) {
      const move = ask(state, by)
      if (!move) continue
      const decided = game.decide(state, move, { seat: by, dice })
      if (!decided.ok) throw new Error(`${JSON.stringify(move)} is refused: ${decided.error.message}`)
      fold(decided.value)
      break
    }
  }
}

const at = (sorted: readonly number[], part: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(2)

const wanted = process.argv.slice(2)
process.stdout.write('| game | tables, s | moves | mean, ms | 99 of 100 | most | beside it, mean |\n')
process.stdout.write('| --- | --- | --- | --- | --- | --- | --- |\n')
for (const id of GAME_IDS.filter(id => wanted.length === 0 || wanted.includes(id))) {
  const costs = await costsOf(id)
  if (!costs || costs.moves.length === 0) continue
  const sorted = [...costs.moves].sort((a, b) => a - b)
  const figures = [costs.mean.toFixed(3), at(sorted, 0.99), at(sorted, 1), costs.beside.toFixed(3)]
  process.stdout.write(
    `| ${id} | ${(costs.tables / 1e6).toFixed(1)} | ${sorted.length} | ${figures.join(' | ')} |\n`,
  )
}
