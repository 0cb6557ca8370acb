import type { Audience } from './audience.ts'
import { Outgoing } from './session.ts'

interface HeartbeatOptions {
  readonly audience: Audience
  /** The last number in a room's log, if the room is in memory. */
  readonly seqOf: (room: string) => number | null
  readonly now: () => number
  readonly everyMs: number
}

/**
 * Tells every connection now and then where its rooms stand, if nothing else has told it since the last time: so a
 * message that was lost is missed, and a connection that is dead is noticed. Call the result to end it.
 */
export function startHeartbeat({ audience, seqOf, now, everyMs }: HeartbeatOptions): () => void {
  let told = new Map<string, number>()

  const beat = () => {
    const standing = new Map<string, number>()
    const messages = new Map<string, Outgoing>()
    for (const [session, rooms] of audience.all) {
      const quiet: Record<string, number> = {}
      for (const room of rooms) {
        const seq = standing.get(room) ?? seqOf(room)
        if (seq === null) continue
        standing.set(room, seq)
        if (told.get(room) === seq) quiet[room] = seq
      }
      const key = JSON.stringify(quiet)
      const message = messages.get(key) ?? new Outgoing('heartbeat', { rooms: quiet, now: now() })
      messages.set(key, message)
      session.send(message)
    }
    told = standing
  }

  const timer = setInterval(beat, everyMs)
  return () => clearInterval(timer)
}
