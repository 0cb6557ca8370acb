import type { GameEvent, Outcome, Seat } from '../games/game.ts'
import { type BySeat, dealsCommitted } from './dealing.ts'
import type { Draft } from './draft.ts'
import type { RoomEvent } from './events.ts'
import {
  isAmong,
  isEndless,
  type Named,
  people,
  present,
  type RoomState,
  rulesOf,
  type SeatHolder,
} from './room.ts'

// The course of a room by itself: deals open, are ready and close; rounds and games begin and end.

/** A game that never ends has a new deal after so many rolls, for the seals of those who came meanwhile even earlier. */
const ROLLS_PER_DEAL = 50
/** So many seals may be asked for, for each roll that was made since the last time. */
const SEALS_PER_ROLL = 4

/**
 * Goes on until somebody is to act who is there: makes the default move for whoever has left without a bot that plays
 * for them, ends a round or the game.
 * Stops where nobody is there, so that the game waits for them.
 */
export function goOn(draft: Draft): void {
  for (let state = draft.state; state.phase === 'playing'; state = draft.state) {
    const game = rulesOf(state)
    if (isEndless(state)) {
      openWhereDue(draft)
      return
    }
    const outcome = outcomeOf(state)
    if (outcome) {
      end(draft, outcome)
      return
    }
    const waiting = game.toAct(state.view)
    if (waiting.length === 0) {
      if (state.dealing.opening) return
      closeDeal(draft)
      openDeal(draft)
      // What follows is gone on with there, now or when the deal is ready.
      return
    }
    const absent = waiting.find(seat => isPlayedFor(state.seats[seat]))
    if (absent === undefined || people(state).length === 0) return
    makeDefaultMove(draft, absent)
  }
}

/** Whether nobody moves for a seat, not even a bot. */
export const isPlayedFor = (holder: SeatHolder | null | undefined): boolean =>
  holder?.forfeit === true || (holder?.left !== undefined && !holder.held)

/** Makes the move of a seat that does not answer. */
export function makeDefaultMove(draft: Draft, seat: Seat): void {
  const { state } = draft
  if (state.phase !== 'playing') return
  const game = rulesOf(state)
  const move = game.timeoutMove(state.view, seat)
  const decided = game.decide(state.view, move, { seat, dice: draft.dice(seat) })
  if (!decided.ok) throw new Error(`${game.id} refuses its own default move: ${decided.error.message}`)
  draft.addAll(decided.value.map((event): GameEvent => ({ ...event, auto: true })))
}

/** The outcome of a game that is decided, in which who is out of it comes in last; `null` before. */
export function outcomeOf(state: RoomState): Outcome | null {
  if (state.phase !== 'playing') return null
  const outcome = rulesOf(state).outcome(state.view)
  if (!outcome) return null
  const out = forfeited(state)
  if (out.length === 0) return outcome
  const places = outcome.places.map(seats => seats.filter(seat => !out.includes(seat)))
  const last = outcome.places.flat().filter(seat => out.includes(seat))
  return { places: [...places, last].filter(seats => seats.length > 0) }
}

/** The outcome of a game in which all but one are out of it; `null` where others are left. */
export function outcomeByForfeit(state: RoomState): Outcome | null {
  const out = forfeited(state)
  const rest = state.seats.flatMap(holder => (holder && !out.includes(holder.seat) ? [holder.seat] : []))
  return state.phase === 'playing' && out.length > 0 && rest.length === 1 ? { places: [rest, out] } : null
}

const forfeited = (state: RoomState): readonly Seat[] =>
  state.seats.flatMap(holder => (holder?.forfeit ? [holder.seat] : []))

/** Ends a game that only one is left in, as won by that one; says whether it was such a game. */
export function endAsForfeited(draft: Draft): boolean {
  const outcome = outcomeByForfeit(draft.state)
  if (outcome) end(draft, outcome)
  return outcome !== null
}

function end(draft: Draft, outcome: Outcome): void {
  draft.add({ type: 'game_over', outcome })
  closeDeal(draft)
  seatQueue(draft)
}

/** Who has waited takes the seats that are free now. */
export function seatQueue(draft: Draft): void {
  const { max } = rulesOf(draft.state).seats
  for (const { player, name } of draft.state.queue) {
    const { seats } = draft.state
    const own = seats.find(holder => holder?.player === player)?.seat
    const free =
      own ?? Array.from({ length: max }, (_, seat) => seat).find(seat => !seats[seat] || seats[seat].left)
    if (free === undefined) return
    draft.add({ type: 'player_joined', seat: free, player, name })
    if (draft.state.host === null) draft.add({ type: 'host_changed', player, name })
  }
}

/** The room when a seat was left: somebody else may be the host, and a game goes on as the room has it. */
export function afterLeaving(draft: Draft, seat: Seat): void {
  const [heir] = people(draft.state)
  if (draft.state.host === null && heir) draft.add(followHost(heir))
  if (draft.state.phase === 'playing' && !isEndless(draft.state)) seatIsLeft(draft, seat)
}

export const followHost = ({ player, name }: Named): RoomEvent => ({ type: 'host_changed', player, name })

