import { setTimeout as delay } from 'node:timers/promises'
import { Inspection } from './check/inspection.ts'
import type { Figures } from './figures.ts'
import { GROUPS, House, PLAYERS } from './house.ts'
import { Lives, pointOf } from './life.ts'
import { lifeOf } from './plan/schedule.ts'
import type { Player } from './players/player.ts'
import { Disk } from './server/disk.ts'
import { killAll } from './server/server-process.ts'

export interface RunOptions {
  /** The main module of the server. */
  readonly main: string
  readonly seed: number
  readonly kills: number
  /** After so many kills everybody rests, and everything is checked. */
  readonly checkEvery: number
  /** After so many checks everybody goes to new rooms. */
  readonly checksPerRoom: number
  /** Within so long everybody has to be answered and up to date when nothing is done to them. */
  readonly restWithinMs: number
  /** Given up after so long. */
  readonly withinMs: number
  readonly transcripts: string | null
  readonly disk: 'full in every way' | 'a real one'
  readonly onProgress: (text: string) => void
}

/** Twenty people play while the server is killed, stopped, starved and cut off; gives what came of it. */
export async function run(options: RunOptions): Promise<Figures> {
  const { main, seed, withinMs } = options
  const house = await House.open({ seed, disk: new Disk(options.disk) })
  const { figures } = house
  const lives = new Lives(house, main)
  const stop = new AbortController()
  const late = delay(withinMs, undefined, { signal: stop.signal, ref: false }).then(() => {
    throw new Error(`not done within ${withinMs / 1000} s`)
  })
  // Whoever is in time does not wait for it.
  late.catch(() => {})
  try {
    await Promise.race([attack(house, lives, options), late])
  } catch (error) {
    figures.violations.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  } finally {
    stop.abort()
    lives.end()
    killAll()
    await house.close()
  }
  return figures
}

async function attack(house: House, lives: Lives, options: RunOptions): Promise<void> {
  const { seed, kills, checkEvery, checksPerRoom, onProgress } = options
  const { figures, players } = house
  const inspection = new Inspection(house, options)
  for (let number = 0; ; number += 1) {
    const life = lifeOf(seed, number, PLAYERS)
    const isOver = figures.killed >= kills || figures.violations.length > 0
    if (number % checkEvery !== 0 && !isOver) {
      await lives.live(life)
      continue
    }
    lives.calm()
    const server = await lives.start(pointOf(life.death))
    if (number > 0) {
      await inspection.inspect()
      onProgress(`${figures.killed} kills, ${figures.events} events, ${figures.violations.length} violations`)
      if (figures.violations.length > 0) return
    }
    if (isOver || number % (checkEvery * checksPerRoom) === 0) {
      await leaveRooms(players, inspection)
      if (isOver) return
      await openRooms(players)
    }
    for (const player of players) player.play()
    await lives.live(life, server)
  }
}

async function leaveRooms(players: readonly Player[], inspection: Inspection): Promise<void> {
  await Promise.all(players.map(player => player.leave()))
  await inspection.inspect()
  inspection.forget()
}

async function openRooms(players: readonly Player[]): Promise<void> {
  let rest = players
  for (const { game, size } of GROUPS) {
    const group = rest.slice(0, size)
    rest = rest.slice(size)
    const code = await group[0]?.createRoom(game)
    if (code !== undefined) await Promise.all(group.map(player => player.goTo(code)))
  }
}
