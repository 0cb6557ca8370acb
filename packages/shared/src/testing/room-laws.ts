import fc from 'fast-check'
import { expect } from 'vitest'
import type { Viewer } from '../games/game.ts'
import { type GameId, gameOf } from '../games/registry.ts'
import { REJECTION_CODES } from '../protocol/rejections.ts'
import { announce } from '../room/announcement.ts'
import { isTableEvent, type LoggedEvent } from '../room/events.ts'
import { evolve, fold } from '../room/evolve.ts'
import { keepsSeats, people, present, type RoomState } from '../room/room.ts'
import { project, viewOf } from '../room/view.ts'
import { anyEvening, newRoom, type RoomStep, randomRoom } from './random-room.ts'

// What holds for every room, whatever is played there and whatever people do. Everything that rooms and games are given
// is deep-frozen.

const RUNS = { numRuns: 25 }

/** A refusal has a code of the closed list, a sentence, and no events. */
export function refusesWithoutChange(game: GameId): void {
  everyStep(game, ({ before, refusal, events, after }) => {
    if (!refusal) return
    expect(REJECTION_CODES).toContain(refusal.code)
    expect(refusal.message).toMatch(/^\S.*\S$/)
    expect(events).toEqual([])
    expect(after).toBe(before)
  })
}

/** The fold of the log, as it comes back from JSON, is the state; the state survives JSON as well. */
export function foldsFromJson(game: GameId): void {
  fc.assert(
    fc.property(anyEvening, evening => {
      const { state: first, log } = newRoom(game)
      const steps = [...randomRoom(game, evening)]
      const state = steps.at(-1)?.after ?? first
      const read: readonly LoggedEvent[] = throughJson([...log, ...steps.flatMap(step => step.events)])
      expect(read.map(({ seq }) => seq)).toEqual(read.map((_, at) => at + 1))
      expect(fold(read), 'the fold of the log').toStrictEqual(state)
      expect(throughJson(state), 'the state after JSON').toStrictEqual(state)
    }),
    RUNS,
  )
}

/** What a viewer makes of the events that it sees is what it may see of the room; of commands it sees nothing. */
export function projectionCommutes(game: GameId): void {
  everyStep(game, ({ before, events }) => {
    const { max } = gameOf(game).seats
    const seats = Array.from({ length: Math.min(max, before.seats.length + 1) }, (_, seat) => seat)
    for (const viewer of [...seats, 'spectator'] satisfies Viewer[]) {
      let state = before
      for (const event of events) {
        const next = evolve(state, event)
        const shown = project(state, event, viewer)
        expect(evolve(viewOf(state, viewer), shown), `after ${event.type} for ${viewer}`).toStrictEqual(
          viewOf(next, viewer),
        )
        expect(shown).not.toHaveProperty('cmd')
        state = next
      }
    }
  })
}

/** A seat belongs to whoever took it for as long as a game lasts, and nobody ever has two. */
export function keepsEverybodysSeat(game: GameId): void {
  everyStep(game, ({ before, command, after }) => {
    expect(after.seats.map((holder, seat) => holder?.seat ?? seat)).toEqual(
      after.seats.map((_, seat) => seat),
    )
    expect(after.seats.at(-1), 'the last seat listed').not.toBeNull()
    const players = present(after).map(({ player }) => player)
    expect(new Set(players).size, 'one seat for each').toBe(players.length)
    if (!keepsSeats(before) || !keepsSeats(after)) return
    if (command.type === 'move_seat' || command.type === 'give_seat') return
    expect(playersOf(after), 'who plays').toEqual(playersOf(before))
  })
}

const playersOf = ({ seats }: RoomState) => seats.map(holder => holder?.player ?? null)

/** Where people sit, one of them is the host, the same one until he goes or hands over; where nobody sits, nobody is. */
export function hasOneHost(game: GameId): void {
  everyStep(game, ({ before, command, after }) => {
    const players = people(after).map(({ player }) => player)
    if (players.length === 0) expect(after.host).toBeNull()
    else expect(players).toContain(after.host)
    if (before.host && players.includes(before.host) && command.type !== 'make_host')
      expect(after.host).toBe(before.host)
  })
}

/**
 * A game never waits for somebody who has left, and for whom no bot plays, while somebody else is there; it stays open only
 * while undecided.
 */
export function waitsForNobodyAbsent(game: GameId): void {
  everyStep(game, ({ after }) => {
    if (after.phase !== 'playing' || people(after).length === 0) return
    expect(gameOf(game).outcome(after.view)).toBeNull()
    for (const seat of gameOf(game).toAct(after.view)) {
      const { left, held, forfeit } = after.seats[seat] ?? {}
      expect(left !== undefined && !held, `seat ${seat} is absent`).toBe(false)
      expect(forfeit, `seat ${seat} is out of the game`).toBeUndefined()
    }
  })
}

/** What an append is told as fits what it did. */
export function announcesWhatHappened(game: GameId): void {
  everyStep(game, ({ before, events, after }) => {
    if (events.length === 0) return
    const shown = events.map(event => project(before, event, 'spectator'))
    const told = announce(before, shown)
    if (told.name === 'room_event') {
      const ofGame = shown.filter(event => !isTableEvent(event)).map(({ type }) => type)
      expect(ofGame, 'what is told as a room event').toEqual([])
      expect(after.phase, 'the phase after a room event').toBe(before.phase)
      return
    }
    expect(told.gameStatus).toBe(after.phase === 'playing' ? 1 : 0)
    expect(told.message).toMatch(/^\S.*\S$/)
    if (told.position !== null) expect(told.position).toBeGreaterThanOrEqual(1)
  })
}

const everyStep = (game: GameId, law: (step: RoomStep) => void): void =>
  fc.assert(
    fc.property(anyEvening, evening => {
      for (const step of randomRoom(game, evening)) law(step)
    }),
    RUNS,
  )

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value))
