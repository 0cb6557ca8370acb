import { RoomStore } from '@diceroom/sdk/store/room-store.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { RoomLog } from '@diceroom/sdk/store/testing/room-log.ts'
import type { GameId } from '@diceroom/shared/games/registry.ts'
import type { RoomCommand } from '@diceroom/shared/room/command.ts'

/** A room with the real rules, and the table as the page of the player `me` knows it. */
export class ShownRoom {
  readonly #log: RoomLog
  readonly #store = new RoomStore(() => {})
  #time = 0

  constructor(game: GameId, options: unknown = {}) {
    this.#log = new RoomLog({ room: 'DESK22', game, options }, () => this.#time)
    this.#store.catchUp(this.#log.catchUp('me'), 'me')
  }

  get table(): Table {
    if (!this.#store.table) throw new Error('no table')
    return this.#store.table
  }

  does(command: RoomCommand): void {
    this.#time += 10
    const done = this.#log.execute(command, `${this.#log.state.seq}`)
    if (!done.ok) throw new Error(done.error.message)
    this.#store.apply(done.events)
  }

  join(player: string): void {
    this.does({ type: 'join', player, name: player, as: 'player' })
  }

  leave(player: string): void {
    this.does({ type: 'leave', player, reason: 'left' })
  }

  start(player: string): void {
    this.does({ type: 'start', player })
  }

  roll(player: string): void {
    this.does({ type: 'move', player, move: { type: 'roll' } })
  }

  say(player: string, text: string): void {
    this.does({ type: 'chat', player, name: player, text })
  }
}
