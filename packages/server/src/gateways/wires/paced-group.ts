import { textFrame } from './frame.ts'
import type { WireConnection } from './wire.ts'

/** What is told in a ms at most, in bytes over all who hear it: 40 MB a second take a tenth of a core. */
const BYTES_PER_MS = 40_000
/** Of more that waits to be told the oldest is left out. */
const WAITING_MAX = 100

/**
 * Tells everybody in a group one thing after the other, so that a large one, where each thing is long and many hear it,
 * leaves time for everybody else. Whoever joins hears what is told from then on.
 */
export class PacedGroup {
  /** How many things had been told when each of them joined. */
  private readonly members = new Map<WireConnection, number>()
  private waiting: { readonly number: number; readonly frame: Buffer }[] = []
  private count = 0
  private isPausing = false

  join(connection: WireConnection): void {
    this.members.set(connection, this.count)
  }

  leave(connection: WireConnection): void {
    this.members.delete(connection)
  }

  tell(text: string): void {
    this.count += 1
    this.waiting.push({ number: this.count, frame: textFrame(text) })
    if (this.waiting.length > WAITING_MAX) this.waiting.shift()
    if (!this.isPausing) this.goOn()
  }

  private goOn(): void {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      let bytes = 0
      for (const [member, joinedAt] of this.members) {
        if (joinedAt >= next.number) continue
        member.write(next.frame)
        bytes += next.frame.length
      }
      if (bytes <= BYTES_PER_MS) continue
      this.pause(bytes / BYTES_PER_MS)
      return
    }
  }

  private pause(ms: number): void {
    this.isPausing = true
    setTimeout(() => {
      this.isPausing = false
      this.goOn()
    }, ms).unref()
  }
}
