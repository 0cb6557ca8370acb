import { type Rejection, refuse } from '../protocol/rejections.ts'
import { ok, type Result } from '../result.ts'
import type { CommandOf } from './command.ts'
import { afterLeaving, followHost, goOnWithout } from './course.ts'
import type { Decision } from './decide.ts'
import { type DecideContext, Draft } from './draft.ts'
import {
  isAmong,
  keepsSeats,
  nameAt,
  type PlayerId,
  people,
  present,
  type RoomState,
  seatOf,
} from './room.ts'
import type { RoomSettings } from './settings.ts'

// What only the host may do, and whoever wants to be it.

/** Refuses with `not_host` whoever is not. */
export function hostOnly(state: RoomState, player: PlayerId): Result<null, Rejection> {
  return state.host === player ? ok(null) : refuse('not_host', 'Only the host may do that.')
}

export function setSettings(
  state: RoomState,
  { player, settings: wished }: CommandOf<'set_settings'>,
  context: DecideContext,
): Decision {
  const allowed = hostOnly(state, player)
  if (!allowed.ok) return allowed
  const { password, ...rest } = wished
  const changed = Object.entries(rest).filter(
    ([name, value]) => state.settings[name as keyof RoomSettings] !== value,
  )
  const others: Partial<RoomSettings> = Object.fromEntries(changed)
  const isPasswordSame = password === undefined || (password === null && !state.settings.password)
  if (isPasswordSame) return ok(changed.length === 0 ? [] : [{ type: 'settings_set', settings: others }])
  const settings: Partial<RoomSettings> = { ...others, password: password !== null }
  const digest = password === null ? {} : { digest: context.passwordDigest(password) }
  return ok([{ type: 'settings_set', settings, ...digest }])
}

/** Refuses with `bad_request` what is not everybody once. */
export function setOrder(state: RoomState, { player, seats }: CommandOf<'set_order'>): Decision {
  const allowed = hostOnly(state, player)
  if (!allowed.ok) return allowed
  if (keepsSeats(state)) return refuse('game_in_progress', 'The order is set before the start.')
  const here = present(state).map(({ seat }) => seat)
  const isEverybody = here.length === seats.length && here.every(seat => seats.includes(seat))
  if (!isEverybody) return refuse('bad_request', `seats: these are taken: ${here.join(', ')}`)
  return ok([{ type: 'order_set', seats }])
}

/** A bot leaves before the game only. */
export function remove(
  state: RoomState,
  { player, about }: CommandOf<'remove'>,
  context: DecideContext,
): Decision {
  const allowed = hostOnly(state, player)
  if (!allowed.ok) return allowed
  if (about.player === player) return refuse('forbidden', 'Leave the table, or hand it over.')
  const holder = state.seats.find(one => one?.player === about.player)
  if (holder?.bot && keepsSeats(state)) return refuse('game_in_progress', 'The bot plays this game.')
  if (!holder && isAmong(state.removed, about.player)) return ok([])
  const draft = new Draft(state, context)
  draft.add({
    type: 'player_removed',
    ...(holder ? { seat: holder.seat } : {}),
    player: about.player,
    name: holder?.name ?? about.name,
  })
  if (holder) {
    afterLeaving(draft, holder.seat)
    goOnWithout(draft)
  }
  return ok(draft.events)
}

export function unremove(state: RoomState, { player, about }: CommandOf<'unremove'>): Decision {
  const allowed = hostOnly(state, player)
  if (!allowed.ok) return allowed
  const known = state.removed.find(named => named.player === about.player)
  return ok(known ? [{ type: 'removal_undone', ...known }] : [])
}

export function mute(
  state: RoomState,
  { type, player, about }: CommandOf<'mute'> | CommandOf<'unmute'>,
): Decision {
  const allowed = hostOnly(state, player)
  if (!allowed.ok) return allowed
  if (about.player === player) return refuse('forbidden', 'The host may always speak.')
  const known = state.muted.find(named => named.player === about.player)
  if (type === 'unmute') return ok(known ? [{ type: 'unmuted', ...known }] : [])
  return ok(known ? [] : [{ type: 'muted', ...about }])
}

/** Refuses with `bad_request` who does not sit at the table, or is a bot. */
export function makeHost(state: RoomState, { player, about }: CommandOf<'make_host'>): Decision {
  const allowed = hostOnly(state, player)
  if (!allowed.ok) return allowed
  const heir = people(state).find(holder => holder.player === about.player)
  if (!heir) return refuse('bad_request', 'player: only who sits at the table can be the host')
  return ok(heir.player === player ? [] : [followHost(heir)])
}

export function askHost(state: RoomState, { player }: CommandOf<'ask_host'>): Decision {
  const seat = seatOf(state, player)
  if (seat === null) return refuse('not_in_room', 'You have no seat in this room.')
  if (state.host === player || state.hostAsked?.player === player) return ok([])
  return ok([{ type: 'host_asked', player, name: nameAt(state, seat) }])
}
