import { expect } from 'vitest'
import type { Outcome, Roll, Seat } from '../games/game.ts'
import { type GameId, gameOf, isGameId, rulesVersion } from '../games/registry.ts'
import type { RejectionCode } from '../protocol/rejections.ts'
import type { RoomCommand } from '../room/command.ts'
import { type Decision, decide } from '../room/decide.ts'
import { type AppendMark, isTableEvent, type LoggedEvent, type RoomEvent } from '../room/events.ts'
import { fold } from '../room/evolve.ts'
import { isEndless, type LeaveReason, type PlayerId, type RoomState } from '../room/room.ts'
import { CHAIN_LENGTH, loadedDice, openSecrets } from './dice.ts'

// given(what happened).when(somebody asks for something).gives(what happens then), or .refuses(with a code)

/** A room with this past. What dealing its dice takes is added where it is left out: a deal for each game. */
export const given = (...past: readonly RoomEvent[]): Scenario => new Scenario(withDeals(past), null)

class Scenario {
  readonly past: readonly RoomEvent[]
  readonly decision: Decision | null

  constructor(past: readonly RoomEvent[], decision: Decision | null) {
    this.past = past
    this.decision = decision
  }

  get state(): RoomState {
    const state = fold(logOf(this.past))
    if (!state) throw new Error('a room begins with an event')
    return state
  }

  /** What the last command led to, as the log holds it. */
  get added(): readonly LoggedEvent[] {
    const count = this.decision?.ok ? this.decision.value.length : 0
    return logOf(this.past).slice(this.past.length - count)
  }

  /** The command is decided, with dice that fall as `faces` say, and becomes part of the past. */
  when(command: RoomCommand, ...faces: readonly number[]): Scenario {
    const dice = loadedDice(...faces)
    const decision = decide(this.state, command, openSecrets(dice))
    return new Scenario(decision.ok ? [...this.past, ...decision.value] : this.past, decision)
  }

  /** What happened, apart from how the dice were dealt. */
  gives(...events: readonly RoomEvent[]): Scenario {
    const value = this.decision?.ok ? this.decision.value.filter(event => !isOfDeals(event)) : []
    expect({ ...this.decision, value: value.map(unplaced) }).toEqual({
      ok: true,
      value: events.map(unplaced),
    })
    return this
  }

  /** Everything that happened. */
  givesExactly(...events: readonly RoomEvent[]): Scenario {
    expect(this.decision).toEqual({ ok: true, value: events })
    return this
  }

  refuses(code: RejectionCode, message: RegExp = /^[A-Za-z].+/): Scenario {
    expect(this.decision).toEqual({ ok: false, error: { code, message: expect.stringMatching(message) } })
    return this
  }
}

/** A deal that nobody put a seed into. */
export const dealt = (deal: number): readonly RoomEvent[] => [
  { type: 'deal_opened', deal, seals: {} },
  { type: 'deal_ready', deal, seeds: {}, missing: [] },
]

export const dealClosed = (deal: number): RoomEvent => ({
  type: 'deal_closed',
  deal,
  secret: `secret ${deal}`,
})

const isOfDeals = ({ type }: RoomEvent): boolean =>
  ['deal_opened', 'seed_opened', 'deal_ready', 'deal_closed'].includes(type)

/** An event whose dice could have been rolled in any deal and stream. */
const unplaced = (event: RoomEvent): RoomEvent =>
  'rolls' in event && event.rolls
    ? ({ ...event, rolls: event.rolls.map(roll => ({ ...roll, deal: 0, who: '', n: 0 })) } as RoomEvent)
    : event

const isEndlessRoom = (event: RoomEvent): boolean =>
  isTableEvent(event) && event.type === 'room_created' && isEndless(event)

