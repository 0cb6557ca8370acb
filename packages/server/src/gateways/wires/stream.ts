import { firstOffered, jsonIn } from './plain-message.ts'
import { errorFrame, type Wire, type WireConnection } from './wire.ts'

const MESSAGES = 10
const EVERY_MS = 500
const PATHS: ReadonlySet<string> = new Set(['/ws/stream/', '/test/', '/test'])

/** `/ws/stream/`, also `/test/`: after one frame of JSON the server sends ten messages, and closes the connection. */
export function streamWire({ everyMs = EVERY_MS }: { readonly everyMs?: number } = {}): Wire {
  return {
    match: path => PATHS.has(path),
    protocol: firstOffered,
    open(connection) {
      let stop: (() => void) | null = null
      return {
        text(frame) {
          if (stop) return
          const asked = jsonIn(frame)
          if (asked.ok) stop = push(connection, everyMs)
          else connection.send(errorFrame(asked.error))
        },
        closed: () => stop?.(),
      }
    },
  }
}

/** The first message leaves at once. Call the result to send no more. */
function push(connection: WireConnection, everyMs: number): () => void {
  let sent = 0
  const next = () => {
    connection.send(`service message: ${sent}`)
    sent += 1
    if (sent < MESSAGES) return
    clearInterval(timer)
    connection.close(1000)
  }
  const timer = setInterval(next, everyMs)
  next()
  return () => clearInterval(timer)
}
