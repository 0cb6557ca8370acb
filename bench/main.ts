/**
 * How fast the table is: our server, over Socket.IO and over plain WebSocket, beside a bare Socket.IO room and a bare
 * `ws` room, each on one core, in interleaved rounds. `--quick` takes a minute and a half; `--only=ours` (or a list)
 * leaves servers out.
 */
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { offer } from './load/offer.ts'
import { saturate } from './load/saturate.ts'
import { leaveTables, setTables } from './load/tables.ts'
import { commitsPerSecond } from './measure/fsync.ts'
import { type Memory, measureMemory } from './measure/memory.ts'
import { rollCostTable } from './measure/roll-cost.ts'
import { type Plan, planFrom, type Scenario } from './plan.ts'
import { latencyTable, memoryTables, type Round, saturationTable } from './report.ts'
import {
  entries,
  hasTaskset,
  leaveNothingBehind,
  type MeasuredServer,
  type ServerName,
  startServer,
  stayOffServerCore,
  temporaryFolder,
} from './servers/measured-server.ts'
import { whole } from './table.ts'

const timeLimitMs = 10 * 60_000

function chosenServers(args: readonly string[]): ServerName[] {
  const only = args
    .find(arg => arg.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',')
  return (Object.keys(entries) as ServerName[]).filter(
    name => existsSync(entries[name].main) && (only === undefined || only.includes(name)),
  )
}

async function measureScenario(server: MeasuredServer, scenario: Scenario, plan: Plan): Promise<Round> {
  const tables = await setTables(server, scenario)
  const saturation = await saturate(server, tables, { scenario, plan })
  const latencies = []
  for (const offered of scenario.offered) latencies.push(await offer(server, tables, { offered, plan }))
  leaveTables(tables)
  return { server: server.name, scenario, saturation, latencies }
}

async function measureRounds(names: readonly ServerName[], plan: Plan): Promise<Round[]> {
  const rounds: Round[] = []
  for (let i = 1; i <= plan.rounds; i++) {
    for (const name of names) {
      progress(`round ${i} of ${plan.rounds}: ${name}`)
      const server = await startServer(name)
      for (const scenario of plan.scenarios) rounds.push(await measureScenario(server, scenario, plan))
      await server.stop()
    }
  }
  return rounds
}

async function measureMemories(names: readonly ServerName[], plan: Plan): Promise<Map<ServerName, Memory[]>> {
  const memories = new Map<ServerName, Memory[]>(names.map(name => [name, []]))
  for (let i = 1; i <= plan.memoryRounds; i++) {
    for (const name of names) {
      progress(`memory ${i} of ${plan.memoryRounds}: ${name}`)
      memories.get(name)?.push(await measureMemory(name, plan))
    }
  }
  return memories
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`)
}

async function main(args: readonly string[]): Promise<void> {
  const plan = planFrom(args)
  const names = chosenServers(args)
  const durable = commitsPerSecond(await temporaryFolder(), 1000)
  stayOffServerCore()
  const rounds = await measureRounds(names, plan)
  const memories = await measureMemories(names, plan)

  const place = hasTaskset ? 'server on core 0, load on core 1' : 'taskset is missing: nothing pinned'
  console.log(`Node ${process.version}, ${cpus()[0]?.model}, ${place}; medians of ${plan.rounds} rounds.`)
  console.log(`SQLite here: ${whole(durable)} durable commits/s, one insert each (WAL, synchronous=FULL).\n`)
  for (const scenario of plan.scenarios) {
    console.log(saturationTable(rounds, scenario))
    for (const offered of scenario.offered) console.log(latencyTable(rounds, scenario, offered))
  }
  console.log(memoryTables(memories))
  console.log(rollCostTable())
}

process.on('exit', leaveNothingBehind)
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))
setTimeout(() => {
  console.error('the bench takes longer than ten minutes: given up')
  process.exit(1)
}, timeLimitMs).unref()

await main(process.argv.slice(2))
// the sockets of a server that has ended may linger
process.exit(0)
