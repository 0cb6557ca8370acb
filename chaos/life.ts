import { setTimeout as delay } from 'node:timers/promises'
import type { House } from './house.ts'
import type { Death, FullSpell, KillPoint, Life } from './plan/schedule.ts'
import { ServerProcess } from './server/server-process.ts'
import { Spells } from './spells.ts'

/** An aimed kill whose moment has not come after so long is done from outside. */
const LIFE_MAX_MS = 8_000
/** After a full disk something has to be acknowledged again within. */
const RECOVERY_MAX_MS = 60_000
const TRY_AGAIN_MS = 100

/** Lets the server live and die, again and again, while the lines suffer. */
export class Lives {
  private readonly house: House
  private readonly main: string
  /** What hangs on the lines and the file system, and outlasts the server. */
  private readonly outside = new Spells()
  private diskIsFull = false
  private isOver = false

  constructor(house: House, main: string) {
    this.house = house
    this.main = main
  }

  /** Starts a server that serves; one that is to kill itself counts from when it is armed. */
  async start(point: KillPoint | null = null): Promise<ServerProcess> {
    for (;;) {
      const wasFull = this.diskIsFull
      const server = this.begin(point)
      if ((await server.serves) === 'serves') return server
      if (!wasFull) throw new Error(`the server does not start: ${server.output}`)
      this.house.figures.refusedStarts += 1
      await delay(TRY_AGAIN_MS)
    }
  }

  /** Ends everything that is being done to the lines and the disk. */
  calm(): void {
    this.outside.end()
  }

  /** Starts nothing any more. */
  end(): void {
    this.isOver = true
    this.calm()
  }

  /** One life of the server, which has begun already where `server` is given. */
  async live(life: Life, server?: ServerProcess): Promise<void> {
    const { figures } = this.house
    const isBorn = server !== undefined
    const death = isBorn ? afterStart(life.death) : life.death
    if (death.at === 'its start') {
      const stillborn = this.begin(null)
      await Promise.race([delay(death.afterMs), stillborn.ended])
      await this.kill(stillborn, death)
      return
    }
    const alive = server ?? (await this.start(pointOf(death)))
    if (!isBorn) this.house.expect(alive)
    const spells = new Spells()
    this.afflict(life, alive, spells)
    const came = await this.death(death, alive)
    if (came === 'late') figures.missed += 1
    if (death.at === 'any instant') await this.recovery(life, alive)
    spells.end()
    await this.kill(alive, death)
  }

  private begin(point: KillPoint | null): ServerProcess {
    if (this.isOver) throw new Error('the run is over')
    const { port, disk } = this.house
    return new ServerProcess({ main: this.main, port, folder: disk.folder }, point)
  }

  private afflict({ stops, full, lines }: Life, server: ServerProcess, spells: Spells): void {
    const { figures, lanes } = this.house
    for (const stop of stops) {
      spells.plan(stop, () => {
        figures.stops += 1
        this.house.expect(null)
        server.signal('SIGSTOP')
        return () => server.signal('SIGCONT')
      })
    }
    for (const spell of full) {
      const { how } = spell
      const lasting = how === 'file system' ? this.outside : spells
      lasting.plan(spell, () => this.fill(spell, server))
    }
    for (const fault of lines) {
      this.outside.plan(fault, () => {
        figures.count(figures.lines, fault.kind)
        return lanes[fault.player]?.suffer(fault) ?? (() => {})
      })
    }
  }

  private fill(spell: FullSpell, server: ServerProcess): () => void {
    const { disk, figures } = this.house
    if (!server.isRunning || !disk.fill(spell, server.pid)) return () => {}
    figures.fullSpells += 1
    this.house.expect(null)
    if (spell.how === 'file system') this.diskIsFull = true
    return () => {
      disk.giveBack(spell.how, server.pid)
      this.diskIsFull = false
    }
  }

  /** Waits for the moment of death. */
  private async death(death: Death, server: ServerProcess): Promise<'in time' | 'late'> {
    const late = delay(LIFE_MAX_MS, 'late' as const, { ref: false })
    const died = server.ended.then(() => 'in time' as const)
    switch (death.at) {
      case 'its start':
      case 'any instant':
        await Promise.race([delay(death.afterMs), died])
        return 'in time'
      case 'a command under way':
        return Promise.race([this.sent(death.nth, server), died, late])
      default:
        server.signal('SIGUSR2')
        return Promise.race([died, late])
    }
  }

  /** Kills the server when so many requests were sent. */
  private sent(nth: number, server: ServerProcess): Promise<'in time'> {
    return new Promise(resolve => {
      let count = 0
      this.house.onSend = () => {
        count += 1
        if (count !== nth) return
        this.house.onSend = () => {}
        server.signal('SIGKILL')
        resolve('in time')
      }
    })
  }

  /** After a full disk the server has to go on by itself, before it may die. */
  private async recovery({ full, stops }: Life, server: ServerProcess): Promise<void> {
    if (full.length === 0) return
    const ends = [...full, ...stops].map(({ afterMs, forMs }) => afterMs + forMs)
    await delay(Math.max(...ends))
    const since = performance.now()
    while (this.house.acknowledgedAt < since && server.isRunning) {
      await delay(20)
      if (performance.now() - since > RECOVERY_MAX_MS) {
        this.house.figures.violations.push(`nothing is acknowledged after a full disk: ${server.output}`)
        return
      }
    }
  }

  private async kill(server: ServerProcess, death: Death): Promise<void> {
    const { figures } = this.house
    await server.kill()
    if (server.killedBy === 'SIGKILL') figures.count(figures.kills, death.at)
    else if (!this.diskIsFull || death.at !== 'its start') {
      figures.violations.push(`the server ended by itself (${server.killedBy}): ${server.output}`)
    }
    for (const error of server.errors) figures.violations.push(`the server says: ${error}`)
  }
}

/** A server that has started well can only die later. */
const afterStart = (death: Death): Death =>
  death.at === 'its start' ? { at: 'any instant', afterMs: death.afterMs } : death

/** What the server has to be started with so that it dies like this. */
export const pointOf = (death: Death): KillPoint | null =>
  death.at === 'any instant' || death.at === 'its start' || death.at === 'a command under way' ? null : death
