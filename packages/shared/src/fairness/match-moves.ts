import { type GameEvent, type GameMove, type Seat, visitorOf } from '../games/game.ts'
import { isTableEvent, type LoggedGameEvent } from '../room/events.ts'
import { type RoomState, rulesOf } from '../room/room.ts'
import { project } from '../room/view.ts'
import { type LoggedRolls, loggedDice, NotLogged, NotShown } from './logged-dice.ts'
import { isObject, isSame } from './same.ts'
import type { Line } from './transcript.ts'

// Which decision of a game the events of a log come from.

/** How many events of the log a decision explains; `hidden` where that cannot be known yet; `null` if none does. */
export type Match = number | 'hidden' | null

/** What a log may say of an event beside what its game has decided. */
const BESIDE = ['seq', 'at', 'auto', 'message']

export interface Log {
  readonly lines: readonly Line[]
  readonly rolls: LoggedRolls
}

/** The events with which a game begins, or a round of it, from `at` on. */
export function matchBegin(state: RoomState, log: Log, at: number): Match {
  return state.phase === 'playing' ? best([beginning(state, log, at)]) : null
}

const beginning = (state: RoomState & { phase: 'playing' }, log: Log, at: number): Match =>
  attempt(() => {
    const decided = rulesOf(state).begin(state.view, { dice: loggedDice(state, '-', log.rolls) })
    return matches(state, decided, log.lines.slice(at, at + decided.length))
  })

/** The events of some legal move, from `at` on; where they are marked `auto`, of the default move of their seat. */
export function matchMove(state: RoomState, log: Log, at: number): Match {
  const first = log.lines[at]?.event
  if (state.phase !== 'playing' || !first || isTableEvent(first)) return null
  return best(attempts(state, log, at, first))
}

function* attempts(
  state: RoomState & { phase: 'playing' },
  log: Log,
  at: number,
  first: LoggedGameEvent,
): Generator<Match> {
  if (first.seat === undefined && visitorOf(first.rolls?.[0]?.who ?? '') !== null) {
    yield attempt(() => visitorsMove(state, log, at, first))
    return
  }
  for (const { seat, move } of movesFor(state, first)) {
    yield attempt(() => {
      const dice = loggedDice(state, String(seat), log.rolls)
      const decided = rulesOf(state).decide(state.view, move, { seat, dice })
      if (!decided.ok || decided.value.length === 0) return null
      const events = first.auto
        ? decided.value.map(event => ({ ...event, auto: true as const }))
        : decided.value
      return matches(state, events, log.lines.slice(at, at + events.length))
    })
  }
}

/** What somebody without a seat has done: whose dice it rolled is who it was. */
function visitorsMove(
  state: RoomState & { phase: 'playing' },
  log: Log,
  at: number,
  { rolls = [] }: LoggedGameEvent,
): Match {
  const { visitors } = rulesOf(state)
  const who = rolls[0]?.who ?? ''
  const message = log.lines[at]?.raw.message
  const isHere = (visitorOf(who) ?? Number.POSITIVE_INFINITY) <= state.visitors
  if (!visitors?.admits(state.view) || !isHere || typeof message !== 'string') return null
  const decided = visitors.decide(state.view, message, { dice: loggedDice(state, who, log.rolls) })
  return decided.ok ? matches(state, decided.value, log.lines.slice(at, at + decided.value.length)) : null
}

/** What may have been done, the likeliest first. */
function* movesFor(
  state: RoomState & { phase: 'playing' },
  { seat: named, auto }: LoggedGameEvent,
): Generator<{ seat: Seat; move: GameMove }> {
  const game = rulesOf(state)
  if (auto) {
    if (named !== undefined) yield { seat: named, move: game.timeoutMove(state.view, named) }
    return
  }
  const seats = state.seats.flatMap(holder => (holder && (!holder.left || holder.held) ? [holder.seat] : []))
  for (const seat of seats.toSorted((a, b) => Number(b === named) - Number(a === named))) {
    for (const move of game.legalMoves(state.view, seat)) yield { seat, move }
  }
}

/** The first that explains something; else `hidden` where one may. */
function best(found: Iterable<Match>): Match {
  let hidden: Match = null
  for (const match of found) {
    if (typeof match === 'number') return match
    hidden ??= match
  }
  return hidden
}

function attempt(decide: () => Match): Match {
  try {
    return decide()
  } catch (error) {
    if (error instanceof NotShown) return 'hidden'
    // Asked for other dice, or did not expect this at all: it was not this move.
    if (error instanceof NotLogged || error instanceof Error) return null
    throw error
  }
}

/** Whether decided events are those of the log, as they are or as spectators are shown them. */
function matches(state: RoomState, decided: readonly GameEvent[], lines: readonly Line[]): Match {
  if (lines.length < decided.length) return null
  let isShown = true
  for (const [index, { event, raw }] of lines.entries()) {
    const one = decided[index]
    if (!one || isTableEvent(event)) return null
    if (saysWhat(raw, one)) continue
    if (!saysWhat(raw, project(state, { ...one, seq: event.seq, at: event.at }, 'spectator'))) return null
    isShown = false
  }
  return isShown ? decided.length : 'hidden'
}

/** Whether the log says of an event what was decided, and nothing else. */
function saysWhat(logged: Readonly<Record<string, unknown>>, decided: GameEvent): boolean {
  const beside = Object.keys(logged).filter(key => !Object.hasOwn(decided, key))
  const expected: unknown = decided
  return (
    isObject(expected) &&
    beside.every(key => BESIDE.includes(key) && (key !== 'auto' || decided.auto)) &&
    Object.keys(expected).every(key => isSame(logged[key], expected[key]))
  )
}
