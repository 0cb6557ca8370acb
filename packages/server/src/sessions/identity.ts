import { randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { AccountLookup, Login } from '../accounts/accounts.ts'
import { StorageUnavailable } from '../stores/room-store.ts'

const LIFETIME = '400d'
/** A token this close to its end is replaced, in seconds. */
const RENEW_WITHIN = 200 * 86_400

const ISSUER = 'dice-room'

export interface Identity {
  readonly id: PlayerId
  /** Of the account, or what a guest is called who has not said a name. */
  readonly name: string
  /** Whoever holds it is this player; with an account, as long as the log-in lasts. */
  readonly token: string
  /** The name of the account; `null` for a guest. */
  readonly account: string | null
  /** The id of the log-in; `null` for a guest. */
  readonly login: string | null
}

/** What a connection brings: a token, and in the headers perhaps a session cookie. */
export interface Credentials {
  readonly token: string | undefined
  readonly headers: IncomingHttpHeaders
}

const Claims = z.object({
  sub: z.string().min(1).max(64),
  name: z.string().min(1).max(64),
  exp: z.number(),
  /** The log-in that the token ends with. */
  sid: z.string().min(1).max(64).optional(),
})
type Claims = z.output<typeof Claims>

const badToken = () => refuse('bad_token', 'This token is not valid here, or not any more.')

/** Makes guests, and knows everybody again: by their session cookie, or by their token (signed, HS256). */
export class Identities {
  private readonly key: Uint8Array
  private readonly accounts: AccountLookup

  constructor(key: Uint8Array, accounts: AccountLookup) {
    this.key = key
    this.accounts = accounts
  }

  /**
   * Who is logged in, else the player whose token this is, else a new guest. `bad_token` for a token that is forged or
   * expired, whose log-in has ended, or of a guest who has an account since. Throws `StorageUnavailable` where that cannot
   * be looked up, but for guests.
   */
  async identify({ token, headers }: Credentials): Promise<Result<Identity, Rejection>> {
    const login = await this.accounts.ofRequest(headers)
    if (login) return ok(await this.holder(login))
    if (token === undefined) return ok(await this.newGuest())
    const claims = await this.verified(token)
    if (claims === null) return badToken()
    return claims.sid === undefined
      ? this.knownGuest(token, claims)
      : this.knownHolder(token, { ...claims, sid: claims.sid })
  }

  /** The player of a guest's token; `null` for any other, and for the token of a guest who has an account by now. */
  async guest(token: string): Promise<PlayerId | null> {
    const claims = await this.verified(token)
    if (claims === null || claims.sid !== undefined) return null
    return (await this.accounts.isHeld(claims.sub)) ? null : claims.sub
  }

  newPlayer(): PlayerId {
    return `p_${randomBytes(12).toString('base64url')}`
  }

  private async verified(token: string): Promise<Claims | null> {
    try {
      const { payload } = await jwtVerify(token, this.key, { issuer: ISSUER, algorithms: ['HS256'] })
      return Claims.parse(payload)
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof z.ZodError || error instanceof TypeError)
        return null
      throw error
    }
  }

  private async knownGuest(token: string, { sub, name, exp }: Claims): Promise<Result<Identity, Rejection>> {
    if (await this.isKnownToBeHeld(sub)) return badToken()
    const renewed = exp - Date.now() / 1000 < RENEW_WITHIN ? await this.sign(sub, { name }) : token
    return ok({ id: sub, name, token: renewed, account: null, login: null })
  }

  /**
   * Whether a player is known to have an account. Where nobody can look it up, who comes with a genuine token may watch
   * what goes on; `LiveLogins` looks again.
   */
  private async isKnownToBeHeld(player: PlayerId): Promise<boolean> {
    try {
      return await this.accounts.isHeld(player)
    } catch (error) {
      if (error instanceof StorageUnavailable) return false
      throw error
    }
  }

  private async knownHolder(
    token: string,
    { sub, sid, exp }: Claims & { sid: string },
  ): Promise<Result<Identity, Rejection>> {
    const login = await this.accounts.ofLogin(sid)
    if (login?.account.player !== sub) return badToken()
    return ok(await this.holder(login, exp - Date.now() / 1000 < RENEW_WITHIN ? undefined : token))
  }

  private async holder({ id, account: { player, name } }: Login, token?: string): Promise<Identity> {
    const signed = token ?? (await this.sign(player, { name, sid: id }))
    return { id: player, name, token: signed, account: name, login: id }
  }

  private async newGuest(): Promise<Identity> {
    const id = this.newPlayer()
    const name = `Guest ${1000 + (randomBytes(2).readUInt16BE() % 9000)}`
    return { id, name, token: await this.sign(id, { name }), account: null, login: null }
  }

  private sign(id: PlayerId, claims: { name: string; sid?: string }): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(id)
      .setIssuer(ISSUER)
      .setIssuedAt()
      .setExpirationTime(LIFETIME)
      .sign(this.key)
  }
}
