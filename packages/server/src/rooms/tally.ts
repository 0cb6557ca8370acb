import type { Roll } from '@diceroom/shared/games/game.ts'
import { isTableEvent, type LoggedEvent } from '@diceroom/shared/room/events.ts'
import { type PlayedGame, playedGame } from '@diceroom/shared/room/played-game.ts'
import { isEndless, type PlayerId, type RoomState } from '@diceroom/shared/room/room.ts'
import type { Beside, PlayerTotals, Totals } from '../stores/room-store.ts'
import { addTotals, NO_TOTALS } from '../stores/totals.ts'
import { DealLuck, rollsOf } from './deal-luck.ts'

/**
 * What a room's events add to the figures of the whole server and of its players. Dice that were rolled in secret are
 * counted when their deal is closed: counted at once, they could be told from the counts. Players' dice all are, so that
 * a roll costs no write of its own.
 */
export class Tally {
  /** The secret rolls of the deal that is open. */
  private hidden: Roll[] = []
  private readonly luck: DealLuck

  /** `past`: the events since that deal was ready, up to `now`. */
  constructor(past: readonly LoggedEvent[] = [], now?: RoomState) {
    this.luck = new DealLuck(past, now)
    for (const event of past) this.take(event)
  }

  /** What is kept beside events that follow each other; `before` is the room before the first, `evolve` goes on from it. */
  of(
    before: RoomState,
    events: readonly LoggedEvent[],
    evolve: (state: RoomState, event: LoggedEvent) => RoomState,
  ): { readonly after: RoomState; readonly beside: Omit<Beside, 'roots'> } {
    const faces = new Map<number, number[]>()
    const totals = new Map<PlayerId, Totals>()
    let played: PlayedGame | null = null
    let state = before
    for (const event of events) {
      const ended = gameEndedBy(event, state)
      if (ended) addGame(totals, ended, state)
      played = ended ?? played
      this.luck.add(rollsOf(event), state.seats)
      if (event.type === 'deal_closed') {
        for (const [player, luck] of this.luck.take()) add(totals, player, luck)
      }
      for (const roll of this.take(event)) count(faces, roll)
      state = evolve(state, event)
    }
    return {
      after: state,
      beside: {
        ...(faces.size > 0 ? { faces } : {}),
        ...(played ? { played } : {}),
        ...(totals.size > 0 ? { totals: ofPlayers(totals, before) } : {}),
      },
    }
  }

  /** The rolls that are known to everybody by this event. */
  private take(event: LoggedEvent): readonly Roll[] {
    if (isTableEvent(event) && event.type === 'deal_closed') {
      const { hidden } = this
      this.hidden = []
      return hidden
    }
    const rolls = rollsOf(event)
    if (!rolls.some(({ secretTo }) => secretTo !== undefined)) return rolls
    this.hidden.push(...rolls.filter(({ secretTo }) => secretTo !== undefined))
    return rolls.filter(({ secretTo }) => secretTo === undefined)
  }
}

function gameEndedBy(event: LoggedEvent, state: RoomState): PlayedGame | null {
  if (!isTableEvent(event)) return null
  if (event.type === 'game_over') return playedGame(state, event.at, event.outcome)
  // What has no end was not broken off either.
  const isBrokenOff = event.type === 'game_aborted' && !isEndless(state)
  return isBrokenOff ? playedGame(state, event.at, null) : null
}

/** A game that was decided counts for everybody who has a seat in it, whoever left meanwhile too; bots keep no score. */
function addGame(
  totals: Map<PlayerId, Totals>,
  { players, outcome }: PlayedGame,
  { seats }: RoomState,
): void {
  for (const { player, seat } of outcome ? players : []) {
    if (seats[seat]?.bot) continue
    add(totals, player, { games: 1, wins: outcome?.places[0]?.includes(seat) ? 1 : 0 })
  }
}

const add = (totals: Map<PlayerId, Totals>, player: PlayerId, more: Partial<Totals>): void =>
  void totals.set(player, addTotals(totals.get(player) ?? NO_TOTALS, more))

const ofPlayers = (totals: ReadonlyMap<PlayerId, Totals>, { game }: RoomState): readonly PlayerTotals[] =>
  [...totals].map(([player, sums]) => ({ player, game, ...sums }))

function count(counts: Map<number, number[]>, { sides, faces }: Roll): void {
  let row = counts.get(sides)
  if (!row) {
    row = Array.from({ length: sides }, () => 0)
    counts.set(sides, row)
  }
  for (const face of faces ?? []) row[face - 1] = (row[face - 1] ?? 0) + 1
}
