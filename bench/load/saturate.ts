/** The closed loop: every answer is followed by the next roll, so the server always has work. */
import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { cpuSeconds } from '../measure/process-stat.ts'
import type { Plan, Scenario } from '../plan.ts'
import type { MeasuredServer } from '../servers/measured-server.ts'
import type { Connection, RollListener } from './connection.ts'
import { expectNoAccident, listenAt, type Table } from './tables.ts'

export interface Saturation {
  readonly rollsPerSecond: number
  readonly deliveriesPerSecond: number
  readonly bytesPerDelivery: number
  /** Shares of one core that were used meanwhile: the server's should be 1, the load's below it. */
  readonly serverBusy: number | undefined
  readonly loadBusy: number | undefined
  readonly cpuPer100k: number | undefined
}

class Rolling implements RollListener {
  rolling = true
  /** Rolls sent and not answered yet. */
  unanswered = 0
  answers = 0
  deliveries = 0
  bytes = 0
  outOfOrder = 0
  readonly lastSeq = new Map<Connection, number>()

  roll(player: Connection | undefined): void {
    this.unanswered++
    player?.roll(0)
  }

  answered(connection: Connection): void {
    this.answers++
    this.unanswered--
    if (this.rolling) this.roll(connection)
  }

  delivered(connection: Connection, seq: number, bytes: number): void {
    this.deliveries++
    this.bytes += bytes
    if (seq <= (this.lastSeq.get(connection) ?? 0)) this.outOfOrder++
    this.lastSeq.set(connection, seq)
  }
}

/** Measures a server at its limit; fails if any receiver missed a roll, or saw one twice or out of order. */
export async function saturate(
  server: MeasuredServer,
  tables: readonly Table[],
  { scenario, plan }: { scenario: Scenario; plan: Plan },
): Promise<Saturation> {
  const count = new Rolling()
  listenAt(tables, count)
  for (const { players } of tables) {
    for (let i = 0; i < scenario.inFlightPerRoom; i++) count.roll(players[i % players.length])
    for (const player of players) player.flush()
  }
  await delay(plan.warmUpMs)

  const from = { ...reading(count), cpu: cpuSeconds(server.pid), load: process.cpuUsage() }
  await delay(plan.phaseMs)
  const to = { ...reading(count), cpu: cpuSeconds(server.pid) }
  const load = process.cpuUsage(from.load)
  count.rolling = false
  await settled(count, scenario)
  expectNoAccident(tables)
  const expected = count.answers * scenario.playersPerRoom
  if (count.deliveries !== expected || count.outOfOrder > 0) {
    throw new Error(
      `${server.name}: ${count.deliveries} of ${expected} deliveries, ${count.outOfOrder} out of order`,
    )
  }

  const seconds = (to.at - from.at) / 1000
  const deliveries = to.deliveries - from.deliveries
  const cpu = to.cpu === undefined || from.cpu === undefined ? undefined : to.cpu - from.cpu
  return {
    rollsPerSecond: (to.answers - from.answers) / seconds,
    deliveriesPerSecond: deliveries / seconds,
    bytesPerDelivery: count.bytes / count.deliveries,
    serverBusy: cpu === undefined ? undefined : cpu / seconds,
    loadBusy: (load.user + load.system) / 1e6 / seconds,
    cpuPer100k: cpu === undefined ? undefined : (cpu / deliveries) * 100_000,
  }
}

function reading({ answers, deliveries }: Rolling) {
  return { at: performance.now(), answers, deliveries }
}

/** Waits, 10 s at most, until what was under way has arrived, and a moment for what should not arrive. */
async function settled(count: Rolling, scenario: Scenario): Promise<void> {
  const isSettled = () =>
    count.unanswered === 0 && count.deliveries >= count.answers * scenario.playersPerRoom
  for (let i = 0; i < 100 && !isSettled(); i++) await delay(100)
  await delay(100)
}
