import { LEVELS } from '@diceroom/shared/games/bot.ts'
import type { GameMove, GameState, SealedGame } from '@diceroom/shared/games/game.ts'
import { botOf, GAME_IDS, type GameId, gameOf } from '@diceroom/shared/games/registry.ts'
import { numbersFrom, worldDice } from '@diceroom/shared/testing/dice.ts'
import { describe, expect, it } from 'vitest'
import { answerTo } from './question.ts'

const SEATS = [0, 1, 2]
const VIEWER = 1
/** Of games that hide something; of others a few. */
const PLAYS = 40
const MOVES = 30

const text = (value: unknown) => JSON.stringify(value)

/** Two worlds of a game that begins, which differ in dice that one seat may not see, and in nothing else. */
function worldsOf(game: SealedGame, seed: number) {
  return [seed + 1000, seed + 2000].map(secret => {
    const dice = worldDice(seed, secret, VIEWER)
    let state = game.setup(SEATS, game.options.parse({}), 0)
    for (const event of game.begin(state, { dice })) state = game.evolve(state, event)
    return { dice, state }
  })
}

/** What each world comes to by a move; `null` where it cannot be made in all of them. */
function after(
  game: SealedGame,
  worlds: ReturnType<typeof worldsOf>,
  { seat, move }: { seat: number; move: GameMove },
) {
  const next = worlds.map(({ dice, state }) => {
    const decided = game.decide(state, move, { seat, dice })
    return decided.ok
      ? { dice, state: decided.value.reduce((so, event) => game.evolve(so, event), state) }
      : null
  })
  const made = next.filter(world => world !== null)
  return made.length === worlds.length ? made : null
}

/** What a bot on this seat does, given only what the seat may see. */
const asked = (
  id: GameId,
  game: SealedGame,
  { state, seat, seed }: { state: GameState; seat: number; seed: number },
) =>
  answerTo({
    game: id,
    options: game.options.parse({}),
    players: SEATS.length,
    view: game.view(state, seat),
    seat,
    level: LEVELS[seed % LEVELS.length] ?? 'easy',
    seed,
  })

describe.each(GAME_IDS)('the bot of %s', id => {
  const game = gameOf(id)

  it('[BT2] does the same whatever it cannot see, and only what is legal', async () => {
    expect(await botOf(id)).not.toBeNull()
    let [compared, differed] = [0, 0]
    const plays = game.dealPer === 'round' ? PLAYS : 4
    for (let seed = 1; seed <= plays; seed += 1) {
      const pick = numbersFrom(seed)
      let worlds: ReturnType<typeof worldsOf> | null = worldsOf(game, seed)
      for (let moves = 0; worlds && moves < MOVES; moves += 1) {
        const [one, other] = worlds
        if (!one || !other || text(game.view(one.state, VIEWER)) !== text(game.view(other.state, VIEWER)))
          break
        if (game.outcome(one.state)) break
        const question = { seat: VIEWER, seed: pick(2 ** 32) }
        const answers: readonly (GameMove | null)[] = await Promise.all(
          worlds.map(({ state }) => asked(id, game, { state, ...question })),
        )
        expect(answers[1]).toEqual(answers[0])
        compared += 1
        if (text(one.state) !== text(other.state)) differed += 1
        const [toAct] = game.toAct(one.state)
        const legal = (seat: number) => game.legalMoves(one.state, seat).map(text)
        const [mine = null] = answers
        if (mine) expect(legal(VIEWER)).toContain(text(mine))
        if (toAct === undefined) break
        if (toAct === VIEWER) expect(mine).not.toBeNull()
        // Of the others' hands nobody is told by what they do: they move at random.
        const theirs: readonly GameMove[] = game.legalMoves(one.state, toAct)
        const move: GameMove | null | undefined = toAct === VIEWER ? mine : theirs[pick(theirs.length)]
        worlds = move ? after(game, worlds, { seat: toAct, move }) : null
      }
    }
    if (!game.endless?.(game.options.parse({}))) expect(compared).toBeGreaterThan(plays)
    // Where there is anything to hide, it was hidden.
    if (game.dealPer === 'round') expect(differed).toBeGreaterThan(PLAYS)
  }, 600_000)
})
