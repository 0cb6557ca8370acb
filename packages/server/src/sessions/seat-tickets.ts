import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Seat } from '@diceroom/shared/games/game.ts'
import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { z } from 'zod'

/** How long a ticket may be used, in ms. */
export const TICKET_MS = 10 * 60_000
/** Of the signature, in bytes: as hard to guess as a player's token is to find. */
const MAC_BYTES = 16

/** Which seat may be taken over, and from whom. */
export interface SeatClaim {
  readonly seat: Seat
  readonly from: PlayerId
  /** How often seats of the room had gone from one player to another: by the next time the ticket is worth nothing. */
  readonly moves: number
}

const Body = z.tuple([z.string(), z.int().min(0), z.string(), z.int().min(0), z.int()])

/**
 * Tickets by which somebody takes over their own seat on another device. They are kept nowhere: a ticket says by itself what it
 * is good for, signed by the server, and is used up when the seat has moved.
 */
export class SeatTickets {
  private readonly key: Uint8Array

  constructor(key: Uint8Array) {
    this.key = key
  }

  /** A ticket for a seat of `room`, good until `until` (server time in ms). */
  issue(room: string, { seat, from, moves }: SeatClaim, now: number): { ticket: string; until: number } {
    const until = now + TICKET_MS
    const body = Buffer.from(JSON.stringify([room, seat, from, moves, until])).toString('base64url')
    return { ticket: `${body}.${this.sign(body).toString('base64url')}`, until }
  }

  /** What a ticket is good for in `room`; `forbidden` for one that is forged, another room's, or too old. */
  read(room: string, ticket: string, now: number): Result<SeatClaim, Rejection> {
    const [body = '', signature = ''] = ticket.split('.')
    const given = Buffer.from(signature, 'base64url')
    const isGenuine = given.length === MAC_BYTES && timingSafeEqual(given, this.sign(body))
    if (!isGenuine) return refuse('forbidden', 'This link is none of this server.')
    const [of, seat, from, moves, until] = Body.parse(JSON.parse(String(Buffer.from(body, 'base64url'))))
    if (of !== room) return refuse('forbidden', 'This link is for another room.')
    if (until <= now) return refuse('forbidden', 'This link is too old. Please make a new one.')
    return ok({ seat, from, moves })
  }

  private sign(body: string): Buffer {
    return createHmac('sha256', this.key).update(body).digest().subarray(0, MAC_BYTES)
  }
}
