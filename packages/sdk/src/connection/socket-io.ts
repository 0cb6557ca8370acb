import type {
  ClientToServerEvents,
  ServerToClientEvents,
} from '@diceroom/shared/protocol/server-to-client.ts'
import { io, type Socket } from 'socket.io-client'
import { refusalIn } from './refusal.ts'
import type { Ear, Link, Transport, Way } from './transport.ts'

type TypedSocket = Socket<ServerToClientEvents, ClientToServerEvents>

type Order = ['websocket', 'polling'] | ['polling', 'websocket']

/**
 * Socket.IO, WebSocket first. Where the WebSocket is refused, long-polling is tried in the same attempt. Where it just
 * hangs, as behind some proxies, the attempt is given up by whoever made it, and the next begins with long-polling.
 *
 * @param url where the server is; the page's own origin if left out
 */
export function socketIoTransport(url?: string): Transport {
  let order: Order = ['websocket', 'polling']
  return {
    open(token, ear) {
      const socket = connect(url, token, order)
      const link = linkOf(socket)
      let opened = false
      socket.on('connect', () => {
        opened = true
        ear.alive()
        const { engine } = socket.io
        ear.travels(wayOf(engine.transport))
        engine.on('upgrade', transport => socket.connected && ear.travels(wayOf(transport)))
      })
      listen(socket, ear)
      return {
        ...link,
        close() {
          if (!opened) order = order[0] === 'websocket' ? ['polling', 'websocket'] : ['websocket', 'polling']
          link.close()
        },
      }
    },
  }
}

const wayOf = ({ name }: { readonly name: string }): Way => (name === 'polling' ? 'polling' : 'websocket')

function connect(url: string | undefined, token: string | null, transports: Order): TypedSocket {
  const options = {
    forceNew: true,
    // When to try again, and for how long to try, is decided in connection.ts.
    reconnection: false,
    timeout: 60_000,
    transports,
    tryAllTransports: true,
    auth: token === null ? {} : { token },
  }
  return url === undefined ? io(options) : io(url, options)
}

function listen(socket: TypedSocket, ear: Ear): void {
  const lost = (loss: Parameters<Ear['lost']>[0]) => {
    hangUp(socket)
    ear.lost(loss)
  }
  socket.on('connect_error', (error: Error & { data?: unknown }) => {
    const refusal = refusalIn(error.data)
    lost(refusal ? { kind: 'refused', error: refusal } : { kind: 'broken' })
  })
  socket.on('disconnect', () => lost({ kind: 'broken' }))
  socket.io.on('ping', () => ear.alive())
  socket.on('welcome', body => ear.message({ name: 'welcome', body }))
  socket.on('game_start', body => ear.message({ name: 'game_start', body }))
  socket.on('game_process', body => ear.message({ name: 'game_process', body }))
  socket.on('room_event', body => ear.message({ name: 'room_event', body }))
  socket.on('presence', body => ear.message({ name: 'presence', body }))
  socket.on('heartbeat', body => ear.message({ name: 'heartbeat', body }))
  socket.on('closing', body => ear.message({ name: 'closing', body }))
}

function hangUp(socket: TypedSocket): void {
  socket.off()
  socket.io.off()
  socket.disconnect()
}

function linkOf(socket: TypedSocket): Link {
  // One line for each, so that the compiler checks every request's name, payload and answer against the wire.
  const requests: ClientToServerEvents = {
    create_room: (payload, answer) => socket.emit('create_room', payload, answer),
    join_room: (payload, answer) => socket.emit('join_room', payload, answer),
    leave_room: (payload, answer) => socket.emit('leave_room', payload, answer),
    start_game: (payload, answer) => socket.emit('start_game', payload, answer),
    move: (payload, answer) => socket.emit('move', payload, answer),
    open_seal: (payload, answer) => socket.emit('open_seal', payload, answer),
    chat: (payload, answer) => socket.emit('chat', payload, answer),
    set_options: (payload, answer) => socket.emit('set_options', payload, answer),
    set_room: (payload, answer) => socket.emit('set_room', payload, answer),
    quick_play: (payload, answer) => socket.emit('quick_play', payload, answer),
    react: (payload, answer) => socket.emit('react', payload, answer),
    report: (payload, answer) => socket.emit('report', payload, answer),
    set_order: (payload, answer) => socket.emit('set_order', payload, answer),
    add_bot: (payload, answer) => socket.emit('add_bot', payload, answer),
    remove_player: (payload, answer) => socket.emit('remove_player', payload, answer),
    mute: (payload, answer) => socket.emit('mute', payload, answer),
    make_host: (payload, answer) => socket.emit('make_host', payload, answer),
    ask_host: (payload, answer) => socket.emit('ask_host', payload, answer),
    ask_default: (payload, answer) => socket.emit('ask_default', payload, answer),
    take_back_seat: (payload, answer) => socket.emit('take_back_seat', payload, answer),
    queue_next: (payload, answer) => socket.emit('queue_next', payload, answer),
    seat_ticket: (payload, answer) => socket.emit('seat_ticket', payload, answer),
    give_seat: (payload, answer) => socket.emit('give_seat', payload, answer),
    end_game: (payload, answer) => socket.emit('end_game', payload, answer),
    sync: (payload, answer) => socket.emit('sync', payload, answer),
    my_games: (payload, answer) => socket.emit('my_games', payload, answer),
    legal_moves: (payload, answer) => socket.emit('legal_moves', payload, answer),
  }
  return {
    request: (name, payload, answer) => requests[name](payload, answer),
    close: () => hangUp(socket),
  }
}
