import type { AppOptions } from '../../app.ts'
import type { WireName } from '../../testing/lines.ts'
import { openTable, type Table, type TestClient } from '../../testing/table.ts'

/** Ada, who is the host, and Bo at a table of free roll, each over the wire that is tested. */
export interface Seated {
  readonly table: Table
  readonly room: string
  readonly ada: TestClient
  readonly bo: TestClient
  /** One more client over this wire. */
  connect(token?: string): Promise<TestClient>
}

interface Setting {
  readonly env?: Record<string, string>
  readonly options?: Partial<AppOptions>
  readonly game?: string
}

export async function seated(
  wire: WireName,
  { env = {}, options = {}, game = 'free-roll' }: Setting = {},
): Promise<Seated> {
  const table = await openTable(env, { heartbeatMs: 50, ...options })
  const connect = (token?: string) => table.connect({ wire, ...(token === undefined ? {} : { token }) })
  const [ada, bo] = [await connect(), await connect()]
  const { room } = await ada.done('create_room', { game })
  await ada.done('join_room', { room, name: 'Ada' })
  await bo.done('join_room', { room, name: 'Bo' })
  return { table, room, ada, bo, connect }
}

/** A limit that no test reaches. */
export const CALM = { RATE_LIMIT_PER_SECOND: '100000', RATE_LIMIT_BURST: '100000', CHAT_BURST: '100000' }
