import type { Roll, Viewer } from '../games/game.ts'
import { isTableEvent, type LoggedEvent } from './events.ts'
import { type RoomState, rulesOf } from './room.ts'

// The one place between the log and every socket.

/** What `viewer` may see of a room. */
export function viewOf(state: RoomState, viewer: Viewer): RoomState {
  const open = state.passwordDigest === null ? state : { ...state, passwordDigest: null }
  if (open.phase === 'lobby') return open
  const view = rulesOf(open).view(open.view, viewer)
  return view === open.view ? open : { ...open, view }
}

/**
 * What `viewer` may see of an event of the room that `state` is of. Gives back the event itself where nothing is
 * hidden, so that viewers who see the same can be sent the same bytes.
 */
export function project(state: RoomState, event: LoggedEvent, viewer: Viewer): LoggedEvent {
  const unmarked = withoutMark(event)
  if (isTableEvent(unmarked)) return unmarked
  const shown = rulesOf(state).project(unmarked, viewer)
  // Of what the game gives back only the stamp is filled in: a field that it left out stays out.
  const stamped = shown === unmarked ? unmarked : { ...shown, seq: unmarked.seq, at: unmarked.at }
  return stamped.rolls?.some(roll => isHidden(roll, viewer))
    ? { ...stamped, rolls: stamped.rolls.map(roll => seenBy(roll, viewer)) }
    : stamped
}

/**
 * What anybody may see of an event now that `state` is reached: where its deal is closed, all of it. For those who look
 * back; who follows the game is shown its events by `project`, and sees hidden dice when they are shown.
 */
export function projectPast(state: RoomState, event: LoggedEvent): LoggedEvent {
  const { current } = state.dealing
  const isOpen = current !== null && event.seq >= current.since
  return isOpen ? project(state, event, 'spectator') : withoutMark(event)
}

/** An event without what concerns only the server: the mark of its command, and what a password gives. */
export function withoutMark(event: LoggedEvent): LoggedEvent {
  if (!event.cmd) return withoutDigest(event)
  const { cmd: _, ...rest } = event
  return withoutDigest(rest)
}

function withoutDigest(event: LoggedEvent): LoggedEvent {
  if (event.type !== 'settings_set' || !isTableEvent(event) || event.digest === undefined) return event
  const { digest: _, ...rest } = event
  return rest
}

const isHidden = (roll: Roll, viewer: Viewer): boolean =>
  roll.secretTo !== undefined && roll.secretTo !== viewer && roll.faces !== null

const seenBy = (roll: Roll, viewer: Viewer): Roll =>
  isHidden(roll, viewer) ? { ...roll, faces: null } : roll
