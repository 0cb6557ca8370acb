import type { GameId } from '@diceroom/shared/games/registry.ts'
import { type RoomStatus, tableOf } from '../../store/room-store.ts'
import type { Table } from '../../store/table.ts'
import { Client } from '../client.ts'
import type { RoomSession } from '../room-session.ts'
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
  async table(game: GameId, ...names: readonly string[]): Promise<readonly Seated[]> {
    const code = this.server.makeRoom(game)
    const seated: Seated[] = []
    for (const name of names) {
      const page = this.page()
      const session = page.client.openRoom(code, { name })
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
