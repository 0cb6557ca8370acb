import { randomBytes } from 'node:crypto'
import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'

const LIFETIME = '400d'
/** A token this close to its end is replaced, in seconds. */
const RENEW_WITHIN = 200 * 86_400

const ISSUER = 'dice-room'

export interface Identity {
  readonly id: PlayerId
  /** What a guest is called who has not said a name. */
  readonly name: string
  /** Whoever holds it is this player. */
  readonly token: string
}

const Claims = z.object({ sub: z.string().min(1).max(64), name: z.string().min(1).max(64), exp: z.number() })

/** Makes guests, and knows them again by their tokens (signed, HS256). */
export class Identities {
  private readonly key: Uint8Array

  constructor(key: Uint8Array) {
    this.key = key
  }

  /** The player whose token this is, or without one a new guest. `bad_token` for one that is forged or expired. */
  async identify(token: string | undefined): Promise<Result<Identity, Rejection>> {
    if (token === undefined) return ok(await this.newGuest())
    try {
      const { payload } = await jwtVerify(token, this.key, { issuer: ISSUER, algorithms: ['HS256'] })
      const { sub, name, exp } = Claims.parse(payload)
      const renewed = exp - Date.now() / 1000 < RENEW_WITHIN ? await this.sign(sub, name) : token
      return ok({ id: sub, name, token: renewed })
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof z.ZodError || error instanceof TypeError) {
        return refuse('bad_token', 'This token is not valid here, or not any more.')
      }
      throw error
    }
  }

  private async newGuest(): Promise<Identity> {
    const id = `p_${randomBytes(12).toString('base64url')}`
    const name = `Guest ${1000 + (randomBytes(2).readUInt16BE() % 9000)}`
    return { id, name, token: await this.sign(id, name) }
  }

  private sign(id: PlayerId, name: string): Promise<string> {
    return new SignJWT({ name })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(id)
      .setIssuer(ISSUER)
      .setIssuedAt()
      .setExpirationTime(LIFETIME)
      .sign(this.key)
  }
}
