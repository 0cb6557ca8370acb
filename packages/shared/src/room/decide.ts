import type { SealedGame, Seat } from '../games/game.ts'
import { type GameId, gameOf, rulesVersion } from '../games/registry.ts'
import { complaintOf, PLAINLY } from '../protocol/complaint.ts'
import { type Refusal, type Rejection, refuse } from '../protocol/rejections.ts'
import { assertNever, ok, type Result } from '../result.ts'
import { abort, closeDeal, goOn, isAbandoned, makeReady, openDeal, readyWhereComplete } from './course.ts'
import { type DecideContext, Draft } from './draft.ts'
import { begin } from './evolve.ts'
import {
  isEndless,
  keepsSeats,
  nameAt,
  type PlayerId,
  present,
  type RoomCommand,
  type RoomEvent,
  type RoomSettings,
  type RoomState,
  rulesOf,
  seatOf,
} from './room.ts'
import { openingDie, visit, visitorMessage } from './visitors.ts'

export type Decision = Result<readonly RoomEvent[], Rejection>

type CommandOf<Type extends RoomCommand['type']> = Extract<RoomCommand, { type: Type }>

/**
 * What a command does to a room: the events to append (none where there is nothing to change), or why it is refused.
 * Pure: whatever hangs on secrets comes in through `context`.
 */
export function decide(state: RoomState, command: RoomCommand, context: DecideContext): Decision {
  if (state.closed) return refuse('room_closed', 'This room was closed.')
  switch (command.type) {
    case 'join':
      return join(state, command, context)
    case 'leave':
      return leave(state, command, context)
    case 'start':
      return start(state, command, context)
    case 'move':
      return move(state, command, context)
    case 'end':
      return end(state, command, context)
    case 'visit':
      return visit(state, context)
    case 'visitor_message':
      return visitorMessage(state, command, context)
    case 'chat':
      return chat(state, command)
    case 'set_options':
      return setOptions(state, command)
    case 'set_settings':
      return setSettings(state, command)
    case 'open_seal':
      return openSeal(state, command, context)
    case 'ready_deal':
      return readyDeal(state, command, context)
    case 'close':
      return close(state, command, context)
    default:
      return assertNever(command)
  }
}

/** The first events of a room, or `unknown_game` / `bad_options`. */
export function createRoom(
  room: string,
  wish: { game: GameId; options: unknown; settings: RoomSettings },
  context: DecideContext,
): Decision {
  const options = parseOptions(gameOf(wish.game), wish.options)
  if (!options.ok) return options
  const { game, settings } = wish
  const rules = rulesVersion(game)
  const about = { room, game, options: options.value, rules, settings }
  const created = { type: 'room_created', ...context.nextChain(), ...about } as const
  const draft = new Draft(begin({ ...created, seq: 1, at: 0 }), context)
  // Where one may roll at once there is a deal at once, into which nobody could put a seed yet.
  if (isEndless(draft.state)) openDeal(draft)
  return ok([created, ...draft.events])
}

function join(state: RoomState, command: CommandOf<'join'>, context: DecideContext): Decision {
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
  if (as === 'spectator') return ok([])
  const seat = leftSeat(state, player) ?? freeSeat(state)
  if (typeof seat !== 'number') return as === 'player' ? seat : ok([])
  const put = isNewSeal(draft, seat, seal) ? { seal } : {}
  draft.add({ type: 'player_joined', seat, player, name, ...put, ...openingDie(draft) })
  goOn(draft)
  return ok(draft.events)
}

/** Whether a seal that is handed in changes anything: one that was used, or comes too late for this game, does not. */
function isNewSeal({ state }: Draft, seat: Seat, seal: string | undefined): seal is string {
  const { seals, used, benched } = state.dealing
  if (seal === undefined || benched.includes(seat)) return false
  return used[seat] !== seal && seals[seat]?.seal !== seal
}

/** The seat that a player has left and may take back: none that has no part in the game that is about to begin. */
function leftSeat({ seats, phase, dealing: { opening } }: RoomState, player: PlayerId): Seat | undefined {
  const isOut = (seat: Seat) => phase !== 'playing' && opening !== null && !opening.seats.includes(seat)
  return seats.find(holder => holder?.player === player && !isOut(holder.seat))?.seat
}

function freeSeat(state: RoomState): Seat | Refusal {
  if (keepsSeats(state)) {
    return refuse('game_in_progress', 'A game is in play; you can watch until the next one.')
  }
  const { max } = rulesOf(state).seats
  for (let seat = 0; seat < max; seat += 1) {
    const holder = state.seats[seat]
    if (!holder || holder.left) return seat
  }
  return refuse('room_full', `All ${max} seats of this room are taken.`)
}

function leave(state: RoomState, { player, reason }: CommandOf<'leave'>, context: DecideContext): Decision {
  const seat = seatOf(state, player)
  if (seat === null) return ok([])
  const draft = new Draft(state, context)
  draft.add({ type: 'player_left', seat, player, name: nameAt(state, seat), reason })
  const [heir] = present(draft.state)
  if (draft.state.host === null && heir) {
    draft.add({ type: 'host_changed', player: heir.player, name: heir.name })
  }
  // Leaving opens no deal, and changes nothing in one that is opening.
  if (isEndless(state) || state.phase !== 'playing' || state.dealing.opening) return ok(draft.events)
  if (isAbandoned(draft)) abort(draft)
  else goOn(draft)
  return ok(draft.events)
}

