import { isTableEvent, type LoggedEvent, type LoggedTableEvent } from './events.ts'
import type { PlayerId } from './room.ts'

/** What stands in the place of a name or of something said that was taken back. */
export const BLANK = '—'

/**
 * Those events of a log that are another once a player's name, what they said, and the words beside their moves are
 * blanked; what they did stays, and their dice verify as before. `log` has at least every event that names the
 * player, puts somebody in a seat or bears a message, in order.
 */
export function blanked(log: readonly LoggedEvent[], player: PlayerId): readonly LoggedEvent[] {
  const seats = new Map<number, PlayerId>()
  return log.flatMap(event => {
    const next = blankedEvent(event, player, seat => seats.get(seat) === player)
    if (isTableEvent(event) && isSeating(event)) seats.set(event.seat, event.player)
    return next ? [next] : []
  })
}

/** What a player has said and sent along with moves, by the same `log`. */
export function wordsIn(log: readonly LoggedEvent[], player: PlayerId): readonly Words[] {
  const seats = new Map<number, PlayerId>()
  return log.flatMap((event): readonly Words[] => {
    const { at } = event
    if (isTableEvent(event)) {
      if (isSeating(event)) seats.set(event.seat, event.player)
      return event.type === 'chat' && event.player === player ? [{ at, text: event.text }] : []
    }
    const isTheirs = event.seat !== undefined && seats.get(event.seat) === player
    return isTheirs && 'message' in event ? [{ at, text: String(event.message) }] : []
  })
}

/** Whether from here on somebody else may hold a seat. */
const isSeating = (
  event: LoggedTableEvent,
): event is Extract<LoggedTableEvent, { type: 'player_joined' | 'seat_moved' }> =>
  event.type === 'player_joined' || event.type === 'seat_moved'

export interface Words {
  /** Server time in ms. */
  readonly at: number
  readonly text: string
}

function blankedEvent(
  event: LoggedEvent,
  player: PlayerId,
  isTheirs: (seat: number) => boolean,
): LoggedEvent | null {
  if (!isTableEvent(event)) {
    const { seat } = event
    const hasWords = 'message' in event && event.message !== BLANK
    if (!hasWords || seat === undefined || !isTheirs(seat)) return null
    const blank = { ...event, message: BLANK }
    return blank
  }
  if (!('player' in event) || event.player !== player || event.name === BLANK) return null
  return event.type === 'chat' ? { ...event, name: BLANK, text: BLANK } : { ...event, name: BLANK }
}

/** The same value without the name of a player, wherever in it one stands beside their id; itself where none does. */
export function withoutName<T>(value: T, player: PlayerId): T {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withoutName(inner, player)] as const)
  const isTheirs = 'player' in value && value.player === player && 'name' in value && value.name !== BLANK
  const isSame = entries.every(([key, inner]) => inner === Reflect.get(value, key))
  if (isSame && !isTheirs) return value
  const copy = Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
  return (isTheirs ? { ...copy, name: BLANK } : copy) as T
}
