import type { AccountLookup } from '../accounts/accounts.ts'
import { StorageUnavailable } from '../stores/room-store.ts'

/** How long to wait for a storage that cannot say who is who. */
const AGAIN_MS = 5_000

/** A connection of a player. */
export interface PlayerConnection {
  readonly player: { readonly id: string }
  /** `null` for a guest. */
  readonly login: string | null
  /** Ends the connection; what was sent before still arrives. */
  close(): void
}

/** Every connection, by its player: it ends with the log-in it came with, and a guest's once the guest has an account. */
export class LiveLogins {
  private readonly byPlayer = new Map<string, Set<PlayerConnection>>()
  private readonly accounts: AccountLookup
  private readonly onError: (error: unknown) => void

  constructor(accounts: AccountLookup, onError: (error: unknown) => void) {
    this.accounts = accounts
    this.onError = onError
  }

  opened(connection: PlayerConnection): void {
    const { id } = connection.player
    this.byPlayer.set(id, (this.byPlayer.get(id) ?? new Set()).add(connection))
    // The log-in may have ended while the connection opened, or a guest may have come while nobody could look.
    this.reviewOnceItCan(id)
  }

  private reviewOnceItCan(player: string): void {
    this.review(player).catch(error => {
      if (!(error instanceof StorageUnavailable)) this.onError(error)
      else if (this.byPlayer.has(player)) setTimeout(() => this.reviewOnceItCan(player), AGAIN_MS).unref()
    })
  }

  closed(connection: PlayerConnection): void {
    const { id } = connection.player
    const connections = this.byPlayer.get(id)
    connections?.delete(connection)
    if (connections?.size === 0) this.byPlayer.delete(id)
  }

  /** Closes the connections of a player that would not be let in again now. */
  async review(player: string): Promise<void> {
    const connections = [...(this.byPlayer.get(player) ?? [])]
    const logins = new Set(connections.flatMap(({ login }) => login ?? []))
    const live = new Set<string | null>()
    if (!(await this.accounts.isHeld(player))) live.add(null)
    for (const id of logins) {
      if (await this.accounts.ofLogin(id)) live.add(id)
    }
    for (const connection of connections) {
      if (live.has(connection.login)) continue
      this.closed(connection)
      connection.close()
    }
  }
}