function start(state: RoomState, command: CommandOf<'start'>, context: DecideContext): Decision {
  const allowed = hostOnly(state, command.player)
  if (!allowed.ok) return allowed
  if (state.phase === 'playing') return refuse('game_in_progress', 'The game is in play already.')
  if (state.dealing.opening) return refuse('game_in_progress', 'The game is about to start already.')
  const game = rulesOf(state)
  if (present(state).length < game.seats.min) {
    return refuse('not_enough_players', `This game needs ${game.seats.min} players.`)
  }
  const options = parseOptions(game, command.options ?? state.options)
  if (!options.ok) return options
  const draft = new Draft(state, context)
  if (command.options !== undefined) draft.add({ type: 'options_set', options: options.value })
  openDeal(draft)
  return ok(draft.events)
}

function end(state: RoomState, { player }: CommandOf<'end'>, context: DecideContext): Decision {
  const allowed = hostOnly(state, player)
  if (!allowed.ok) return allowed
  if (state.phase !== 'playing') return refuse('not_playing', 'No game is in play.')
  if (state.dealing.opening) return refuse('stale', 'Dice are just being dealt; please try again.')
  const draft = new Draft(state, context)
  abort(draft)
  return ok(draft.events)
}

function move(state: RoomState, command: CommandOf<'move'>, context: DecideContext): Decision {
  const seat = seatOf(state, command.player)
  if (seat === null) return refuse('not_in_room', 'You have no seat in this room.')
  if (state.phase !== 'playing') return refuse('not_playing', 'No game is in play.')
  const game = rulesOf(state)
  const { seen } = command
  if (seen !== undefined && seen < state.gameSeq && !isEndless(state)) {
    return refuse('stale', `The game went on since event ${seen}.`)
  }
  const parsed = game.move.safeParse(command.move)
  if (!parsed.success) return refuse('illegal_move', 'This game has no such move.')
  const draft = new Draft(state, context)
  const decided = game.decide(state.view, parsed.data, { seat, dice: draft.dice(seat) })
  if (!decided.ok) return decided
  draft.addAll(decided.value)
  goOn(draft)
  return ok(draft.events)
}

function openSeal(state: RoomState, command: CommandOf<'open_seal'>, context: DecideContext): Decision {
  const { player, deal, seed, nextSeal } = command
  const { opening, opened } = state.dealing
  if (deal > opened) return refuse('not_playing', `Deal ${deal} was not opened yet.`)
  if (opening?.deal !== deal) return refuse('stale', `Deal ${deal} does not wait for seeds any more.`)
  const mine = Object.entries(opening.players).find(([, holder]) => holder === player)
  if (!mine) return refuse('not_in_room', `You have no seal in deal ${deal}.`)
  const seat = Number(mine[0])
  if (context.sealOf(seed) !== opening.seals[seat]) {
    return refuse('seal_mismatch', `This seed is not the one that seat ${seat} has sealed.`)
  }
  if (Object.hasOwn(opening.seeds, seat)) return ok([])
  const draft = new Draft(state, context)
  const next = nextSeal !== undefined && seatOf(state, player) === seat ? { nextSeal } : {}
  draft.add({ type: 'seed_opened', deal, seat, seed, ...next })
  readyWhereComplete(draft)
  return ok(draft.events)
}

function readyDeal(state: RoomState, { deal }: CommandOf<'ready_deal'>, context: DecideContext): Decision {
  const draft = new Draft(state, context)
  if (state.dealing.opening?.deal === deal) makeReady(draft)
  return ok(draft.events)
}

/** No secret is kept for ever: a deal that is open is ready first, and closes. */
function close(state: RoomState, { reason }: CommandOf<'close'>, context: DecideContext): Decision {
  const draft = new Draft(state, context)
  while (draft.state.dealing.opening) makeReady(draft)
  if (draft.state.phase === 'playing' && !isEndless(state)) abort(draft)
  else closeDeal(draft)
  draft.add({ type: 'room_closed', reason })
  return ok(draft.events)
}

function chat(state: RoomState, { player, name, text }: CommandOf<'chat'>): Decision {
  const seat = seatOf(state, player)
  const from = seat === null ? { name } : { name: nameAt(state, seat), seat }
  return ok([{ type: 'chat', player, ...from, text }])
}

function setOptions(state: RoomState, { player, options }: CommandOf<'set_options'>): Decision {
  const allowed = hostOnly(state, player)
  if (!allowed.ok) return allowed
  if (keepsSeats(state)) return refuse('game_in_progress', 'Options are set before the start.')
  const parsed = parseOptions(rulesOf(state), options)
  if (!parsed.ok) return parsed
  return ok([{ type: 'options_set', options: parsed.value }])
}

function setSettings(state: RoomState, { player, settings }: CommandOf<'set_settings'>): Decision {
  const allowed = hostOnly(state, player)
  if (!allowed.ok) return allowed
  return ok([{ type: 'settings_set', settings: { ...state.settings, ...settings } }])
}

function hostOnly(state: RoomState, player: PlayerId): Result<null, Rejection> {
  return state.host === player ? ok(null) : refuse('not_host', 'Only the host may do that.')
}

function parseOptions(game: SealedGame, options: unknown) {
  const parsed = game.options.safeParse(options ?? {}, PLAINLY)
  return parsed.success ? ok(parsed.data) : refuse('bad_options', complaintOf(parsed.error, 'options'))
}
