import type { GameId } from '../../games/registry.ts'
import type { RoomCommand } from '../../room/command.ts'
import { createRoom, decide } from '../../room/decide.ts'
import type { LoggedEvent } from '../../room/events.ts'
import { evolve, fold } from '../../room/evolve.ts'
import type { RoomState } from '../../room/room.ts'
import type { RoomSettings } from '../../room/settings.ts'
import { projectPast } from '../../room/view.ts'
import { verifyTranscript } from '../verify.ts'
import { testHashes } from './hashes.ts'
import { realSecrets, stamped } from './real-room.ts'

/** A room that a test plays in, command by command, with real secrets. */
export class PlayedRoom {
  log: readonly LoggedEvent[]
  state: RoomState
  private readonly secrets = realSecrets()

  constructor(game: GameId, options: object, settings: Partial<RoomSettings>) {
    const made = createRoom('ABC234', { game, options, settings }, this.secrets)
    const state = made.ok ? fold(stamped(made.value, 0)) : null
    if (!made.ok || !state) throw new Error('no room was made')
    this.log = stamped(made.value, 0)
    this.state = state
  }

  does(command: RoomCommand): void {
    const decided = decide(this.state, command, this.secrets)
    if (!decided.ok) throw new Error(`${command.type}: ${decided.error.message}`)
    const events = stamped(decided.value, this.log.length)
    this.log = [...this.log, ...events]
    this.state = events.reduce(evolve, this.state)
  }

  joins(...players: readonly string[]): void {
    for (const player of players) this.does({ type: 'join', player, name: player, as: 'player' })
  }

  timeRunsOut(): void {
    this.does({ type: 'time_out', turn: this.state.turn?.seq ?? 0 })
  }

  /** What a checker makes of the room's record, as it is or as `tamper` makes it; events are numbered anew. */
  verdict(tamper: (events: readonly LoggedEvent[]) => readonly LoggedEvent[] = events => events) {
    const shown = this.log.map(event => projectPast(this.state, event))
    const events = tamper(shown).map((event, at) => ({ ...event, seq: at + 1 }))
    const transcript = { version: 1, room: 'ABC234', lastSeq: events.length, complete: true, events }
    return verifyTranscript(JSON.parse(JSON.stringify(transcript)), { crypto: testHashes })
  }
}
