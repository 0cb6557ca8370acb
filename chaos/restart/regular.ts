import { Lane } from '../players/lane.ts'
import { Line } from '../players/line.ts'

/** Somebody who plays in one room, and goes on as soon as the server is back. */
export class Regular {
  private readonly room: string
  private readonly line: Line
  private readonly lane: Lane

  private constructor(room: string, lane: Lane, onSeated: () => void) {
    this.room = room
    this.lane = lane
    this.line = new Line({
      lane,
      transports: ['websocket'],
      onUp: () => {
        this.sit().then(onSeated)
      },
      onMessage: () => {},
      onSend: () => {},
      onDone: () => {},
      onOutcome: () => {},
      onComplaint: complaint => {
        throw new Error(complaint)
      },
    })
  }

  /** Comes to a room; resolves when the seat is taken. */
  static async in(room: string, port: number): Promise<Regular> {
    const lane = await Lane.to(port)
    return new Promise(resolve => {
      const regular = new Regular(room, lane, () => resolve(regular))
    })
  }

  /** Throws the dice, however long it takes; resolves when they lie. */
  async roll(): Promise<void> {
    const answer = await this.line.ask('move', { room: this.room, move: { type: 'roll' } }, 'command')
    if (!answer.ok) throw new Error(`a roll: ${answer.error.message}`)
  }

  async close(): Promise<void> {
    this.line.close()
    await this.lane.close()
  }

  private async sit(): Promise<void> {
    await this.line.ask('join_room', { room: this.room }, 'command')
    // Whoever is seated may go on.
    this.line.resend(() => true)
  }
}
