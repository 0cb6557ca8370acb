import type { IncomingHttpHeaders } from 'node:http'
import { CLOSE_CODES } from '@diceroom/shared/protocol/close-codes.ts'
import { refusalFor } from '../../sessions/handle-message.ts'
import type { LiveLogins } from '../../sessions/live-logins.ts'
import type { Person } from '../../sessions/lobby-people.ts'
import type { Refused, WireConnection, WireRequest } from './wire.ts'

/** Whose session a request's cookies bring; `null` where nobody is logged in. */
export type PersonOf = (headers: IncomingHttpHeaders) => Promise<Person | null>

/** Where it is known which connections end with which log-in. */
export type LoginsOfWires = Pick<LiveLogins, 'opened' | 'closed'>

/** Who is behind each connection of a wire: asked before it is accepted, known when it is open. */
export class LoggedIn {
  private readonly personOf: PersonOf
  private readonly logins: LoginsOfWires
  private readonly known = new WeakMap<WireRequest, Person>()

  constructor(personOf: PersonOf, logins: LoginsOfWires) {
    this.personOf = personOf
    this.logins = logins
  }

  /** For `Wire.admit`: lets everybody in, unless nobody can say who it is. */
  async admit(request: WireRequest): Promise<Refused | null> {
    try {
      const person = await this.personOf(request.headers)
      if (person) this.known.set(request, person)
      return null
    } catch (problem) {
      const { error } = refusalFor(problem)
      if (error.code === 'storage_unavailable') return { status: 503, error }
      throw problem
    }
  }

  of(request: WireRequest): Person | null {
    return this.known.get(request) ?? null
  }

  /** Has a connection end with the log-in that it came with. Call the result when it is closed. */
  opened(request: WireRequest, connection: WireConnection): () => void {
    const person = this.of(request)
    if (person === null) return () => {}
    const close = () => connection.close(CLOSE_CODES.badToken, 'logged out')
    const live = { player: { id: person.player }, login: person.login, close }
    this.logins.opened(live)
    return () => this.logins.closed(live)
  }
}
