import { firstOffered } from './plain-message.ts'
import type { Wire } from './wire.ts'

/** `/ws/`: every frame comes back as it came. */
export function echoWire(): Wire {
  return {
    match: path => path === '/ws/',
    protocol: firstOffered,
    open: connection => ({
      text: text => connection.send(text),
      bytes: bytes => connection.send(bytes),
      closed() {},
    }),
  }
}
