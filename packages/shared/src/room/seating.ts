import type { Seat } from '../games/game.ts'
import { type Refusal, refuse } from '../protocol/rejections.ts'
import { ok } from '../result.ts'
import { botName } from './bot-names.ts'
import type { CommandOf } from './command.ts'
import { afterLeaving, goOn, goOnWithout } from './course.ts'
import type { Decision } from './decide.ts'
import { type DecideContext, Draft } from './draft.ts'
import { hostOnly } from './host.ts'
import {
  isAmong,
  isEndless,
  keepsSeats,
  nameAt,
  type PlayerId,
  type RoomState,
  rulesOf,
  seatOf,
} from './room.ts'
import { NAMED_MAX } from './seats.ts'
import { openingDie } from './visitors.ts'

// Who sits where: coming, leaving, bots, and seats that go from one to another.

export function join(state: RoomState, command: CommandOf<'join'>, context: DecideContext): Decision {
  const { player, name, as, seal } = command
  const draft = new Draft(state, context)
  const held = seatOf(state, player)
  if (held !== null) {
    if (isNewSeal(draft, held, seal)) {
      draft.add({ type: 'seal_given', seat: held, seal })
      goOn(draft)
    }
    return ok(draft.events)
  }
  const own = leftSeat(state, player)
  const refused = own === undefined ? refusedAtDoor(state, command, context) : null
  if (refused) return refused
  if (as === 'spectator') return ok([])
  const seat = own ?? freeSeat(state, player)
  if (typeof seat !== 'number') return as === 'player' ? seat : ok([])
  const bot = state.seats[seat]
  if (bot?.bot) draft.add({ type: 'player_left', seat, player: bot.player, name: bot.name, reason: 'left' })
  const put = isNewSeal(draft, seat, seal) ? { seal } : {}
  draft.add({ type: 'player_joined', seat, player, name, ...put, ...openingDie(draft) })
  goOn(draft)
  return ok(draft.events)
}

/** `room_locked` or `wrong_password` for who comes from outside. */
function refusedAtDoor(
  state: RoomState,
  { player, password }: CommandOf<'join'>,
  context: DecideContext,
): Refusal | null {
  if (state.settings.locked && state.host !== null && !state.steppedOut.includes(player))
    return refuse('room_locked', 'This room lets nobody in at the moment.')
  if (state.passwordDigest === null) return null
  if (password === undefined) return refuse('wrong_password', 'This room has a password.')
  const isRight = context.passwordDigest(password) === state.passwordDigest
  return isRight ? null : refuse('wrong_password', 'This is not the password of this room.')
}

/** Whether a seal that is handed in changes anything: one that was used, or comes too late for this game, does not. */
function isNewSeal({ state }: Draft, seat: Seat, seal: string | undefined): seal is string {
  const { seals, used, benched } = state.dealing
  if (seal === undefined || benched.includes(seat)) return false
  return used[seat] !== seal && seals[seat]?.seal !== seal
}

/**
 * The seat that a player has left and may take back: none that is out of the game, has no part in the one that is about to
 * begin, or from which they were sent away.
 */
function leftSeat(state: RoomState, player: PlayerId): Seat | undefined {
  const { seats, phase, removed, dealing } = state
  const { opening } = dealing
  if (isAmong(removed, player)) return undefined
  const isOut = (seat: Seat) => phase !== 'playing' && opening !== null && !opening.seats.includes(seat)
  const holder = seats.find(one => one?.player === player && !isOut(one.seat))
  return holder?.forfeit && phase === 'playing' ? undefined : holder?.seat
}

/** A seat for who comes; where all are taken, that of a bot. */
function freeSeat(state: RoomState, player: PlayerId | null): Seat | Refusal {
  if (player !== null && isAmong(state.removed, player)) {
    return refuse('forbidden', 'The host lets you only watch at this table.')
  }
  if (keepsSeats(state)) {
    return refuse('game_in_progress', 'A game is in play; you can watch until the next one.')
  }
  const { max } = rulesOf(state).seats
  for (let seat = 0; seat < max; seat += 1) {
    const holder = state.seats[seat]
    if (!holder || holder.left) return seat
  }
  const bot = player === null ? undefined : state.seats.findLast(holder => holder?.bot)
  return bot ? bot.seat : refuse('room_full', `All ${max} seats of this room are taken.`)
}