/** What becomes of a seat in a game whose holder has left. */
function seatIsLeft(draft: Draft, seat: Seat): void {
  const holder = draft.state.seats[seat]
  if (!holder?.left) return
  const { leaving } = draft.state.settings
  // Who is sent away does not lose the game by it: else the host would win whenever they like.
  const isSentAway = isAmong(draft.state.removed, holder.player)
  if (leaving === 'forfeit' && !isSentAway && !holder.forfeit) draft.add({ type: 'seat_forfeited', seat })
  const isBots = leaving === 'bot' || (leaving === 'forfeit' && isSentAway)
  if (isBots && !holder.held) draft.add({ type: 'seat_held', seat })
}

/** A game goes on without who has just left it, or is broken off where everybody has. */
export function goOnWithout(draft: Draft): void {
  // Leaving opens no deal, and changes nothing in one that is opening.
  const { state } = draft
  if (isEndless(state) || state.phase !== 'playing' || state.dealing.opening) return
  if (isAbandoned(draft)) abort(draft)
  else goOn(draft)
}

/** Fixes the seals of the next deal; where there are none, it is ready at once. */
export function openDeal(draft: Draft): void {
  const { dealing } = draft.state
  const seals: Record<Seat, string> = {}
  for (const { seat } of present(draft.state)) {
    const waiting = dealing.seals[seat]
    if (waiting) seals[seat] = waiting.seal
  }
  const deal = dealing.opened + 1
  const next = deal === dealsCommitted(dealing) ? { next: draft.context.nextChain() } : {}
  draft.add({ type: 'deal_opened', deal, seals, ...next })
  readyWhereComplete(draft)
}

/** A deal of which no seed is missing is ready. */
export function readyWhereComplete(draft: Draft): void {
  const { opening } = draft.state.dealing
  if (opening && missingOf(opening).length === 0) makeReady(draft)
}

/** The deal that is opening is ready with the seeds that are there, and what it makes possible happens. */
export function makeReady(draft: Draft): void {
  const { opening } = draft.state.dealing
  if (!opening) return
  const game = rulesOf(draft.state)
  if (isEndless(draft.state)) closeDeal(draft)
  const { deal, seeds, seats } = opening
  draft.add({ type: 'deal_ready', deal, seeds, missing: missingOf(opening) })
  if (isEndless(draft.state) && draft.state.phase === 'playing') return
  if (draft.state.phase !== 'playing') {
    const { games, options } = draft.state
    const rolls = [draft.dice('room').roll(1, 6)]
    const starter = starterAmong(draft.state, seats)
    const known = starter === null ? {} : { starter }
    draft.add({ type: 'game_started', number: games + 1, options, seats, ...known, rolls })
  }
  if (draft.state.phase !== 'playing') return
  draft.addAll(game.begin(draft.state.view, { dice: draft.dice('room') }))
  // Of those who left while the seeds were awaited.
  for (const seat of seats) seatIsLeft(draft, seat)
  if (!isEndless(draft.state) && isAbandoned(draft)) abort(draft)
  else goOn(draft)
}

/** Who begins the next game of those who play in it, in turn order; `null` where that is rolled for. */
export function starterAmong(state: RoomState, seats: readonly Seat[]): Seat | null {
  const { settings, starter, outcome } = state
  if (isEndless(state) || starter === null || state.games === 0) return null
  const isSame = (seat: Seat) => state.seats[seat]?.player === state.lineUp[seat]
  const only = ([seat, ...shared]: readonly Seat[] = []) =>
    seat !== undefined && shared.length === 0 && isSame(seat) ? seat : null
  const found = {
    'roll-off': () => null,
    rotation: () => seats[(seats.indexOf(starter) + 1) % seats.length] ?? null,
    winner: () => only(outcome?.places[0]),
    loser: () => only(outcome?.places.at(-1)),
  }[settings.starter]()
  return found !== null && seats.includes(found) ? found : null
}

/** Breaks the game off. */
export function abort(draft: Draft): void {
  draft.add({ type: 'game_aborted' })
  closeDeal(draft)
  if (!isEndless(draft.state)) seatQueue(draft)
}

/** Whether everybody has left the game on purpose. */
export const isAbandoned = ({ state }: Draft): boolean =>
  state.seats.every(
    holder => holder === null || holder.bot || holder.left === 'left' || holder.forfeit === true,
  )

/** Publishes the secret of the deal that rolls were made in. */
export function closeDeal(draft: Draft): void {
  const { current } = draft.state.dealing
  if (!current) return
  const { deal } = current
  draft.add({ type: 'deal_closed', deal, secret: draft.context.secretOf(deal) })
}

/**
 * In a game that never ends: a further deal for the seals of those who came, or after enough rolls. Rolls go on in the
 * old one until it is ready.
 */
function openWhereDue(draft: Draft): void {
  const { opening, current, seals } = draft.state.dealing
  if (opening || !current) return
  const waiting = Object.values(seals)
  const isAwaited = waiting.some(({ isNew }) => isNew)
  const enough = isAwaited ? rollsBeforeNewcomers(waiting.length) : ROLLS_PER_DEAL
  if (current.rolls >= enough) openDeal(draft)
}

/**
 * Every seat that takes part in a deal answers it, and everybody hears of that: where there are many, one who comes and
 * goes must not have them all answer each time.
 */
const rollsBeforeNewcomers = (sealed: number): number =>
  Math.min(Math.max(1, Math.floor(sealed / SEALS_PER_ROLL)), ROLLS_PER_DEAL)

const missingOf = ({ seals, seeds }: { seals: BySeat; seeds: BySeat }): readonly Seat[] =>
  Object.keys(seals)
    .map(Number)
    .filter(seat => !Object.hasOwn(seeds, seat))
