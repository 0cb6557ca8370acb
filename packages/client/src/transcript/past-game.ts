import { err, ok, type Result } from '@diceroom/shared/result.ts'
import { isTableEvent, type LoggedEvent } from '@diceroom/shared/room/events.ts'
import { begin, evolve } from '@diceroom/shared/room/evolve.ts'
import { isEndless, type RoomState } from '@diceroom/shared/room/room.ts'
import { project } from '@diceroom/shared/room/view.ts'

/** A game that is over, as everybody could see it while it was played. */
export interface PastGame {
  /** Counted from 1 in its room. */
  readonly number: number
  /** The room when the game was about to start. */
  readonly before: RoomState
  /** From the start of the game to its end: its outcome, or that it was broken off. */
  readonly events: readonly LoggedEvent[]
}

/** Why there is no such game to look back at. `endless`: what is played in the room knows no games that end. */
export type NoPastGame = 'no such game' | 'in play' | 'endless'

/**
 * The game with this number of a room with this log. Looks at every event as a spectator did when it happened: hidden dice
 * are in the log of a game that is over, but nobody was shown them before the game showed them. Throws where the log
 * cannot be followed, or the rules are not known.
 */
export function pastGame(log: readonly LoggedEvent[], number: number): Result<PastGame, NoPastGame> {
  const [first, ...rest] = log
  if (!first) return err('no such game')
  let state = begin(first)
  if (isEndless(state)) return err('endless')
  let before: RoomState | null = null
  const events: LoggedEvent[] = []
  for (const event of rest) {
    const seen = project(state, event, 'spectator')
    if (isTableEvent(seen) && seen.type === 'game_started' && seen.number === number) before = state
    state = evolve(state, seen)
    if (!before) continue
    events.push(seen)
    if (seen.type === 'game_over' || seen.type === 'game_aborted') return ok({ number, before, events })
  }
  return err(before ? 'in play' : 'no such game')
}
