/** The other baseline: a room server over bare `ws`, JSON made once per roll. In memory, nothing checked, nothing kept. */
import { type WebSocket, WebSocketServer } from 'ws'
import { type BareRoom, rolled } from './rolled.ts'

type Message = readonly [number: number, name: string, payload: { readonly room: string }]
interface Table extends BareRoom {
  readonly players: Set<WebSocket>
}

const rooms = new Map<string, Table>()
const seats = new WeakMap<WebSocket, number>()
const server = new WebSocketServer({ port: Number(process.env.PORT), host: process.env.HOST })

function answer(socket: WebSocket, [, name, payload]: Message): object {
  if (name === 'create_room') {
    const room = (rooms.size + 0x100000).toString(36).toUpperCase()
    rooms.set(room, { seq: 0, players: new Set() })
    return { ok: true, room }
  }
  const table = rooms.get(payload.room)
  if (table === undefined) return { ok: false }
  if (name === 'join_room') {
    seats.set(socket, table.players.size)
    table.players.add(socket)
    return { ok: true, room: payload.room, seat: table.players.size - 1 }
  }
  const roll = rolled(payload.room, table, seats.get(socket) ?? 0)
  const text = JSON.stringify(['game_process', roll.process])
  for (const player of table.players) player.send(text)
  return roll.answer
}

server.on('connection', socket => {
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Message
    socket.send(JSON.stringify([message[0], answer(socket, message)]))
  })
  socket.on('close', () => {
    for (const table of rooms.values()) table.players.delete(socket)
  })
})
