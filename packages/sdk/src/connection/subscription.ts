import type { RequestInput } from '@diceroom/shared/protocol/client-to-server.ts'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import { ask } from './asking.ts'
import { BackOff } from './back-off.ts'
import type { Cancel, Environment } from './environment.ts'
import type { Line } from './line.ts'
import { randomId } from './random.ts'

/** Asks for what the store of a room waits for, one thing at a time, for as long as the line lasts. */
export class Subscription {
  readonly #environment: Environment
  /** Between two requests for the same events, which the server does not have yet. */
  readonly #pace: BackOff
  #askedSince = -1
  #stopAsking: Cancel = () => {}

  constructor(environment: Environment) {
    this.#environment = environment
    this.#pace = new BackOff({ first: 300, longest: 5_000, random: environment.random })
  }

  join(
    line: Line,
    wish: Omit<RequestInput<'join_room'>, 'id'>,
    answered: (answer: Answer<'join_room'>) => void,
  ): void {
    this.stop()
    const payload = { ...wish, id: randomId() }
    this.#stopAsking = ask(line, this.#environment, { name: 'join_room', payload, ...PATIENT, answered })
  }

  sync(line: Line, missed: RequestInput<'sync'>, answered: (answer: Answer<'sync'>) => void): void {
    this.stop()
    const request = () => {
      this.#stopAsking = ask(line, this.#environment, { name: 'sync', payload: missed, ...PATIENT, answered })
    }
    if (missed.since === this.#askedSince) {
      this.#stopAsking = this.#environment.clock.after(this.#pace.next(), request)
      return
    }
    this.#askedSince = missed.since
    this.#pace.reset()
    request()
  }

  stop(): void {
    this.#stopAsking()
  }
}

const PATIENT = { patience: Number.POSITIVE_INFINITY }
