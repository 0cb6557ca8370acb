import type { Roll } from '@diceroom/shared/games/game.ts'
import { type PlayedGame, playedGame } from '@diceroom/shared/room/played-game.ts'
import { isTableEvent, type LoggedEvent, type RoomState } from '@diceroom/shared/room/room.ts'
import type { Beside } from '../stores/room-store.ts'

/**
 * What a room's events add to the figures of the whole server. Dice that were rolled in secret are counted when their deal
 * is closed: counted at once, they could be told from the counts.
 */
export class Tally {
  /** The secret rolls of the deal that is open. */
  private hidden: Roll[] = []

  /** `past`: the events since that deal was ready. */
  constructor(past: readonly LoggedEvent[] = []) {
    for (const event of past) this.take(event)
  }

  /** What is kept beside events that follow each other; `before` is the room before the first, `evolve` goes on from it. */
  of(
    before: RoomState,
    events: readonly LoggedEvent[],
    evolve: (state: RoomState, event: LoggedEvent) => RoomState,
  ): { readonly after: RoomState; readonly beside: Omit<Beside, 'roots'> } {
    const faces = new Map<number, number[]>()
    let played: PlayedGame | null = null
    let state = before
    for (const event of events) {
      played = gameEndedBy(event, state) ?? played
      for (const roll of this.take(event)) count(faces, roll)
      state = evolve(state, event)
    }
    return {
      after: state,
      beside: { ...(faces.size > 0 ? { faces } : {}), ...(played ? { played } : {}) },
    }
  }

  /** The rolls that are known to everybody by this event. */
  private take(event: LoggedEvent): readonly Roll[] {
    if (isTableEvent(event) && event.type === 'deal_closed') {
      const { hidden } = this
      this.hidden = []
      return hidden
    }
    const rolls = 'rolls' in event ? (event.rolls ?? []) : []
    if (!rolls.some(({ secretTo }) => secretTo !== undefined)) return rolls
    this.hidden.push(...rolls.filter(({ secretTo }) => secretTo !== undefined))
    return rolls.filter(({ secretTo }) => secretTo === undefined)
  }
}

function gameEndedBy(event: LoggedEvent, state: RoomState): PlayedGame | null {
  if (!isTableEvent(event)) return null
  if (event.type === 'game_over') return playedGame(state, event.at, event.outcome)
  return event.type === 'game_aborted' ? playedGame(state, event.at, null) : null
}

function count(counts: Map<number, number[]>, { sides, faces }: Roll): void {
  let row = counts.get(sides)
  if (!row) {
    row = Array.from({ length: sides }, () => 0)
    counts.set(sides, row)
  }
  for (const face of faces ?? []) row[face - 1] = (row[face - 1] ?? 0) + 1
}
