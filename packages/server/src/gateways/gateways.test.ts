import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { WIRES, type WireName } from '../testing/lines.ts'
import { openTable } from '../testing/table.ts'

const NAMES = Object.keys(WIRES) as WireName[]

it('every gateway that makes players of connections runs the contract', () => {
  const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => ({ file, source: readFileSync(join(import.meta.dirname, file), 'utf8') }))
  const gateways = sources.filter(
    ({ file, source }) =>
      !/\.(test|contract)\.ts$/.test(file) && /(: Session = \{|implements Session\b)/.test(source),
  )
  expect(gateways.map(({ file }) => file)).toEqual(['socket-io.ts', 'wires/v1.ts'])
  const run = sources
    .filter(({ file }) => file.endsWith('.test.ts'))
    .flatMap(({ source }) => source.match(/(?<=^gatewayContract\(')[^']+/gm) ?? [])
  expect(run.sort()).toEqual([...NAMES].sort())
})

it('[WR9] whichever wire they speak, all play at one table and are told the same', async () => {
  const table = await openTable()
  try {
    const players = []
    for (const wire of NAMES) players.push(await table.connect({ wire }))
    const [first] = players
    if (first === undefined) throw new Error('nobody is there')
    const { room } = await first.done('create_room', { game: 'free-roll' })
    for (const player of players) await player.done('join_room', { room })
    for (const player of players) {
      const { seq } = await player.done('move', { room, move: { type: 'roll' } })
      const told = await Promise.all(players.map(one => one.until('game_process', m => m.seq === seq)))
      for (const message of told) expect(message).toEqual(told[0])
    }
  } finally {
    await table.close()
  }
})
