import type { Level } from '@diceroom/shared/games/bot.ts'
import type { GameMove, GameOptions, GameState, Seat } from '@diceroom/shared/games/game.ts'
import { botOf, type GameId } from '@diceroom/shared/games/registry.ts'
import { randomFrom } from './random.ts'

/** A table that bots play at, as far as they have to get ready for it. */
export interface TableToPlay {
  readonly game: GameId
  readonly options: GameOptions
  /** How many play. */
  readonly players: number
}

/** What a bot is asked, and all that it is told. */
export interface Question extends TableToPlay {
  /** What its seat may see. */
  readonly view: GameState
  readonly seat: Seat
  readonly level: Level
  /** Where its random numbers follow from, below 2^32. */
  readonly seed: number
}

/**
 * What a bot does that is asked this; `null` where it does nothing now, or knows not how to play this game. The first call for
 * a table may take seconds; whoever has something else to do asks `Brains`.
 */
export async function answerTo(question: Question): Promise<GameMove | null> {
  const bot = await botReadyFor(question)
  const { view, seat, level, seed } = question
  return bot?.move(view, seat, { level, random: randomFrom(seed) }) ?? null
}

/** The bot of a table's game, with its tables made. */
export async function botReadyFor({ game, options, players }: TableToPlay) {
  const bot = await botOf(game)
  bot?.prepare?.(options, players)
  return bot
}
