import type { GameId } from '@diceroom/shared/games/registry.ts'
import { normalizeCode } from '@diceroom/shared/protocol/room-code.ts'
import { persistently } from './fetched.ts'
import { hasFace } from './games/registry.ts'
import { fetchBoard } from './games/use-board.ts'

/** Everything that a table is shown with, but for the board of its game. */
export const fetchRoomPage = () => persistently(() => import('./room-page.tsx'))

/** The room in an address; `null` where it is of another page. */
const roomIn = (path: string): string | null => /^\/r\/([^/]+)\/?$/.exec(path)?.[1] ?? null

/**
 * Fetches what will be shown at an address while the connection is still on its way: the page of a room, and the board of
 * the game that is played there. Where something cannot be told or fetched now, the page itself asks for it.
 */
export async function expectRoom(path: string): Promise<void> {
  const room = roomIn(path)
  if (room === null) return
  void fetchRoomPage()
  try {
    const response = await fetch(`/api/rooms/${encodeURIComponent(normalizeCode(decodeURIComponent(room)))}`)
    const { game }: { game?: unknown } = await response.json()
    if (typeof game === 'string' && hasFace(game)) await fetchBoard(game)
  } catch {
    // the page says what is wrong
  }
}

/** A table of this game is about to be opened. */
export function expectTable(game: GameId): void {
  void fetchRoomPage()
  fetchBoard(game).catch(() => {})
}
