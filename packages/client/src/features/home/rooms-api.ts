import type { GameId } from '@diceroom/shared/games/registry.ts'
import { hasFace } from '../../games/registry.ts'

/** A table as `GET /api/rooms` lists it. */
export interface OpenTable {
  readonly room: string
  readonly game: GameId
  readonly phase: 'lobby' | 'playing' | 'over'
  /** In play at any time: one may sit down and roll. */
  readonly endless: boolean
  readonly players: readonly string[]
  /** how many can sit down */
  readonly seats: number
}

/** The public tables; `null` if the server cannot be reached. Games that this page does not know yet are left out. */
export async function openTables(signal: AbortSignal): Promise<readonly OpenTable[] | null> {
  try {
    const response = await fetch('/api/rooms', { signal })
    if (!response.ok) return null
    const { rooms }: { rooms: readonly OpenTable[] } = await response.json()
    return rooms.filter(({ game }) => hasFace(game))
  } catch {
    return null
  }
}

export async function roomExists(code: string): Promise<'yes' | 'no' | 'unknown'> {
  try {
    const { ok, status } = await fetch(`/api/rooms/${code}`)
    // It says who may come in.
    if (ok || status === 401 || status === 403) return 'yes'
    return status === 404 ? 'no' : 'unknown'
  } catch {
    return 'unknown'
  }
}
