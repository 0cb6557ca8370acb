import type { AccountLookup } from '../accounts/accounts.ts'

/** A connection of somebody who is logged in. */
export interface LoggedInConnection {
  readonly player: { readonly id: string }
  readonly login: string | null
  /** Ends the connection; what was sent before still arrives. */
  close(): void
}

/** The connections that end with the log-in they came with. */
export class LiveLogins {
  private readonly byPlayer = new Map<string, Set<LoggedInConnection>>()
  private readonly accounts: AccountLookup

  constructor(accounts: AccountLookup) {
    this.accounts = accounts
  }

  opened(connection: LoggedInConnection): void {
    if (connection.login === null) return
    const { id } = connection.player
    this.byPlayer.set(id, (this.byPlayer.get(id) ?? new Set()).add(connection))
  }

  closed(connection: LoggedInConnection): void {
    const { id } = connection.player
    const connections = this.byPlayer.get(id)
    connections?.delete(connection)
    if (connections?.size === 0) this.byPlayer.delete(id)
  }

  /** Closes those connections of a player whose log-in has ended. */
  async review(player: string): Promise<void> {
    const connections = [...(this.byPlayer.get(player) ?? [])]
    const logins = new Set(connections.flatMap(({ login }) => login ?? []))
    const live = new Set<string>()
    for (const id of logins) {
      if (await this.accounts.ofLogin(id)) live.add(id)
    }
    for (const connection of connections) {
      if (connection.login === null || live.has(connection.login)) continue
      this.closed(connection)
      connection.close()
    }
  }
}
