import type { Page } from '@playwright/test'
import { io, type Socket } from 'socket.io-client'
import type { Player } from './player.ts'

/** What a test needs to know of a race that nobody watched. */
export interface QuickRace {
  readonly room: string
  /** With these players come back. */
  readonly tokens: readonly string[]
}

/** Somebody who plays without a browser: a race among such people is over in a moment. */
class Racer {
  readonly name: string
  readonly socket: Socket
  /** With which this player comes back. */
  readonly token: Promise<string>
  #commands = 0

  constructor(name: string, url: string, token?: string) {
    this.name = name
    this.socket = io(url, { transports: ['websocket'], forceNew: true, auth: token ? { token } : {} })
    this.token = new Promise(resolve =>
      this.socket.once('welcome', (welcome: { token: string }) => resolve(welcome.token)),
    )
  }

  /** Sends a command once, and gives the answer. */
  ask(request: string, payload: object) {
    this.#commands += 1
    return this.socket.emitWithAck(request, { id: `${this.socket.id} ${this.#commands}`, ...payload })
  }
}

/**
 * A race among these people, to its end or for so many rolls. The server has to let them send as fast as they can:
 * `FAST_WIRES`.
 */
export async function quickRace(
  url: string,
  { names, rolls = Number.POSITIVE_INFINITY }: { names: readonly string[]; rolls?: number },
): Promise<QuickRace> {
  const racers = names.map(name => new Racer(name, url))
  const [host] = racers
  if (!host) throw new Error('nobody races')
  const { room } = await host.ask('create_room', { game: 'race', options: { finish: 'overshoot' } })
  for (const racer of racers) await racer.ask('join_room', { room, name: racer.name, as: 'player' })
  await host.ask('start_game', { room })
  await play(racers, room, rolls)
  return { room, tokens: await Promise.all(racers.map(({ token }) => token)) }
}

/** Plays a race that is on to its end for those who sit there, from another device of theirs. */
export async function finishRace(url: string, room: string, players: readonly Player[]): Promise<void> {
  const racers = await Promise.all(
    players.map(async ({ name, page }) => new Racer(name, url, await tokenOf(page))),
  )
  for (const racer of racers) await racer.ask('join_room', { room })
  await play(racers, room, Number.POSITIVE_INFINITY)
}

async function play(racers: readonly Racer[], room: string, rolls: number): Promise<void> {
  for (let rolled = 0, turn = 0; rolled < rolls; turn += 1) {
    const answer = await racers[turn % racers.length]?.ask('move', { room, move: { type: 'roll' } })
    if (answer?.ok) rolled += 1
    if (answer?.events?.some(({ type }: { type: string }) => type === 'game_over')) break
  }
  for (const { socket } of racers) socket.disconnect()
}

const TOKEN = 'diceroom.token'

const tokenOf = (page: Page) => page.evaluate(key => localStorage.getItem(key) ?? '', TOKEN)

/** From its next load on, the page is that of the player with this token. */
export const becomes = (page: Page, token = '') =>
  page.addInitScript(([key, value]) => localStorage.setItem(key, value), [TOKEN, token] as const)

/** Settings of a server for `quickRace`. */
export const FAST_WIRES = { RATE_LIMIT_PER_SECOND: '2000', RATE_LIMIT_BURST: '4000' }
