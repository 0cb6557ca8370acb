import type { Level } from '@diceroom/shared/games/bot.ts'
import type { Seat } from '@diceroom/shared/games/game.ts'
import type { RequestInput } from '@diceroom/shared/protocol/client-to-server.ts'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import type { Outbox } from './outbox.ts'

/** What one asks of a room with nothing more to it than the answer. Each acts once, however often it has to be sent. */
export class RoomRequests {
  /** The room's code, as rooms are filed. */
  readonly code: string
  protected readonly outbox: Outbox

  constructor(code: string, outbox: Outbox) {
    this.code = code
    this.outbox = outbox
  }

  chat(text: string): Promise<Answer<'chat'>> {
    return this.outbox.request('chat', id => ({ id, room: this.code, text }))
  }

  /** Shows everybody at the table how one feels. */
  react(emote: RequestInput<'react'>['emote']): Promise<Answer<'react'>> {
    return this.outbox.request('react', id => ({ id, room: this.code, emote }))
  }

  /** Shows whoever runs the server what somebody said. */
  report(seq: number, reason?: string): Promise<Answer<'report'>> {
    return this.outbox.request('report', id => ({ id, room: this.code, seq, reason }))
  }

  /** What this player may do now. */
  legalMoves(): Promise<Answer<'legal_moves'>> {
    return this.outbox.request('legal_moves', () => ({ room: this.code }))
  }

  /** Host only. */
  start(options?: RequestInput<'start_game'>['options']): Promise<Answer<'start_game'>> {
    return this.outbox.request('start_game', id => ({ id, room: this.code, options }))
  }

  /** Host only: breaks the game off. */
  endGame(): Promise<Answer<'end_game'>> {
    return this.outbox.request('end_game', id => ({ id, room: this.code }))
  }

  /** Host only, before the start. */
  setOptions(options: RequestInput<'set_options'>['options']): Promise<Answer<'set_options'>> {
    return this.outbox.request('set_options', id => ({ id, room: this.code, options }))
  }

  /** Host only; what is left out stays. A password of `null` is none. */
  setRoom(settings: RequestInput<'set_room'>['settings']): Promise<Answer<'set_room'>> {
    return this.outbox.request('set_room', id => ({ id, room: this.code, settings }))
  }

  /** Host only, before the start: in which order the seats take their turns. */
  setOrder(seats: readonly Seat[]): Promise<Answer<'set_order'>> {
    return this.outbox.request('set_order', id => ({ id, room: this.code, seats: [...seats] }))
  }

  /** Host only, before the start: a bot takes the lowest free seat. */
  addBot(level: Level): Promise<Answer<'add_bot'>> {
    return this.outbox.request('add_bot', id => ({ id, room: this.code, level }))
  }

  /** Host only: who is removed has no seat any more, and may take none until that is undone. */
  removePlayer(player: PlayerId, how: Undo = {}): Promise<Answer<'remove_player'>> {
    return this.outbox.request('remove_player', id => ({ ...how, id, room: this.code, player }))
  }

  /** Host only: who is muted can neither talk nor react until that is undone. */
  mute(player: PlayerId, how: Undo = {}): Promise<Answer<'mute'>> {
    return this.outbox.request('mute', id => ({ ...how, id, room: this.code, player }))
  }

  /** Host only: somebody else at the table is it from now on. */
  makeHost(player: PlayerId): Promise<Answer<'make_host'>> {
    return this.outbox.request('make_host', id => ({ id, room: this.code, player }))
  }

  /** Asks the host to be it in their place. */
  askHost(): Promise<Answer<'ask_host'>> {
    return this.outbox.request('ask_host', id => ({ id, room: this.code }))
  }

  /** Where no clock runs: lets the game go on without whoever does not move. */
  askDefault(): Promise<Answer<'ask_default'>> {
    return this.outbox.request('ask_default', id => ({ id, room: this.code }))
  }

  /** A bot has played for this player, who is back. */
  takeBackSeat(): Promise<Answer<'take_back_seat'>> {
    return this.outbox.request('take_back_seat', id => ({ id, room: this.code }))
  }

  /** Who watches wants to play in the next game. */
  queueNext(how: Undo = {}): Promise<Answer<'queue_next'>> {
    return this.outbox.request('queue_next', id => ({ ...how, id, room: this.code }))
  }

  /** A ticket with which another device takes this player's seat over, once; `until` is server time in ms. */
  seatTicket(): Promise<Answer<'seat_ticket'>> {
    return this.outbox.request('seat_ticket', id => ({ id, room: this.code }))
  }

  /** Host only: the seat of somebody who is gone is from now on that of `player`, who watches. */
  giveSeat(seat: Seat, player: PlayerId): Promise<Answer<'give_seat'>> {
    return this.outbox.request('give_seat', id => ({ id, room: this.code, seat, player }))
  }
}

interface Undo {
  readonly undo?: true
}
