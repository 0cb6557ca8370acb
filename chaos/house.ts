import { numbersFrom } from '@diceroom/shared/testing/dice.ts'
import { Figures } from './figures.ts'
import { Lane } from './players/lane.ts'
import { Player } from './players/player.ts'
import { Witness } from './players/witness.ts'
import type { Disk } from './server/disk.ts'
import { freePort, type ServerProcess } from './server/server-process.ts'

/** Who plays what together; twenty in all. */
export const GROUPS = [
  { game: 'free-roll', size: 6 },
  { game: 'free-roll', size: 3 },
  { game: 'race', size: 2 },
  { game: 'race', size: 3 },
  { game: 'race', size: 6 },
] as const

export const PLAYERS = GROUPS.reduce((sum, { size }) => sum + size, 0)

/** What a run has: the disk, the port, the players and their lines, and what they have witnessed. */
export class House {
  readonly disk: Disk
  readonly port: number
  readonly figures = new Figures()
  readonly witness = new Witness()
  readonly lanes: readonly Lane[]
  readonly players: readonly Player[]
  /** Called at every request that leaves a player. */
  onSend: () => void = () => {}
  /** When a command was acknowledged last, by this process's clock, in ms. */
  acknowledgedAt = performance.now()
  /** The server of which the first acknowledgement is waited for. */
  private expected: ServerProcess | null = null

  private constructor(disk: Disk, port: number, lanes: readonly Lane[], seed: number) {
    this.disk = disk
    this.port = port
    this.lanes = lanes
    this.players = lanes.map((lane, at) => this.player(lane, at, seed))
  }

  static async open({ seed, disk }: { seed: number; disk: Disk }): Promise<House> {
    const port = await freePort()
    const lanes = await Promise.all(Array.from({ length: PLAYERS }, () => Lane.to(port)))
    return new House(disk, port, lanes, seed)
  }

  /** Measures how long it takes this server to acknowledge its first command. */
  expect(server: ServerProcess | null): void {
    this.expected = server
  }

  async close(): Promise<void> {
    for (const player of this.players) player.close()
    await Promise.all(this.lanes.map(lane => lane.close()))
    this.disk.remove()
  }

  private player(lane: Lane, at: number, seed: number): Player {
    return new Player({
      name: `Player ${at + 1}`,
      lane,
      transports: transportsOf(at),
      kind: at % 2 === 0 ? 'browser' : 'plain client',
      numbers: numbersFrom(seed * 1009 + at),
      witness: this.witness,
      onSend: which => {
        if (which === 'again') this.figures.retried += 1
        this.onSend()
      },
      onDone: ({ id }) => {
        if (id === undefined) return
        this.acknowledgedAt = performance.now()
        if (this.expected) this.figures.backAfter.push(this.acknowledgedAt - this.expected.startedAt)
        this.expected = null
      },
    })
  }
}

/** Most speak WebSocket; some never can, and some begin without. */
function transportsOf(at: number): ('websocket' | 'polling')[] {
  if (at % 7 === 5) return ['polling']
  return at % 7 === 3 ? ['polling', 'websocket'] : ['websocket']
}
