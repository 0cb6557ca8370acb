import type { GameMove } from '@diceroom/shared/games/game.ts'
import type { GameId } from '@diceroom/shared/games/registry.ts'
import { GameBrains } from './game-brains.ts'
import type { Question, TableToPlay } from './question.ts'

/**
 * Who the bots of all rooms are asked: threads beside the one that serves people, two at most for each game that bots play, so
 * that neither people nor the bots of other tables wait where tables are made.
 */
export class Brains {
  private readonly games = new Map<GameId, GameBrains>()
  private readonly script: URL

  /** Another `script` than the one beside this file is for tests. */
  constructor(script = new URL('./thread.ts', import.meta.url)) {
    this.script = script
  }

  /** What a bot does; rejects where it fails or its thread ends. */
  move(question: Question): Promise<GameMove | null> {
    return this.of(question.game).move(question)
  }

  /** Has the bots get ready for the table of a room as soon as they can; of each room only the latest wish counts. */
  prepare(room: string, table: TableToPlay): void {
    this.of(table.game).wish(room, table)
  }

  /** Nobody is waited for in a room any more. */
  forget(room: string): void {
    for (const game of this.games.values()) game.forget(room)
  }

  async end(): Promise<void> {
    await Promise.all([...this.games.values()].map(game => game.end()))
  }

  private of(id: GameId): GameBrains {
    const game = this.games.get(id) ?? new GameBrains(this.script)
    this.games.set(id, game)
    return game
  }
}
