import { assertNever } from '../result.ts'
import { isTableEvent, type LoggedEvent } from './events.ts'
import { nameAt, type RoomState, rulesOf } from './room.ts'

/** Which message tells an append, and what it says beside the events. */
export type Announcement =
  | {
      readonly name: 'game_start'
      readonly message: string
      readonly gameStatus: 1
      readonly position: number
    }
  | {
      readonly name: 'game_process'
      readonly message: string
      readonly gameStatus: 0 | 1
      /** The first die that was rolled in the open, from 1 to its number of sides. */
      readonly position: number | null
      readonly dice: readonly number[]
    }
  | { readonly name: 'room_event' }

/**
 * How one append is told. `events` are as a viewer may see them, `state` is the room before them: names are
 * those of the people who did it, even if one of them leaves in the same append.
 */
export function announce(before: RoomState, events: readonly LoggedEvent[]): Announcement {
  const ended = events.some(event => event.type === 'game_over' || event.type === 'game_aborted')
  const position = openingDie(events)
  if (position !== null && !ended) {
    return { name: 'game_start', message: sentences(before, events), gameStatus: 1, position }
  }
  const game = events.flatMap(event => (isTableEvent(event) ? [] : [event]))
  if (game.length === 0 && !ended) return { name: 'room_event' }
  const dice = game.flatMap(event => event.rolls ?? []).flatMap(roll => roll.faces ?? [])
  return {
    name: 'game_process',
    message: sentences(before, events),
    gameStatus: ended ? 0 : 1,
    position: dice[0] ?? null,
    dice,
  }
}

const OPENING: readonly string[] = ['game_started', 'player_joined', 'visitor_joined']

/** The die that was thrown for a game that begins, or in a game that is always in play for who joins it. */
function openingDie(events: readonly LoggedEvent[]): number | null {
  for (const event of events) {
    if (!isTableEvent(event)) continue
    if (!OPENING.includes(event.type)) continue
    const face = 'rolls' in event ? event.rolls?.[0]?.faces?.[0] : undefined
    if (face !== undefined) return face
  }
  return null
}

const sentences = (before: RoomState, events: readonly LoggedEvent[]): string =>
  events
    .map(event => sentence(before, event))
    .filter(text => text !== '')
    .join('. ')

function sentence(before: RoomState, event: LoggedEvent): string {
  if (!isTableEvent(event)) return rulesOf(before).sentence(event, seat => nameAt(before, seat))
  switch (event.type) {
    case 'player_joined':
      return `${event.name} joined`
    case 'visitor_joined':
      return `Visitor ${event.visitor} joined`
    case 'player_left':
      return `${event.name} left`
    case 'host_changed':
      return `${event.name} is the host now`
    case 'game_started':
      return 'The game starts'
    case 'game_aborted':
      return 'The game was broken off'
    case 'room_closed':
      return 'The room was closed'
    case 'seat_moved':
      return `${event.name} holds seat ${event.seat + 1} now`
    case 'player_removed':
      return `${event.name} was sent away`
    case 'timed_out':
      return `The time of ${event.seats.map(seat => nameAt(before, seat)).join(', ')} was over`
    case 'default_asked':
      return `${event.name} did not want to wait any longer`
    case 'seat_held':
      return `A bot plays for ${nameAt(before, event.seat)}`
    case 'seat_taken_back':
      return `${nameAt(before, event.seat)} plays again`
    case 'seat_forfeited':
      return `${nameAt(before, event.seat)} is out of the game`
    case 'order_set':
    case 'removal_undone':
    case 'muted':
    case 'unmuted':
    case 'host_asked':
    case 'clock_credited':
    case 'queued':
    case 'unqueued':
    case 'reacted':
    case 'room_created':
    case 'options_set':
    case 'settings_set':
    case 'seal_given':
    case 'deal_opened':
    case 'seed_opened':
    case 'deal_ready':
    case 'deal_closed':
    case 'game_over':
    case 'chat':
      return ''
    default:
      return assertNever(event)
  }
}
