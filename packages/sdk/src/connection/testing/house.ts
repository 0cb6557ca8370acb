import type { GameId } from '@diceroom/shared/games/registry.ts'
import { type RoomStatus, tableOf } from '../../store/room-store.ts'
import type { Table } from '../../store/table.ts'
import { Client } from '../client.ts'
import { openRoom, type RoomSession } from '../room-session.ts'
import { FakeClock, FakeEnvironment } from './fake-environment.ts'
import { type Cable, FakeNetwork } from './fake-network.ts'
import { RoomServer } from './room-server.ts'

/** A page: its client, the browser around it, and its cable to pull. */
export interface Page extends Omit<Cable, 'transport'> {
  readonly client: Client
  readonly environment: FakeEnvironment
}

/** A server, a network and as many pages as a test opens. */
export class House {
  readonly clock = new FakeClock()
  readonly server = new RoomServer(this.clock)
  readonly network = new FakeNetwork(this.clock, this.server)

  page(stored: Readonly<Record<string, string>> = {}): Page {
    return this.pageIn(new FakeEnvironment(this.clock, new Map(Object.entries(stored))))
  }

  /** Another page of the same browser. */
  tab({ environment: { stored } }: Page): Page {
    return this.pageIn(new FakeEnvironment(this.clock, stored))
  }

  pageIn(environment: FakeEnvironment): Page {
    const { transport, ...cable } = this.network.cable()
    return { client: new Client({ transport, environment }), environment, ...cable }
  }

  pass(ms: number): Promise<void> {
    return this.clock.pass(ms)
  }

  /** A new room, and the session of everybody named in it, in this order of seats. */
  table(game: GameId, ...names: readonly string[]): Promise<readonly Seated[]> {
    return this.seat(this.server.makeRoom(game), ...names)
  }

  async seat(code: string, ...names: readonly string[]): Promise<readonly Seated[]> {
    const seated: Seated[] = []
    for (const name of names) {
      const page = this.page()
      const session = openRoom(page.client, code, { name })
      await this.pass(100)
      seated.push({ ...page, session, code })
    }
    return seated
  }
}

export interface Seated extends Page {
  readonly session: RoomSession
  readonly code: string
}

export const statusOf = (session: RoomSession): RoomStatus => session.store.getState()

/** The table that a page shows; throws where it shows none. */
export function tableIn(session: RoomSession): Table {
  const table = tableOf(statusOf(session))
  if (!table) throw new Error(`no table: ${JSON.stringify(statusOf(session))}`)
  return table
}

export async function twoAt(game: GameId): Promise<{ house: House; ada: Seated; bo: Seated }> {
  const house = new House()
  const [ada, bo] = await house.table(game, 'Ada', 'Bo')
  if (!ada || !bo) throw new Error('two were to be seated')
  return { house, ada, bo }
}

/** What was asked of the server under this name, in the order in which it came there. */
export const sent = ({ network }: House, wanted: string): readonly object[] =>
  network.requests.filter(({ name }) => name === wanted).map(({ payload }) => payload)
