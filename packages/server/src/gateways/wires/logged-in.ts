import type { IncomingHttpHeaders } from 'node:http'
import { refusalFor } from '../../sessions/handle-message.ts'
import type { Person } from '../../sessions/lobby-people.ts'
import type { Refused, WireRequest } from './wire.ts'

/** Whose session a request's cookies bring; `null` where nobody is logged in. */
export type PersonOf = (headers: IncomingHttpHeaders) => Promise<Person | null>

/** Who is behind each connection of a wire: asked before it is accepted, known when it is open. */
export class LoggedIn {
  private readonly personOf: PersonOf
  private readonly known = new WeakMap<WireRequest, Person>()

  constructor(personOf: PersonOf) {
    this.personOf = personOf
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
}
