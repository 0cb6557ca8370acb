import type { Level } from '../games/bot.ts'
import type { GameMove, SealedGame, Seat } from '../games/game.ts'
import { type GameId, gameOf, rulesVersion } from '../games/registry.ts'
import { complaintOf, PLAINLY } from '../protocol/complaint.ts'
import { type Rejection, refuse } from '../protocol/rejections.ts'
import { assertNever, ok, type Result } from '../result.ts'
import type { CommandOf, RoomCommand } from './command.ts'
import {
  abort,
  closeDeal,
  endAsForfeited,
  goOn,
  makeReady,
  openDeal,
  readyWhereComplete,
  seatQueue,
} from './course.ts'
import { type DecideContext, Draft } from './draft.ts'
import type { RoomEvent } from './events.ts'
import { begin } from './evolve.ts'
import { askHost, hostOnly, makeHost, mute, remove, setOrder, setSettings, unremove } from './host.ts'
import { isAmong, isEndless, keepsSeats, present, type RoomState, rulesOf, seatOf } from './room.ts'
import { addBot, giveSeat, join, leave, moveSeat, queue, seatBot } from './seating.ts'
import type { RoomSettings } from './settings.ts'
import { chat, mutedRefusal, react } from './talk.ts'
import { askDefault, credit, takeBackSeat, timeOut } from './turns.ts'
import { visit, visitorMessage } from './visitors.ts'

export type Decision = Result<readonly RoomEvent[], Rejection>

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
    case 'bot_move':
      return botMove(state, command, context)
    case 'chat':
      return chat(state, command)
    case 'react':
      return react(state, command)
    case 'set_options':
      return setOptions(state, command, context)
    case 'set_settings':
      return setSettings(state, command, context)
    case 'set_order':
      return setOrder(state, command)
    case 'add_bot':
      return addBot(state, command, context)
    case 'remove':
      return remove(state, command, context)
    case 'unremove':
      return unremove(state, command)
    case 'mute':
    case 'unmute':
      return mute(state, command)
    case 'make_host':
      return makeHost(state, command)
    case 'ask_host':
      return askHost(state, command)
    case 'ask_default':
      return askDefault(state, command, context)
    case 'take_back_seat':
      return takeBackSeat(state, command, context)
    case 'queue':
    case 'unqueue':
      return queue(state, command)
    case 'move_seat':
      return moveSeat(state, command, context)
    case 'give_seat':
      return giveSeat(state, command, context)
    case 'open_seal':
      return openSeal(state, command, context)
    case 'ready_deal':
      return readyDeal(state, command, context)
    case 'time_out':
      return timeOut(state, command, context)
    case 'credit':
      return credit(state, command)
    case 'close':
      return close(state, command, context)
    default:
      return assertNever(command)
  }
}

/** The first events of a room, or `unknown_game` / `bad_options`. */
export function createRoom(
  room: string,
  wish: { game: GameId; options: unknown; settings: Partial<RoomSettings>; bots?: readonly Level[] },
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
  else for (const level of wish.bots ?? []) seatBot(draft, level)
  return ok([created, ...draft.events])
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
  if (!isEndless(draft.state)) seatQueue(draft)
  openDeal(draft)
  return ok(draft.events)
}

function end(state: RoomState, { player }: CommandOf<'end'>, context: DecideContext): Decision {
  const allowed = hostOnly(state, player)
  if (!allowed.ok) return allowed
  if (state.phase !== 'playing') return refuse('not_playing', 'No game is in play.')
  if (state.dealing.opening) return refuse('stale', 'Dice are just being dealt; please try again.')
  const draft = new Draft(state, context)
  if (!endAsForfeited(draft)) abort(draft)
  return ok(draft.events)
}

function move(state: RoomState, command: CommandOf<'move'>, context: DecideContext): Decision {
  const seat = seatOf(state, command.player)
  if (seat === null) return refuse('not_in_room', 'You have no seat in this room.')
  if (state.phase !== 'playing') return refuse('not_playing', 'No game is in play.')
  const { seen } = command
  const isAlone = isEndless(state) || rulesOf(state).simultaneous?.(state.view)
  if (seen !== undefined && seen < state.gameSeq && !isAlone) {
    return refuse('stale', `The game went on since event ${seen}.`)
  }
  const parsed = rulesOf(state).move.safeParse(command.move)
  if (!parsed.success) return refuse('illegal_move', 'This game has no such move.')
  const draft = new Draft(state, context)
  // Whoever plays is back.
  if (state.seats[seat]?.held) draft.add({ type: 'seat_taken_back', seat })
  return makeMove(draft, seat, parsed.data)
}

/** What a bot did upon a state that has changed meanwhile does nothing, nor does one whose seat was taken back. */
function botMove(
  state: RoomState,
  { seat, move, seen }: CommandOf<'bot_move'>,
  context: DecideContext,
): Decision {
  if (state.phase !== 'playing' || seen < state.gameSeq || !state.seats[seat]?.held) return ok([])
  const parsed = rulesOf(state).move.safeParse(move)
  if (!parsed.success) return refuse('illegal_move', 'This game has no such move.')
  return makeMove(new Draft(state, context), seat, parsed.data)
}

function makeMove(draft: Draft, seat: Seat, move: GameMove): Decision {
  const { state } = draft
  if (state.phase !== 'playing') return refuse('not_playing', 'No game is in play.')
  const decided = rulesOf(state).decide(state.view, move, { seat, dice: draft.dice(seat) })
  if (!decided.ok) return decided
  const isMuted = isAmong(state.muted, state.seats[seat]?.player ?? '')
  if (isMuted && decided.value.some(event => 'message' in event)) return mutedRefusal()
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

function setOptions(
  state: RoomState,
  { player, options }: CommandOf<'set_options'>,
  context: DecideContext,
): Decision {
  const allowed = hostOnly(state, player)
  if (!allowed.ok) return allowed
  if (keepsSeats(state) || (state.phase !== 'playing' && state.dealing.opening))
    return refuse('game_in_progress', 'Options are set before the start.')
  const parsed = parseOptions(rulesOf(state), options)
  if (!parsed.ok) return parsed
  const draft = new Draft(state, context)
  // What is in play at any time ends where the options give it a beginning and an end.
  if (state.phase === 'playing' && !isEndless({ ...state, options: parsed.value })) {
    if (state.dealing.opening) return refuse('stale', 'Dice are just being dealt; please try again.')
    abort(draft)
  }
  draft.add({ type: 'options_set', options: parsed.value })
  return ok(draft.events)
}

function parseOptions(game: SealedGame, options: unknown) {
  const parsed = game.options.safeParse(options ?? {}, PLAINLY)
  return parsed.success ? ok(parsed.data) : refuse('bad_options', complaintOf(parsed.error, 'options'))
}
