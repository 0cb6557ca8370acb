import type { Socket } from 'socket.io'
import type { Outgoing } from '../sessions/session.ts'

/** A message as a Socket.IO packet. */
const packetOf = ({ name, json }: Outgoing): string => `2["${name}",${json}]`

/** Sends a message that was turned into text once for everybody. */
export function sendFrame(socket: Socket, message: Outgoing): void {
  socket.conn.send(message.frame(packetOf), { compress: false })
}
