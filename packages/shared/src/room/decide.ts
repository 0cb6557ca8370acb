import type { Dice, GameEvent, Seat } from '../games/game.ts'
import { type GameId, gameOf } from '../games/registry.ts'
import { type Refusal, type Rejection, refuse } from '../protocol/rejections.ts'
import { assertNever, ok, type Result } from '../result.ts'
import { Draft } from './draft.ts'
import { keepsSeats, RULES_VERSION } from './evolve.ts'
import {
  nameAt,
  type PlayerId,
  present,
  type RoomCommand,
  type RoomEvent,
  type RoomSettings,
  type RoomState,
  seatOf,
} from './room.ts'

export interface DecideContext {
  /** The room's own dice, and those of whoever sits in a seat. */
  diceFor(roller: Seat | 'room'): Dice
}

export type Decision = Result<readonly RoomEvent[], Rejection>

type CommandOf<Type extends RoomCommand['type']> = Extract<RoomCommand, { type: Type }>

/**
 * What a command does to a room: the events to append (none where there is nothing to change), or why it is refused.
 * Pure: time and dice come in through `context`.
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
    case 'chat':
      return chat(state, command)
    case 'set_options':
      return setOptions(state, command)
    case 'set_settings':
      return setSettings(state, command)
    case 'close':
      return ok([{ type: 'room_closed', reason: command.reason }])
    default:
      return assertNever(command)
  }
}

/** The first events of a room, or `unknown_game` / `bad_options`. */
export function createRoom(
  room: string,
  wish: { game: GameId; options: unknown; settings: RoomSettings },
): Decision {
  const options = parseOptions(wish.game, wish.options)
  if (!options.ok) return options
  const { game, settings } = wish
  return ok([{ type: 'room_created', room, game, options: options.value, rules: RULES_VERSION, settings }])
}

function join(state: RoomState, { player, name, as }: CommandOf<'join'>, context: DecideContext): Decision {
  if (as === 'spectator' || seatOf(state, player) !== null) return ok([])
  const own = state.seats.find(holder => holder?.player === player)
  const seat = own?.seat ?? freeSeat(state)
  if (typeof seat !== 'number') return as === 'player' ? seat : ok([])
  const opening = gameOf(state.game).endless ? { rolls: [context.diceFor('room').roll(1, 6)] } : {}
  const draft = new Draft(state)
  draft.add({ type: 'player_joined', seat, player, name, ...opening })
  playForAbsent(draft, context)
  return ok(draft.events)
}

function freeSeat(state: RoomState): Seat | Refusal {
  if (keepsSeats(state.game, state.phase)) {
    return refuse('game_in_progress', 'A game is in play; you can watch until the next one.')
  }
  const { max } = gameOf(state.game).seats
  for (let seat = 0; seat < max; seat += 1) {
    const holder = state.seats[seat]
    if (!holder || holder.left) return seat
  }
  return refuse('room_full', `All ${max} seats of this room are taken.`)
}

function leave(state: RoomState, { player, reason }: CommandOf<'leave'>, context: DecideContext): Decision {
  const seat = seatOf(state, player)
  if (seat === null) return ok([])
  const draft = new Draft(state)
  draft.add({ type: 'player_left', seat, player, name: nameAt(state, seat), reason })
  const [heir] = present(draft.state)
  if (draft.state.host === null && heir) {
    draft.add({ type: 'host_changed', player: heir.player, name: heir.name })
  }
  const everybodyLeft = draft.state.seats.every(holder => holder === null || holder.left === 'left')
  if (keepsSeats(state.game, state.phase) && everybodyLeft) draft.add({ type: 'game_aborted' })
  else playForAbsent(draft, context)
  return ok(draft.events)
}

function start(state: RoomState, command: CommandOf<'start'>, context: DecideContext): Decision {
  const allowed = hostOnly(state, command.player)
  if (!allowed.ok) return allowed
  if (state.phase === 'playing') return refuse('game_in_progress', 'The game is in play already.')
  const game = gameOf(state.game)
  const seats = present(state).map(holder => holder.seat)
  if (seats.length < game.seats.min) {
    return refuse('not_enough_players', `This game needs ${game.seats.min} players.`)
  }
  const options = parseOptions(state.game, command.options ?? state.options)
  if (!options.ok) return options
  const dice = context.diceFor('room')
  const draft = new Draft(state)
  const opening = { number: state.games + 1, options: options.value, seats, rolls: [dice.roll(1, 6)] }
  draft.add({ type: 'game_started', ...opening })
  if (draft.state.phase === 'playing') draft.addAll(game.begin(draft.state.view, { dice }))
  return ok(draft.events)
}

function move(state: RoomState, command: CommandOf<'move'>, context: DecideContext): Decision {
  const seat = seatOf(state, command.player)
  if (seat === null) return refuse('not_in_room', 'You have no seat in this room.')
  if (state.phase !== 'playing') return refuse('not_playing', 'No game is in play.')
  const game = gameOf(state.game)
  const { seen } = command
  if (seen !== undefined && seen < state.gameSeq && !game.endless) {
    return refuse('stale', `The game went on since event ${seen}.`)
  }
  const parsed = game.move.safeParse(command.move)
  if (!parsed.success) return refuse('illegal_move', 'This game has no such move.')
  const decided = game.decide(state.view, parsed.data, { seat, dice: context.diceFor(seat) })
  if (!decided.ok) return decided
  const draft = new Draft(state)
  draft.addAll(decided.value)
  playForAbsent(draft, context)
  return ok(draft.events)
}

/**
 * Ends the game where it is decided; else makes the default move for whoever is to act and has left, until it is
 * somebody's turn who is there. Stops where nobody is there, so that the game waits for them.
 */
function playForAbsent(draft: Draft, context: DecideContext): void {
  const game = gameOf(draft.state.game)
  for (let state = draft.state; state.phase === 'playing'; state = draft.state) {
    const outcome = game.outcome(state.view)
    if (outcome) {
      draft.add({ type: 'game_over', outcome })
      return
    }
    const absent = game.toAct(state.view).find(seat => state.seats[seat]?.left)
    if (absent === undefined || present(state).length === 0) return
    const dice = context.diceFor(absent)
    const decided = game.decide(state.view, game.timeoutMove(state.view, absent), { seat: absent, dice })
    if (!decided.ok) throw new Error(`${game.id} refuses its own default move: ${decided.error.message}`)
    draft.addAll(decided.value.map((event): GameEvent => ({ ...event, auto: true })))
  }
}

function chat(state: RoomState, { player, name, text }: CommandOf<'chat'>): Decision {
  const seat = seatOf(state, player)
  const from = seat === null ? { name } : { name: nameAt(state, seat), seat }
  return ok([{ type: 'chat', player, ...from, text }])
}

function setOptions(state: RoomState, { player, options }: CommandOf<'set_options'>): Decision {
  const allowed = hostOnly(state, player)
  if (!allowed.ok) return allowed
  if (keepsSeats(state.game, state.phase))
    return refuse('game_in_progress', 'Options are set before the start.')
  const parsed = parseOptions(state.game, options)
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

function parseOptions(game: GameId, options: unknown) {
  const parsed = gameOf(game).options.safeParse(options ?? {})
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return refuse('bad_options', `${issue?.path.join('.') || 'options'}: ${issue?.message ?? 'not valid'}`)
}
