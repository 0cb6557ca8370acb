import { createCipheriv, createDecipheriv, createHmac, hash, randomBytes } from 'node:crypto'
import type { Chain } from '@diceroom/shared/room/dealing.ts'
import type { DecideContext, RollRequest } from '@diceroom/shared/room/draft.ts'
import { RoomDamaged, type SealedRoot } from '../stores/room-store.ts'
import { RollStream } from './roll-stream.ts'
import { CHAIN_LENGTH, SecretChain } from './secret-chain.ts'

const CIPHER = 'aes-256-gcm'
const ROOT_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

export interface SecretsOptions {
  readonly room: string
  /** What roots are encrypted with, 32 bytes. */
  readonly key: Uint8Array
  /** Those that are kept already; none for a new room. */
  readonly roots: readonly SealedRoot[]
  /** Of chains that are drawn from now on. */
  readonly chainLength?: number
}

/**
 * What one room keeps to itself: the chains that its dice follow from. Roots are encrypted wherever they lie but here;
 * they are decrypted when the first die is rolled.
 */
export class RoomSecrets implements DecideContext {
  private readonly options: SecretsOptions
  private readonly chains: SecretChain[] = []
  /** Whether `options.roots` are among `chains`. */
  private isOpen = false
  private drawn: SealedRoot[] = []
  private stream: RollStream | null = null

  constructor(options: SecretsOptions) {
    this.options = options
  }

  faces(roll: RollRequest): readonly number[] {
    if (this.stream?.deal !== roll.deal || this.stream.seeds !== roll.seeds) {
      this.stream = new RollStream(this.secret(roll.deal), roll)
    }
    return this.stream.faces(roll)
  }

  secretOf(deal: number): string {
    return this.secret(deal).toString('hex')
  }

  sealOf(seed: string): string {
    return hash('sha256', Buffer.from(seed, 'hex'), 'hex')
  }

  /** Useless without the server's key to whoever reads the log, however short the password. */
  passwordDigest(password: string): string {
    return createHmac('sha256', this.options.key)
      .update(`dice-room password\n${this.options.room}\n${password}`)
      .digest('base64url')
  }

  nextChain(): Chain {
    const { chainLength = CHAIN_LENGTH } = this.options
    const root = randomBytes(ROOT_BYTES)
    const chains = this.opened()
    const chain = new SecretChain(root, chainLength)
    this.drawn.push({ chain: chains.length, sealed: this.seal(root, chains.length, chainLength) })
    chains.push(chain)
    return { commitment: chain.secret(0).toString('hex'), chainLength }
  }

  /** The roots that were drawn since this was asked last: to be kept together with their commitment. */
  takeDrawn(): readonly SealedRoot[] {
    const { drawn } = this
    if (drawn.length > 0) this.drawn = []
    return drawn
  }

  private secret(deal: number): Buffer {
    let before = 0
    for (const chain of this.opened()) {
      if (deal <= before + chain.length) return chain.secret(deal - before)
      before += chain.length
    }
    throw new RoomDamaged(`room ${this.options.room} has no secret for its deal ${deal}`)
  }

  private opened(): SecretChain[] {
    if (!this.isOpen) this.chains.push(...this.options.roots.map(root => this.unseal(root)))
    this.isOpen = true
    return this.chains
  }

  /** Nonce, tag, and the encrypted root with its chain's length; bound to its room and place. */
  private seal(root: Uint8Array, chain: number, length: number): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv(CIPHER, this.options.key, nonce).setAAD(this.place(chain))
    const lengthBytes = Buffer.alloc(4)
    lengthBytes.writeUInt32BE(length)
    const encrypted = Buffer.concat([cipher.update(root), cipher.update(lengthBytes), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), encrypted])
  }

  private unseal({ chain, sealed }: SealedRoot): SecretChain {
    try {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv(CIPHER, this.options.key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(this.place(chain))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      const plain = Buffer.concat([
        decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)),
        decipher.final(),
      ])
      return new SecretChain(plain.subarray(0, ROOT_BYTES), plain.readUInt32BE(ROOT_BYTES))
    } catch (cause) {
      throw new RoomDamaged(`a secret of room ${this.options.room} cannot be decrypted`, { cause })
    }
  }

  private place(chain: number): Buffer {
    return Buffer.from(`dice-room root\n${this.options.room}\n${chain}`)
  }
}
