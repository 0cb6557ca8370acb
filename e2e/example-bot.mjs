// Plays a race against itself: two guests, one room, to the end. Needs nothing but socket.io-client; written from
// docs/protocol.md.
//
//   node e2e/example-bot.mjs http://localhost:3000

import { io } from 'socket.io-client'

const url = process.argv[2] ?? 'http://localhost:3000'

/** One guest at the server: sends commands until they are answered, and keeps the events in order. */
class Bot {
  constructor(name) {
    this.name = name
    this.room = null
    this.seq = 0
    this.turn = null
    this.winner = null
    this.commands = 0
    this.socket = io(url, { transports: ['websocket', 'polling'] })
    for (const message of ['game_start', 'game_process', 'room_event']) {
      this.socket.on(message, ({ seq, events }) => this.take(seq, events))
    }
    this.socket.on('heartbeat', ({ rooms }) => rooms[this.room] > this.seq && this.catchUp())
    // After a lost connection we are not subscribed any more: join again, and say how far we are.
    this.socket.on('connect', () => this.room && this.join(this.room))
  }

  /** Sends a command until it is answered: under one id it acts once, however often it arrives. */
  async command(name, payload) {
    this.commands += 1
    return this.ask(name, { id: `${this.name}-${this.commands}`, ...payload })
  }

  async ask(name, request) {
    for (;;) {
      try {
        return await this.socket.timeout(3000).emitWithAck(name, request)
      } catch {
        // Silence. Once more.
      }
    }
  }

  async join(room) {
    const known = this.room === room ? { since: this.seq } : {}
    this.room = room
    const answer = await this.command('join_room', { room, name: this.name, as: 'player', ...known })
    if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
    this.seat = answer.seat
    this.adopt(answer)
  }

  async catchUp() {
    const answer = await this.ask('sync', { room: this.room, since: this.seq })
    if (answer.ok) this.adopt(answer)
  }

  adopt({ seq, state, events }) {
    if (events) return this.take(seq, events)
    if (seq < this.seq) return
    this.seq = seq
    this.turn = state.view?.turn ?? null
    this.winner = state.view?.winner ?? null
  }

  take(seq, events) {
    if (seq <= this.seq) return
    if (events[0].seq > this.seq + 1) return this.catchUp()
    for (const event of events.filter(event => event.seq > this.seq)) {
      this.seq = event.seq
      if (event.type === 'starter_rolled') this.turn = event.starter
      if (event.type === 'piece_moved') {
        this.turn = event.next
        if (event.next === null) this.winner = event.seat
      }
    }
    this.onEvents?.()
  }

  /** Rolls whenever it is our turn, until somebody has won; gives the winner's seat. */
  play() {
    return new Promise(resolve => {
      let asked = -1
      this.onEvents = async () => {
        if (this.winner !== null) return resolve(this.winner)
        if (this.turn !== this.seat || asked === this.seq) return
        asked = this.seq
        await this.command('move', { room: this.room, move: { type: 'roll' }, seen: this.seq })
      }
      this.onEvents()
    })
  }
}

const [ada, bo] = [new Bot('Ada'), new Bot('Bo')]
const { room } = await ada.command('create_room', { game: 'race', private: true })
await ada.join(room)
await bo.join(room)
await ada.command('start_game', { room })
const [winner, sameWinner] = await Promise.all([ada.play(), bo.play()])
console.log(`${[ada, bo][winner].name} wins in room ${room} after ${ada.seq} events`)
for (const bot of [ada, bo]) bot.socket.disconnect()
process.exitCode = winner === sameWinner ? 0 : 1
