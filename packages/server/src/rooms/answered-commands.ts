import { REMEMBERED_COMMANDS } from '@diceroom/shared/protocol/limits.ts'
import type { CommandMark, LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'

/** The events that a command made: from `first` to `last`. */
export interface AnsweredCommand {
  readonly hash: string
  readonly first: number
  readonly last: number
}

/** As a snapshot keeps it: by player, oldest first. */
export type AnsweredRecord = readonly (readonly [PlayerId, readonly (readonly [string, AnsweredCommand])[]])[]

/**
 * The commands that a room has done, the last 256 of each player: a fold of the marks in its log, so that a retry is
 * recognised after any restart.
 */
export class AnsweredCommands {
  private readonly players = new Map<PlayerId, Map<string, AnsweredCommand>>()
  /** How many there are. */
  size = 0

  constructor(record: AnsweredRecord = []) {
    for (const [player, commands] of record) {
      this.players.set(player, new Map(commands))
      this.size += commands.length
    }
  }

  /** Takes note of an event that went into the log, if it bears the mark of a command. */
  remember({ seq, cmd }: LoggedEvent): void {
    if (!cmd) return
    const commands = this.players.get(cmd.player) ?? new Map<string, AnsweredCommand>()
    this.players.set(cmd.player, commands)
    this.size -= commands.size
    commands.set(cmd.id, { hash: cmd.hash, first: seq, last: cmd.last })
    if (commands.size > REMEMBERED_COMMANDS) {
      const oldest = commands.keys().next()
      if (!oldest.done) commands.delete(oldest.value)
    }
    this.size += commands.size
  }

  /** What this command did, `reused` if its id stands for another one, `null` if it is new. */
  recall({ player, id, hash }: CommandMark): AnsweredCommand | 'reused' | null {
    const answered = this.players.get(player)?.get(id)
    if (answered === undefined) return null
    return answered.hash === hash ? answered : 'reused'
  }

  /** What there was to remember when the log ended at `seq`. */
  recordAt(seq: number): AnsweredRecord {
    return [...this.players].map(([player, commands]) => [
      player,
      [...commands].filter(([, { last }]) => last <= seq),
    ])
  }
}