export function leave(
  state: RoomState,
  { player, reason }: CommandOf<'leave'>,
  context: DecideContext,
): Decision {
  const seat = seatOf(state, player)
  if (seat === null) return ok([])
  const draft = new Draft(state, context)
  draft.add({ type: 'player_left', seat, player, name: nameAt(state, seat), reason })
  afterLeaving(draft, seat)
  goOnWithout(draft)
  return ok(draft.events)
}

/** Seats a bot. Refuses with `bad_request` where there are no turns that it could take. */
export function addBot(
  state: RoomState,
  { player, level }: CommandOf<'add_bot'>,
  context: DecideContext,
): Decision {
  const allowed = hostOnly(state, player)
  if (!allowed.ok) return allowed
  if (isEndless(state)) return refuse('bad_request', 'Bots play where people take turns.')
  const draft = new Draft(state, context)
  const refused = seatBot(draft, level)
  return refused ?? ok(draft.events)
}

/** Puts a bot on a free seat, or says why there is none. */
export function seatBot(draft: Draft, level: CommandOf<'add_bot'>['level']): Refusal | null {
  const { state } = draft
  const seat = freeSeat(state, null)
  if (typeof seat !== 'number') return seat
  const number = state.bots + 1
  draft.add({ type: 'player_joined', seat, player: `bot-${number}`, name: botName(number), bot: level })
  return null
}

/** Refuses with `forbidden` who may not sit down. */
export function queue(
  state: RoomState,
  { type, player, name }: CommandOf<'queue'> | CommandOf<'unqueue'>,
): Decision {
  const isWaiting = isAmong(state.queue, player)
  if (type === 'unqueue') return ok(isWaiting ? [{ type: 'unqueued', player, name }] : [])
  if (isAmong(state.removed, player))
    return refuse('forbidden', 'The host lets you only watch at this table.')
  if (isWaiting || seatOf(state, player) !== null) return ok([])
  if (state.queue.length >= NAMED_MAX) return refuse('room_full', 'Too many wait already.')
  return ok([{ type: 'queued', player, name }])
}

/** Refuses with `stale` where the seat went to somebody else since the ticket was made. */
export function moveSeat(
  state: RoomState,
  { player, name, seat, from, moves, seal }: CommandOf<'move_seat'>,
  context: DecideContext,
): Decision {
  const holder = state.seats[seat]
  if (holder?.player === player) return ok([])
  if (holder?.player !== from || state.seatMoves !== moves) {
    return refuse('stale', 'This link was used before, or the seat is somebody else’s by now.')
  }
  if (holder.forfeit || isAmong(state.removed, from)) {
    return refuse('forbidden', 'The holder of this seat is out of the game.')
  }
  const draft = new Draft(state, context)
  const refused = give(draft, { seat, from, player, name })
  if (refused) return refused
  if (isNewSeal(draft, seat, seal)) draft.add({ type: 'seal_given', seat, seal })
  goOn(draft)
  return ok(draft.events)
}

/** The host gives the seat of who is gone to somebody who watches. */
export function giveSeat(
  state: RoomState,
  { player, seat, about }: CommandOf<'give_seat'>,
  context: DecideContext,
): Decision {
  const allowed = hostOnly(state, player)
  if (!allowed.ok) return allowed
  const holder = state.seats[seat]
  if (!holder || holder.forfeit || !(holder.left || holder.held)) {
    return refuse('forbidden', 'Only the seat of who is gone can be given to somebody.')
  }
  const draft = new Draft(state, context)
  const refused = give(draft, { seat, from: holder.player, ...about })
  if (refused) return refused
  goOn(draft)
  return ok(draft.events)
}

function give(
  draft: Draft,
  moved: { seat: Seat; from: PlayerId; player: PlayerId; name: string },
): Refusal | null {
  const { state } = draft
  if (state.seats.some(holder => holder?.player === moved.player)) {
    return refuse('bad_request', 'player: has a seat here already')
  }
  if (isAmong(state.removed, moved.player)) {
    return refuse('forbidden', 'The host lets them only watch at this table.')
  }
  draft.add({ type: 'seat_moved', ...moved })
  return null
}