function withDeals(past: readonly RoomEvent[]): readonly RoomEvent[] {
  const events: RoomEvent[] = []
  let deal = 0
  let isReady = false
  for (const [at, event] of past.entries()) {
    const follows = past[at + 1]?.type
    if (event.type === 'deal_opened') deal += 1
    if (event.type === 'deal_ready') isReady = true
    if (event.type === 'deal_closed') isReady = false
    if (event.type === 'game_started' && !isReady) {
      deal += 1
      events.push(...dealt(deal))
      isReady = true
    }
    events.push(event)
    if (isEndlessRoom(event) && follows !== 'deal_opened') {
      deal += 1
      events.push(...dealt(deal))
      isReady = true
    }
    if (
      isReady &&
      (event.type === 'game_over' || event.type === 'game_aborted') &&
      follows !== 'deal_closed'
    ) {
      events.push(dealClosed(deal))
      isReady = false
    }
  }
  return events
}

/** Events as a log holds them, counted from 1. */
export const logOf = (events: readonly RoomEvent[], mark?: AppendMark): readonly LoggedEvent[] =>
  events.map((event, at) => ({ ...event, seq: at + 1, at: 1_000 * (at + 1), ...(mark ? { cmd: mark } : {}) }))

/** Players are called after their ids here. */
export const nameOf = (player: PlayerId): string => player.slice(0, 1).toUpperCase() + player.slice(1)

export const open = (sides: number, ...faces: readonly number[]): Roll => ({
  deal: 1,
  who: '-',
  n: 0,
  count: faces.length,
  sides,
  faces,
})

/** The same dice, thrown at another place: in this deal, by this seat or the room, as its nth. */
export const at = (deal: number, who: Seat | '-', n: number, roll: Roll): Roll => ({
  ...roll,
  deal,
  who: String(who),
  n,
})

// What happens to rooms

export const created = (game: string, options: unknown = {}): RoomEvent => ({
  type: 'room_created',
  commitment: 'commitment 1',
  chainLength: CHAIN_LENGTH,
  room: 'ABC234',
  game: known(game),
  options: gameOf(known(game)).options.parse(options),
  rules: rulesVersion(known(game)),
  settings: { private: false },
})

export const optionsSet = (game: string, options: unknown): RoomEvent => ({
  type: 'options_set',
  options: gameOf(known(game)).options.parse(options),
})

function known(game: string): GameId {
  if (!isGameId(game)) throw new Error(`no game is called ${game}`)
  return game
}

export const joined = (seat: Seat, player: PlayerId, ...rolls: readonly Roll[]): RoomEvent => ({
  type: 'player_joined',
  seat,
  player,
  name: nameOf(player),
  ...(rolls.length === 0 ? {} : { rolls }),
})

export const left = (seat: Seat, player: PlayerId, reason: LeaveReason = 'left'): RoomEvent => ({
  type: 'player_left',
  seat,
  player,
  name: nameOf(player),
  reason,
})

export const hosted = (player: PlayerId): RoomEvent => ({
  type: 'host_changed',
  player,
  name: nameOf(player),
})

export const over = (...places: Outcome['places']): RoomEvent => ({ type: 'game_over', outcome: { places } })

// What people ask for

export const join = (player: PlayerId, as: 'player' | 'spectator' | 'either' = 'either'): RoomCommand => ({
  type: 'join',
  player,
  name: nameOf(player),
  as,
})

export const leave = (player: PlayerId, reason: LeaveReason = 'left'): RoomCommand => ({
  type: 'leave',
  player,
  reason,
})

export const start = (player: PlayerId, options?: unknown): RoomCommand =>
  options === undefined ? { type: 'start', player } : { type: 'start', player, options }

export const roll = (player: PlayerId, seen?: number): RoomCommand => ({
  type: 'move',
  player,
  move: { type: 'roll' },
  ...(seen === undefined ? {} : { seen }),
})

export const say = (player: PlayerId, text: string): RoomCommand => ({
  type: 'chat',
  player,
  name: nameOf(player),
  text,
})

export const choose = (player: PlayerId, options: unknown): RoomCommand => ({
  type: 'set_options',
  player,
  options,
})
