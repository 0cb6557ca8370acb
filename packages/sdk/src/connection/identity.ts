import type { Storage } from './environment.ts'

const TOKEN = 'diceroom.token'
const NAME = 'diceroom.name'

/** Who this browser is to the server: kept for the next visit where that is possible, else for this one. */
export class Identity {
  readonly #storage: Storage
  #token: string | null
  #name: string | null

  /** @param token in place of the one that is kept */
  constructor(storage: Storage, token?: string) {
    this.#storage = storage
    if (token !== undefined) storage.set(TOKEN, token)
    this.#token = storage.get(TOKEN)
    this.#name = storage.get(NAME)
  }

  get token(): string | null {
    return this.#token
  }

  /** The name that the player gave last. */
  get name(): string | null {
    return this.#name
  }

  rememberToken(token: string): void {
    if (token === this.#token) return
    this.#token = token
    this.#storage.set(TOKEN, token)
  }

  rememberName(name: string): void {
    this.#name = name
    this.#storage.set(NAME, name)
  }

  /** Whoever comes to this browser next is somebody else, or has to choose another name. */
  forgetName(): void {
    this.#name = null
    this.#storage.delete(NAME)
  }

  /** The token was refused. Another tab may have a better one by now. */
  forgetToken(): void {
    const stored = this.#storage.get(TOKEN)
    const isBad = stored === this.#token
    if (isBad) this.#storage.delete(TOKEN)
    this.#token = isBad ? null : stored
  }
}
