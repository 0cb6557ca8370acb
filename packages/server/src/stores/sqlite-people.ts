import { blanked, type Words, withoutName, wordsIn } from '@diceroom/shared/room/blank.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { PlayedGame } from '@diceroom/shared/room/played-game.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { adopted } from './adopted.ts'
import type { Statements } from './sqlite-statements.ts'

// What becomes of everything that is kept of one person. To be done in a transaction.

/** Makes the games and totals of one player those of another. */
export function adopt(statements: Statements, from: PlayerId, to: PlayerId): void {
  for (const { room, number, body } of statements.gamesOf.all(from)) {
    const game = read<PlayedGame>(body)
    if (game) statements.setGame.run(JSON.stringify(adopted(game, from, to)), String(room), Number(number))
  }
  statements.adoptPlayed.run(from, to)
  statements.adoptTotals.run(from, to)
  // What was left: games that both have played.
  for (const statement of statements.forget) statement.run(from)
}

/** Blanks a player's name and words in what is kept of a room; gives whether there were any in its log. */
export function blank(statements: Statements, room: string, player: PlayerId): boolean {
  // Also games that they have played as a guest whom the log names.
  for (const { number, body } of statements.gamesIn.all(room, player)) {
    const game = read<PlayedGame>(body)
    if (game) statements.setGame.run(JSON.stringify(withoutName(game, player)), room, Number(number))
  }
  const log = logOf(statements, room, player)
  if (log.length === 0) return false
  const events = blanked(log, player)
  for (const event of events) statements.setEvent.run(JSON.stringify(event), room, event.seq)
  const snapshot = read<unknown>(statements.snapshot.get(room)?.body)
  if (snapshot) statements.setSnapshot.run(JSON.stringify(withoutName(snapshot, player)), room)
  return events.length > 0
}

/** What a player has said in a room, and sent along with moves. */
export const words = (statements: Statements, room: string, player: PlayerId): readonly Words[] =>
  wordsIn(logOf(statements, room, player), player)

/** As much of a room's log as tells what is a player's; nothing where they never were. */
function logOf(statements: Statements, room: string, player: PlayerId): readonly LoggedEvent[] {
  if (statements.eventsNaming.get(room, player) === undefined) return []
  return statements.eventsWithWords.all(room, player).flatMap(({ body }) => read<LoggedEvent>(body) ?? [])
}

/** `null` for what is no JSON: damage is for whoever loads the room. */
function read<T>(body: unknown): T | null {
  try {
    return JSON.parse(String(body))
  } catch {
    return null
  }
}
