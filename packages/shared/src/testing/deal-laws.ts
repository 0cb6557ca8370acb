import fc from 'fast-check'
import { expect } from 'vitest'
import { isEndlessWith, type Roll } from '../games/game.ts'
import { type GameId, gameOf } from '../games/registry.ts'
import { isTableEvent, type LoggedEvent, type LoggedTableEvent } from '../room/events.ts'
import { anyEvening, newRoom, randomRoom } from './random-room.ts'

// What holds for the deals of every room: read off its log alone, without the state that the room keeps of them.

const RUNS = { numRuns: 25 }

/** Deals open one after the other, are ready with the seeds that were opened, and close; every roll is in the one that is ready. */
export function dealsInOrder(game: GameId): void {
  everyLog(game, log => {
    const reader = new DealReader(game)
    for (const event of log) reader.read(event)
    reader.end(log)
  })
}

/** Whose dice they are and what number they have follows from the seat's own rolls, and from nobody else's. */
export function rollsInStreams(game: GameId): void {
  everyLog(game, log => {
    const next = new Map<string, number>()
    for (const event of log) {
      for (const { deal, who, n } of rollsOf(event)) {
        const stream = `${deal} ${who}`
        expect(n, `the number of a roll in stream ${stream}`).toBe(next.get(stream) ?? 0)
        next.set(stream, n + 1)
        if (!isTableEvent(event) && event.seat !== undefined) expect(who).toBe(String(event.seat))
      }
    }
  })
}

type EventOf<Type extends LoggedTableEvent['type']> = Extract<LoggedTableEvent, { type: Type }>

class DealReader {
  private readonly game: GameId
  private isEndless = false
  private opened = 0
  private rolls = 0
  private current: number | null = null
  private opening: { event: EventOf<'deal_opened'>; seeds: Record<string, string> } | null = null

  constructor(game: GameId) {
    this.game = game
  }

  read(event: LoggedEvent): void {
    for (const { deal } of rollsOf(event)) {
      expect(deal, 'the deal of a roll').toBe(this.current)
      this.rolls += 1
    }
    if (!isTableEvent(event)) return
    if ('options' in event) this.isEndless = isEndlessWith(gameOf(this.game), event.options)
    if (event.type === 'deal_opened') this.open(event)
    if (event.type === 'seed_opened') this.seed(event)
    if (event.type === 'deal_ready') this.ready(event)
    if (event.type === 'deal_closed') {
      expect(event.deal, 'the deal that closes').toBe(this.current)
      this.current = null
    }
  }

  end(log: readonly LoggedEvent[]): void {
    const last = log.findLast(({ type }) => ['game_over', 'game_aborted', 'room_closed'].includes(type))
    const later = log.some(({ type, seq }) => type === 'deal_ready' && seq > (last?.seq ?? 0))
    if (last && !later) expect(this.current, 'the deal that is left open after the end').toBeNull()
  }

  private open(event: EventOf<'deal_opened'>): void {
    expect(event.deal, 'the deal that opens').toBe(this.opened + 1)
    expect(this.opening, 'another deal that is opening').toBeNull()
    if (this.isEndless && this.current !== null)
      expect(this.rolls, 'rolls in the deal before').toBeGreaterThan(0)
    this.opened = event.deal
    this.opening = { event, seeds: {} }
  }

  private seed({ deal, seat, seed }: EventOf<'seed_opened'>): void {
    expect(deal, 'the deal that a seed is for').toBe(this.opening?.event.deal)
    expect(`seal of ${seed}`, 'the seal of a seed').toBe(this.opening?.event.seals[seat])
    expect(this.opening?.seeds, 'seeds').not.toHaveProperty(String(seat))
    if (this.opening) this.opening.seeds[seat] = seed
  }

  private ready({ deal, seeds, missing }: EventOf<'deal_ready'>): void {
    expect(deal, 'the deal that is ready').toBe(this.opening?.event.deal)
    expect(this.current, 'the deal before').toBeNull()
    expect(seeds, 'the seeds that are used').toEqual(this.opening?.seeds)
    const all = Object.keys(this.opening?.event.seals ?? {}).map(Number)
    expect([...Object.keys(seeds).map(Number), ...missing].sort(), 'who was asked').toEqual(all.sort())
    this.opening = null
    this.current = deal
    this.rolls = 0
  }
}

const rollsOf = (event: LoggedEvent): readonly Roll[] => ('rolls' in event ? (event.rolls ?? []) : [])

const everyLog = (game: GameId, law: (log: readonly LoggedEvent[]) => void): void =>
  fc.assert(
    fc.property(anyEvening, evening => {
      const { log } = newRoom(game)
      law([...log, ...[...randomRoom(game, evening)].flatMap(({ events }) => events)])
    }),
    RUNS,
  )
