import { randomBytes, randomInt } from 'node:crypto'
import { RoomSecrets } from '../../packages/server/src/rooms/room-secrets.ts'
import { decimal, markdownTable } from '../table.ts'
import { median } from './numbers.ts'

const ROUNDS = 5
const ROLLS = 100_000
/** As free roll has them. */
const ROLLS_PER_DEAL = 50
const DEALS = 1000

/** One way to roll a die: begins anew with each round, and rolls its nth die. */
type Way = () => (n: number) => void

/** Four players have put in seeds; every 50 rolls a deal is closed and its secret published. */
const provable: Way = () => {
  const secrets = new RoomSecrets({ room: 'ABC234', key: randomBytes(32), roots: [] })
  secrets.nextChain()
  let seeds: Record<number, string> = {}
  return n => {
    const deal = (Math.floor(n / ROLLS_PER_DEAL) % DEALS) + 1
    if (n % ROLLS_PER_DEAL === 0) {
      if (n > 0) secrets.secretOf(deal)
      seeds = Object.fromEntries([0, 1, 2, 3].map(seat => [seat, randomBytes(16).toString('hex')]))
    }
    const who = String(n % 4)
    secrets.faces({ room: 'ABC234', deal, seeds, who, n: n % ROLLS_PER_DEAL, count: 1, sides: 6 })
  }
}
const bare: Way = () => () => {
  randomInt(1, 7)
}

/** CPU time per roll in µs, what a deal costs included. */
function microsecondsPerRoll(way: Way): number {
  const roll = way()
  const before = process.cpuUsage()
  for (let n = 0; n < ROLLS; n += 1) roll(n)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / ROLLS
}

/** What a provable roll costs beside a bare one, in interleaved rounds. */
export function rollCostTable(): string {
  const ways = { 'bare: one call of the system’s generator': bare, provable }
  const costs = new Map(Object.keys(ways).map(name => [name, [] as number[]]))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, way] of Object.entries(ways)) costs.get(name)?.push(microsecondsPerRoll(way))
  }
  const [reference = 1] = [...costs.values()].map(median)
  const rows = [...costs].map(([name, all]) => {
    const cost = median(all)
    return [name, decimal(cost, 2), decimal((cost ?? 0) / reference, 1)]
  })
  return `### One die: µs of CPU, deals included (medians of ${ROUNDS} rounds)\n\n${markdownTable(['roll', 'µs', '÷ bare'], rows)}\n`
}
