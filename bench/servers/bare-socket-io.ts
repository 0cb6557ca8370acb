/** The baseline: a room server as the Socket.IO tutorials write it. In memory, nothing checked, nothing kept. */
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { type BareRoom, rolled } from './rolled.ts'

interface Named {
  readonly room: string
}
type Acknowledge = (answer: object) => void

const http = createServer()
const io = new Server(http)
const rooms = new Map<string, BareRoom>()
const seats = new Map<string, number>()

io.on('connection', socket => {
  socket.on('create_room', (_payload: object, acknowledge: Acknowledge) => {
    const room = (rooms.size + 0x100000).toString(36).toUpperCase()
    rooms.set(room, { seq: 0 })
    acknowledge({ ok: true, room })
  })

  socket.on('join_room', ({ room }: Named, acknowledge: Acknowledge) => {
    socket.join(room)
    const seat = (io.sockets.adapter.rooms.get(room)?.size ?? 1) - 1
    seats.set(socket.id, seat)
    acknowledge({ ok: true, room, seat })
  })

  socket.on('move', ({ room }: Named, acknowledge: Acknowledge) => {
    const state = rooms.get(room)
    if (state === undefined) return acknowledge({ ok: false })
    const roll = rolled(room, state, seats.get(socket.id) ?? 0)
    io.to(room).emit('game_process', roll.process)
    acknowledge(roll.answer)
  })

  socket.on('disconnect', () => seats.delete(socket.id))
})

http.listen(Number(process.env.PORT), process.env.HOST)
