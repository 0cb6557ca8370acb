import { parseArgs } from 'node:util'
import { LEVELS, type Level } from '../../packages/shared/src/games/bot.ts'
import type { GameOptions, GameState, SealedGame } from '../../packages/shared/src/games/game.ts'
import { botOf, GAME_IDS, gameOf, isGameId } from '../../packages/shared/src/games/registry.ts'
import { numbersFrom, seededDice } from '../../packages/shared/src/testing/dice.ts'

// Lets bots play each other, game after game by seeds, and counts who wins:
//
//     node scripts/bots/play.ts pig --levels hard,medium --games 100000 --options '{"target": 100}'
//
// Whoever begins changes from game to game. A first place that is shared counts in parts.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    levels: { type: 'string', default: 'hard,medium' },
    games: { type: 'string', default: '10000' },
    options: { type: 'string', default: '{}' },
    seed: { type: 'string', default: '1' },
  },
})

const [id = ''] = positionals
if (!isGameId(id)) throw new Error(`say which game is played: ${GAME_IDS.join(', ')}`)
const bot = await botOf(id)
if (!bot) throw new Error(`nobody has taught ${id} to a bot`)
const game = gameOf(id)
const options: GameOptions = game.options.parse(JSON.parse(values.options))
const levels = values.levels.split(',').map(levelOf)
const games = Number(values.games)

function levelOf(text: string): Level {
  const level = LEVELS.find(each => each === text)
  if (!level) throw new Error(`there is no level ${text}: ${LEVELS.join(', ')}`)
  return level
}

/** What is done next: by whoever speaks out of turn, else by who is to act. */
function nextMove(state: GameState, toAct: number, random: () => number) {
  const others = levels.flatMap((_, seat) =>
    seat !== toAct && game.legalMoves(state, seat).length > 0 ? [seat] : [],
  )
  for (const by of [...others, toAct]) {
    const move = bot?.move(game.view(state, by), by, { level: levels[by] ?? 'hard', random })
    if (move) return { by, move }
  }
  throw new Error(`the bot on seat ${toAct} does nothing`)
}

/** One game, to its end; gives the state then, and how many moves it took. */
function play(seed: number, starter: number): { readonly state: GameState; readonly moves: number } {
  const dice = seededDice(seed)
  const numbers = numbersFrom(seed ^ 0xb07)
  const random = () => numbers(2 ** 32) / 2 ** 32
  let state = game.setup(
    levels.map((_, seat) => seat),
    options,
    starter,
  )
  const fold = (events: ReturnType<SealedGame['begin']>) => {
    for (const event of events) state = game.evolve(state, event)
  }
  fold(game.begin(state, { dice }))
  let moves = 0
  while (!game.outcome(state)) {
    const [seat] = game.toAct(state)
    if (seat === undefined) {
      fold(game.begin(state, { dice }))
      continue
    }
    const { by, move } = nextMove(state, seat, random)
    const decided = game.decide(state, move, { seat: by, dice })
    if (!decided.ok) throw new Error(`${JSON.stringify(move)} is refused: ${decided.error.message}`)
    fold(decided.value)
    moves += 1
  }
  return { state, moves }
}

const prepared = performance.now()
bot.prepare?.(options, levels.length)
const began = performance.now()
const wins = levels.map(() => ({ all: 0, first: 0 }))
let moves = 0
for (let number = 0; number < games; number += 1) {
  const starter = number % levels.length
  const played = play(Number(values.seed) + number, starter)
  moves += played.moves
  const [winners = []] = game.outcome(played.state)?.places ?? []
  for (const winner of winners) {
    const won = wins[winner]
    if (!won) continue
    won.all += 1 / winners.length
    if (winner === starter) won.first += 1 / winners.length
  }
}
const took = performance.now() - began

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`
const deviation = (share: number): string => percent(Math.sqrt((share * (1 - share)) / games))
process.stdout.write(
  `${id} ${values.options}, ${games} games from seed ${values.seed}; tables made in ${Math.round(began - prepared)} ms, ${moves} moves in ${Math.round(took)} ms\n`,
)
for (const [seat, { all, first }] of wins.entries()) {
  const share = all / games
  process.stdout.write(
    `${levels[seat]} wins ${percent(share)} (standard error ${deviation(share)}), ${percent((first * levels.length) / games)} of those it begins\n`,
  )
}
