/**
 * The open loop: rolls leave on a schedule, whatever the server does, and a roll's time runs from when it was *due* to
 * when the last player in the room has it. So a server that stalls is charged for every roll that had to wait.
 */
import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { percentile } from '../measure/numbers.ts'
import { cpuSeconds } from '../measure/process-stat.ts'
import type { Plan } from '../plan.ts'
import type { MeasuredServer } from '../servers/measured-server.ts'
import type { Connection, RollListener } from './connection.ts'
import { expectNoAccident, listenAt, type Table } from './tables.ts'

export interface Latency {
  readonly offered: number
  readonly p50: number | undefined
  readonly p95: number | undefined
  readonly p99: number | undefined
  /** The share of the rolls that everybody had received 3 s after the last was sent. */
  readonly completed: number
  readonly cpuPer100k: number | undefined
}

interface Flight {
  due: number | undefined
  receipts: number
  last: number
}

class Flights implements RollListener {
  readonly times: number[] = []
  completed = 0
  readonly #tables: readonly Table[]
  readonly #countFrom: number
  readonly #rooms: readonly Map<number, Flight>[]

  constructor(tables: readonly Table[], countFrom: number) {
    this.#tables = tables
    this.#countFrom = countFrom
    this.#rooms = tables.map(() => new Map())
  }

  answered({ room }: Connection, seq: number, due: number): void {
    const flight = this.#flight(room, seq)
    flight.due = due
    this.#land(room, seq, flight)
  }

  delivered({ room }: Connection, seq: number, _bytes: number, now: number): void {
    const flight = this.#flight(room, seq)
    flight.receipts++
    flight.last = now
    this.#land(room, seq, flight)
  }

  #flight(room: number, seq: number): Flight {
    const known = this.#rooms[room]?.get(seq)
    if (known !== undefined) return known
    const flight: Flight = { due: undefined, receipts: 0, last: 0 }
    this.#rooms[room]?.set(seq, flight)
    return flight
  }

  #land(room: number, seq: number, flight: Flight): void {
    if (flight.due === undefined || flight.receipts !== this.#tables[room]?.members.length) return
    this.#rooms[room]?.delete(seq)
    this.completed++
    if (flight.due >= this.#countFrom) this.times.push(flight.last - flight.due)
  }
}

/** Offers `offered` rolls per second to all tables together, in turn. */
export async function offer(
  server: MeasuredServer,
  tables: readonly Table[],
  { offered, plan }: { offered: number; plan: Plan },
): Promise<Latency> {
  const warmUpMs = plan.warmUpMs / 2
  const total = Math.round((offered * (warmUpMs + plan.phaseMs)) / 1000)
  const start = performance.now() + 20
  const flights = new Flights(tables, start + warmUpMs)
  listenAt(tables, flights)
  const cpuBefore = cpuSeconds(server.pid)
  await sendOnSchedule(tables, { start, total, interval: 1000 / offered })
  for (let i = 0; i < 60 && flights.completed < total; i++) await delay(50)
  const cpuAfter = cpuSeconds(server.pid)
  expectNoAccident(tables)

  const perRoll = tables[0]?.members.length ?? 0
  const cpu = cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore
  return {
    offered,
    p50: percentile(flights.times, 0.5),
    p95: percentile(flights.times, 0.95),
    p99: percentile(flights.times, 0.99),
    completed: flights.completed / total,
    cpuPer100k: cpu === undefined ? undefined : (cpu / (flights.completed * perRoll)) * 100_000,
  }
}

interface Schedule {
  readonly start: number
  readonly total: number
  readonly interval: number
}

/** Timers have a grain of 1 ms; polling between two rounds of the event loop has none. */
function sendOnSchedule(tables: readonly Table[], { start, total, interval }: Schedule): Promise<void> {
  return new Promise(resolve => {
    let sent = 0
    const sendWhatIsDue = () => {
      const now = performance.now()
      for (let due = start + sent * interval; sent < total && due <= now; due = start + sent * interval) {
        const players = tables[sent % tables.length]?.players ?? []
        const player = players[Math.floor(sent / tables.length) % players.length]
        player?.roll(due)
        player?.flush()
        sent++
      }
      if (sent < total) setImmediate(sendWhatIsDue)
      else resolve()
    }
    sendWhatIsDue()
  })
}
