import type { IncomingHttpHeaders } from 'node:http'
import { type Refusal, refuse } from '@diceroom/shared/protocol/rejections.ts'
import { isAmong, type PlayerId, type RoomState } from '@diceroom/shared/room/room.ts'
import type { RoomCache } from '../rooms/room-cache.ts'
import { Attempts } from './attempts.ts'
import type { Audience } from './audience.ts'
import type { Identities } from './identity.ts'

/** Wrong passwords that a room hears in a minute, from whomever; more are not listened to. */
const WRONG_MAX = 60
const WITHIN_MS = 60_000
/** Longest password that is looked at, in UTF-16 units. */
const PASSWORD_MAX = 256

interface DoorsOptions {
  readonly cache: RoomCache
  readonly audience: Audience
  readonly identities: Pick<Identities, 'identify'>
  readonly now: () => number
}

/** Who is let into rooms that are locked or have a password, and how often passwords may be tried. */
export class RoomDoors {
  private readonly options: DoorsOptions
  private readonly wrong = new Attempts({ max: WRONG_MAX, withinMs: WITHIN_MS })

  constructor(options: DoorsOptions) {
    this.options = options
  }

  /** Whether this player may come in without being asked for anything. */
  isOpenTo(state: RoomState, player: PlayerId): boolean {
    return (
      isOpen(state) || holdsSeat(state, player) || this.options.audience.playersIn(state.room).has(player)
    )
  }

  /** Notes that a password is tried; `rate_limited` where too many wrong ones were. Call `right` for one that was not wrong. */
  tryPassword(room: string): Refusal | null {
    const now = this.options.now()
    if (this.wrong.waitFor(room, now) > 0) {
      return refuse('rate_limited', 'Too many wrong passwords. Please try again in a minute.')
    }
    this.wrong.note(room, now)
    return null
  }

  right(room: string): void {
    this.wrong.forgive(room)
  }

  /**
   * Why whoever sends these headers may not read a room over HTTP; `null` where they may, or where there is no such room.
   * Members say who they are by `authorization: Bearer <token>` or a log-in, others give `x-room-password`.
   */
  async refusedReader(room: string, headers: IncomingHttpHeaders): Promise<Refusal | null> {
    const live = await this.options.cache.load(room)
    if (live === null || isOpen(live.committed)) return null
    const { committed, secrets } = live
    const player = await this.playerOf(headers)
    if (player !== null && this.isOpenTo(committed, player)) return null
    if (committed.settings.locked) return refuse('room_locked', 'This room lets nobody in at the moment.')
    const password = headers['x-room-password']
    if (typeof password !== 'string' || password.length > PASSWORD_MAX) {
      return refuse('wrong_password', 'This room has a password.')
    }
    const refused = this.tryPassword(room)
    if (refused) return refused
    // Headers are read as Latin-1; passwords are sent in UTF-8.
    const said = Buffer.from(password, 'latin1').toString()
    if (secrets.passwordDigest(said) !== committed.passwordDigest) {
      return refuse('wrong_password', 'This is not the password of this room.')
    }
    this.right(room)
    return null
  }

  /** Who sends these headers; `null` for nobody known. */
  private async playerOf(headers: IncomingHttpHeaders): Promise<PlayerId | null> {
    const token = /^Bearer (\S{1,4096})$/i.exec(headers.authorization ?? '')?.[1]
    if (token === undefined && headers.cookie === undefined) return null
    const identity = await this.options.identities.identify({ token, headers })
    return identity.ok ? identity.value.id : null
  }
}

const isOpen = ({ settings }: RoomState): boolean => !settings.locked && !settings.password

const holdsSeat = ({ seats, removed }: RoomState, player: PlayerId): boolean =>
  !isAmong(removed, player) && seats.some(holder => holder?.player === player)

/** Whether a player needs the password for a seat: also who watches since before there was one, and who is out of the game. */
export const sitsByPassword = (state: RoomState, player: PlayerId): boolean =>
  state.settings.password &&
  !(holdsSeat(state, player) && state.seats.some(holder => holder?.player === player && !holder.forfeit))
