import { sealed, unbenched, unsealed } from './dealing.ts'
import { isTableEvent, type LoggedGameEvent, type LoggedTableEvent } from './events.ts'
import { isAmong, keepsSeats, type Named, type PlayerId, type RoomState, type SeatHolder } from './room.ts'

// What events do to the seats of a room.

type EventOf<Type extends LoggedTableEvent['type']> = Extract<LoggedTableEvent, { type: Type }>

/** So many names a list of the room holds: whoever is pushed out of one was put there long ago. */
export const NAMED_MAX = 256

export function withPlayer(state: RoomState, event: EventOf<'player_joined'>): RoomState {
  const { seat, player, name, seal, bot } = event
  const level = bot === undefined ? {} : { level: bot }
  const seats = withSeat(state, { seat, player, name, bot: bot !== undefined, ...level })
  const dealing = seal === undefined ? state.dealing : sealed(state.dealing, seat, { seal, isNew: true })
  if (bot !== undefined) return { ...state, seats, dealing, bots: state.bots + 1 }
  return { ...state, seats, dealing, queue: without(state.queue, player), host: state.host ?? player }
}

export function withoutPlayer(state: RoomState, { player, seat, reason }: EventOf<'player_left'>): RoomState {
  const isKept = keepsSeats(state)
  const seats = state.seats.map(holder => {
    if (holder?.seat !== seat) return holder
    return isKept ? { ...holder, left: reason } : null
  })
  const dealing = unsealed(state.dealing, seat)
  const { locked } = state.settings
  return {
    ...state,
    seats: trimmed(seats),
    steppedOut: locked ? [...state.steppedOut, player].slice(-NAMED_MAX) : state.steppedOut,
    dealing: isKept ? dealing : unbenched(dealing, seat),
    host: state.host === player ? null : state.host,
    hostAsked: state.hostAsked?.player === player ? null : state.hostAsked,
  }
}

/** Who is sent away leaves the seat like who goes, and has no way back to it. */
export function withoutRemoved(state: RoomState, event: EventOf<'player_removed'>): RoomState {
  const { seat, player, name } = event
  const isBot = seat !== undefined && state.seats[seat]?.bot === true
  const after =
    seat === undefined ? state : withoutPlayer(state, { ...event, type: 'player_left', seat, reason: 'left' })
  const queue = without(after.queue, player)
  if (isBot || isAmong(after.removed, player)) return { ...after, queue }
  return { ...after, queue, removed: [...after.removed, { player, name }].slice(-NAMED_MAX) }
}

/** Another player holds the seat; the seal that waited is nobody's any more. */
export function withSeatMoved(state: RoomState, event: EventOf<'seat_moved'>): RoomState {
  const { seat, from, player, name } = event
  const moved = {
    ...state,
    seats: withSeat(state, { seat, player, name, bot: false }),
    dealing: unbenched(unsealed(state.dealing, seat), seat),
    queue: without(state.queue, player),
    lineUp: { ...state.lineUp, [seat]: player },
    seatMoves: state.seatMoves + 1,
  }
  return state.host === from || state.host === null ? withHost(moved, player) : moved
}

/** The host may always speak. */
export const withHost = (state: RoomState, host: PlayerId): RoomState => ({
  ...state,
  host,
  hostAsked: null,
  muted: without(state.muted, host),
})

/** Who plays in a game that begins. */
export const lineUpOf = ({ seats }: RoomState, event: EventOf<'game_started'>): RoomState['lineUp'] =>
  Object.fromEntries(event.seats.flatMap(seat => (seats[seat] ? [[seat, seats[seat].player]] : [])))

/** The state with something else about who holds a seat. */
export function withHolder(
  state: RoomState,
  seat: number,
  change: (holder: SeatHolder) => SeatHolder,
): RoomState {
  return { ...state, seats: state.seats.map(holder => (holder?.seat === seat ? change(holder) : holder)) }
}

export const countMissed = (holder: SeatHolder): SeatHolder => ({
  ...holder,
  missed: (holder.missed ?? 0) + 1,
})

/** Who plays themselves has missed nothing. */
export function unmissed(state: RoomState, { seat, auto }: LoggedGameEvent): RoomState {
  if (seat === undefined || auto || state.seats[seat]?.missed === undefined) return state
  return withHolder(state, seat, ({ missed: _, ...holder }) => holder)
}

/** Nobody plays for the holder any more. */
export const takenBack = ({ held: _, missed: __, ...holder }: SeatHolder): SeatHolder => holder

/** Who plays in a game that begins, with nothing left of the game before but that a bot holds the seat. */
export const seatsOfGame = (state: RoomState, { seats }: EventOf<'game_started'>): RoomState['seats'] =>
  trimmed(
    state.seats.map(holder => {
      // Who has left while the seeds were awaited plays along: the seat is played for.
      if (holder === null || (holder.left && !seats.includes(holder.seat))) return null
      const { forfeit: _, missed: __, ...fresh } = holder
      return fresh
    }),
  )

export const without = (names: readonly Named[], player: PlayerId): readonly Named[] =>
  isAmong(names, player) ? names.filter(named => named.player !== player) : names

/** Whether an event may have changed whose move in a seat is waited for, so that its time begins anew. */
export const renewsTurn = (state: RoomState, event: LoggedTableEvent | LoggedGameEvent): boolean => {
  if (!isTableEvent(event)) return false
  if (event.type === 'settings_set') return event.settings.clock !== undefined
  const isBack =
    event.type === 'seat_taken_back' || event.type === 'seat_moved' || event.type === 'player_joined'
  return isBack && (state.turn?.seats.includes(event.seat) ?? false)
}

function withSeat(state: RoomState, holder: SeatHolder): readonly (SeatHolder | null)[] {
  const seats = [...state.seats]
  while (seats.length < holder.seat) seats.push(null)
  seats[holder.seat] = holder
  return seats
}

export function trimmed(seats: readonly (SeatHolder | null)[]): readonly (SeatHolder | null)[] {
  return seats.slice(0, seats.findLastIndex(holder => holder !== null) + 1)
}
