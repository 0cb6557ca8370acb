/** The tables that the bench prints: one per question, medians over its rounds. */
import type { Latency } from './load/offer.ts'
import type { Saturation } from './load/saturate.ts'
import type { Memory } from './measure/memory.ts'
import { median } from './measure/numbers.ts'
import type { Scenario } from './plan.ts'
import type { ServerName } from './servers/measured-server.ts'
import { decimal, markdownTable, ratio, whole } from './table.ts'

export interface Round {
  readonly server: ServerName
  readonly scenario: Scenario
  readonly saturation: Saturation
  readonly latencies: readonly Latency[]
}

type Measured = (server: ServerName) => number | undefined

/** Everything but the ratio columns: what a row shows of one server. */
interface Columns {
  readonly title: string
  readonly head: readonly string[]
  readonly cells: (server: ServerName) => readonly string[]
  /** What the ratios to the bare servers compare. */
  readonly compared: Measured
}

function comparison(servers: readonly ServerName[], { title, head, cells, compared }: Columns): string {
  const rows = servers.map(server => [
    server,
    ...cells(server),
    ratio(compared(server), compared('bare Socket.IO')),
    ratio(compared(server), compared('bare ws')),
  ])
  return `### ${title}\n\n${markdownTable(['server', ...head, '÷ Socket.IO', '÷ ws'], rows)}\n`
}

/** How much gets through when there is always more to do. */
export function saturationTable(rounds: readonly Round[], scenario: Scenario): string {
  const of = (server: ServerName, pick: (saturation: Saturation) => number | undefined) =>
    median(roundsOf(rounds, server, scenario).map(round => pick(round.saturation)))
  return comparison(serversIn(rounds), {
    title: `${scenario.name}, saturated: ${scenario.inFlightPerRoom} rolls in flight per room`,
    head: ['rolls/s', 'deliveries/s', 'CPU s per 100k', 'bytes each', 'server busy', 'load busy'],
    cells: server => [
      whole(of(server, saturation => saturation.rollsPerSecond)),
      whole(of(server, saturation => saturation.deliveriesPerSecond)),
      decimal(
        of(server, saturation => saturation.cpuPer100k),
        2,
      ),
      whole(of(server, saturation => saturation.bytesPerDelivery)),
      decimal(
        of(server, saturation => saturation.serverBusy),
        2,
      ),
      decimal(
        of(server, saturation => saturation.loadBusy),
        2,
      ),
    ],
    compared: server => of(server, saturation => saturation.deliveriesPerSecond),
  })
}

/** How long a roll takes to reach the last player, at a rate that the server does not choose. */
export function latencyTable(rounds: readonly Round[], scenario: Scenario, offered: number): string {
  const of = (server: ServerName, pick: (latency: Latency) => number | undefined) =>
    median(
      roundsOf(rounds, server, scenario)
        .flatMap(round => round.latencies)
        .filter(latency => latency.offered === offered)
        .map(pick),
    )
  return comparison(serversIn(rounds), {
    title: `${scenario.name}, ${whole(offered)} rolls/s offered: ms from due to the last receiver (ratios of p99)`,
    head: ['p50', 'p95', 'p99', 'arrived', 'CPU s per 100k'],
    cells: server => [
      decimal(
        of(server, latency => latency.p50),
        2,
      ),
      decimal(
        of(server, latency => latency.p95),
        2,
      ),
      decimal(
        of(server, latency => latency.p99),
        2,
      ),
      `${decimal((of(server, latency => latency.completed) ?? 0) * 100, 1)} %`,
      decimal(
        of(server, latency => latency.cpuPer100k),
        2,
      ),
    ],
    compared: server => of(server, latency => latency.p99),
  })
}

/** What an idle connection and a loaded room hold. */
export function memoryTables(memories: ReadonlyMap<ServerName, readonly Memory[]>): string {
  const of = (server: ServerName, pick: (memory: Memory) => number | undefined) =>
    median((memories.get(server) ?? []).map(pick))
  const [sample] = [...memories.values()].flat()
  const perConnection: Measured = server => of(server, memory => memory.bytesPerConnection)
  const perRoom: Measured = server => of(server, memory => memory.bytesPerRoom)
  const servers = [...memories.keys()]
  return [
    comparison(servers, {
      title: `Memory per idle connection (${whole(sample?.connections)} of them, in no room)`,
      head: ['bytes'],
      cells: server => [whole(perConnection(server))],
      compared: perConnection,
    }),
    comparison(servers, {
      title: `Memory per loaded room (${whole(sample?.rooms)} of them, one player seated, one roll)`,
      head: ['bytes'],
      cells: server => [whole(perRoom(server))],
      compared: perRoom,
    }),
  ].join('\n')
}

function roundsOf(rounds: readonly Round[], server: ServerName, scenario: Scenario): Round[] {
  return rounds.filter(round => round.server === server && round.scenario === scenario)
}

function serversIn(rounds: readonly Round[]): ServerName[] {
  return [...new Set(rounds.map(round => round.server))]
}
