import type { Viewer } from '@diceroom/shared/games/game.ts'
import { assertNever } from '@diceroom/shared/result.ts'
import { announce } from '@diceroom/shared/room/announcement.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { present } from '@diceroom/shared/room/room.ts'
import { project } from '@diceroom/shared/room/view.ts'
import type { Committed } from '../rooms/live-room.ts'
import type { Audience } from './audience.ts'
import { Outgoing } from './session.ts'

/** Tells every connection in the room what was committed: one message each, encoded once for all who see the same. */
export function broadcast(audience: Audience, committed: Committed): void {
  const { after } = committed
  const sessions = audience.in(after.room)
  if (sessions.size === 0) return
  const seats = new Map(present(after).map(({ player, seat }) => [player, seat]))
  const made: Made[] = []
  for (const session of sessions) {
    session.send(messageFor(seats.get(session.player.id) ?? 'spectator', committed, made))
  }
}

interface Made {
  readonly events: readonly LoggedEvent[]
  readonly message: Outgoing
}

/** The message for this viewer; the one that another viewer was sent, where both see the same events. */
function messageFor(viewer: Viewer, committed: Committed, made: Made[]): Outgoing {
  const events = committed.events.map(event => project(committed.after, event, viewer))
  const same = made.find(other => other.events.every((event, at) => event === events[at]))
  if (same) return same.message
  const message = messageOf(committed, events)
  made.push({ events, message })
  return message
}

function messageOf({ before, after }: Committed, events: readonly LoggedEvent[]): Outgoing {
  const announcement = announce(before, events)
  const append = { room: after.room, seq: after.seq, at: events[0]?.at ?? 0, events }
  switch (announcement.name) {
    case 'game_start': {
      const { name, ...rest } = announcement
      return new Outgoing(name, { ...append, ...rest })
    }
    case 'game_process': {
      const { name, ...rest } = announcement
      return new Outgoing(name, { ...append, ...rest })
    }
    case 'room_event':
      return new Outgoing(announcement.name, append)
    default:
      return assertNever(announcement)
  }
}
