import { announce } from '@diceroom/shared/room/announcement.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { type PlayerId, seatOf } from '@diceroom/shared/room/room.ts'
import { project, viewOf } from '@diceroom/shared/room/view.ts'
import type { Told } from '../players/wire.ts'
import { isSame, type RoomLog } from './room-log.ts'

/** What is wrong with something that a player was told, held against the log; `null` where nothing is. */
export function wrongIn(told: Told, log: RoomLog): string | null {
  const { player, seq } = told
  if (seq > log.seq) return `${player} was told that there is event ${seq}, and the log ends with ${log.seq}`
  switch (told.kind) {
    case 'append':
      return wrongEvents(told.append.events, player, log) ?? wrongAnnouncement(told, log)
    case 'events':
      return wrongEvents(told.events, player, log)
    case 'state':
      return wrongState(told, log)
    case 'seq':
      return null
  }
}

function wrongEvents(events: readonly LoggedEvent[], player: PlayerId, log: RoomLog): string | null {
  for (const event of events) {
    if (!isTrue(event, player, log)) {
      const logged = JSON.stringify(log.events[event.seq - 1])
      return `${player} was told ${JSON.stringify(event)}, and the log says ${logged}`
    }
  }
  return null
}

/** Whether an event is the logged one as this player could see it, now or when it was told: seated or watching. */
function isTrue(event: LoggedEvent, player: PlayerId, log: RoomLog): boolean {
  const logged = log.events[event.seq - 1]
  if (!logged || !log.state) return false
  const state = log.stateAt(event.seq) ?? log.state
  const seats = new Set([seatOf(state, player), seatOf(log.state, player), null])
  return [...seats].some(seat => log.state && isSame(project(log.state, logged, seat ?? 'spectator'), event))
}

/** The message beside the events: which it is, its words, and its dice. */
function wrongAnnouncement(told: Extract<Told, { kind: 'append' }>, log: RoomLog): string | null {
  const { room: _, seq, at, events, ...beside } = told.append
  const before = log.stateAt(seq - events.length)
  const first = log.events[seq - events.length]
  // Told once more on a connection that was held up since before the last check.
  if (!before) return null
  if (at !== first?.at) return `${told.player} was told the wrong time of event ${first?.seq}`
  const { name, ...expected } = announce(before, events)
  if (name === told.name && isSame(expected, beside)) return null
  return `${told.player} was told event ${seq} by ${told.name} ${JSON.stringify(beside)}, not by ${name} ${JSON.stringify(expected)}`
}

function wrongState(told: Extract<Told, { kind: 'state' }>, log: RoomLog): string | null {
  const state = log.stateAt(told.seq)
  if (!state) return `${told.player} was shown the room as it was at ${told.seq}, long ago`
  const { spectators: _, ...shown } = told.state
  const expected = viewOf(state, seatOf(state, told.player) ?? 'spectator')
  if (isSame(expected, shown)) return null
  return `${told.player} was shown ${JSON.stringify(shown)}, and the log makes ${JSON.stringify(expected)}`
}
