import type { GameEvent, Seat } from '../games/game.ts'
import { type BySeat, dealsCommitted } from './dealing.ts'
import type { Draft } from './draft.ts'
import { isEndless, present, rulesOf } from './room.ts'

// The course of a room by itself: deals open, are ready and close; rounds and games begin and end.

/** A game that never ends has a new deal after so many rolls, for the seals of those who came meanwhile even earlier. */
const ROLLS_PER_DEAL = 50
/** So many seals may be asked for, for each roll that was made since the last time. */
const SEALS_PER_ROLL = 4

/**
 * Goes on until somebody is to act who is there: makes the default move for whoever has left, ends a round or the game.
 * Stops where nobody is there, so that the game waits for them.
 */
export function goOn(draft: Draft): void {
  for (let state = draft.state; state.phase === 'playing'; state = draft.state) {
    const game = rulesOf(state)
    if (isEndless(state)) {
      openWhereDue(draft)
      return
    }
    const outcome = game.outcome(state.view)
    if (outcome) {
      draft.add({ type: 'game_over', outcome })
      closeDeal(draft)
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
    const absent = waiting.find(seat => state.seats[seat]?.left)
    if (absent === undefined || present(state).length === 0) return
    const move = game.timeoutMove(state.view, absent)
    const decided = game.decide(state.view, move, { seat: absent, dice: draft.dice(absent) })
    if (!decided.ok) throw new Error(`${game.id} refuses its own default move: ${decided.error.message}`)
    draft.addAll(decided.value.map((event): GameEvent => ({ ...event, auto: true })))
  }
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
    draft.add({ type: 'game_started', number: games + 1, options, seats, rolls })
  }
  if (draft.state.phase !== 'playing') return
  draft.addAll(game.begin(draft.state.view, { dice: draft.dice('room') }))
  if (!isEndless(draft.state) && isAbandoned(draft)) abort(draft)
  else goOn(draft)
}

/** Breaks the game off. */
export function abort(draft: Draft): void {
  draft.add({ type: 'game_aborted' })
  closeDeal(draft)
}

/** Whether everybody has left the game on purpose. */
export const isAbandoned = ({ state }: Draft): boolean =>
  state.seats.every(holder => holder === null || holder.left === 'left')

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
