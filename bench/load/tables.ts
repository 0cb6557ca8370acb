/** Players who sit at tables, before the rolling begins. */
import type { Scenario } from '../plan.ts'
import type { MeasuredServer } from '../servers/measured-server.ts'
import { Connection, type RollListener } from './connection.ts'

export interface Table {
  readonly code: string
  readonly members: readonly Connection[]
  /** Those of the members who hold a seat, and so may roll. */
  readonly players: readonly Connection[]
}

interface Created {
  readonly ok: boolean
  readonly room: string
}
interface Joined {
  readonly ok: boolean
  readonly seat: number | null
}

/** `count` connections, opened a few at a time so that no queue of the kernel overflows. */
export async function openConnections(server: MeasuredServer, count: number): Promise<Connection[]> {
  const connections: Connection[] = []
  while (connections.length < count) {
    const batch = Math.min(50, count - connections.length)
    const opened = Array.from({ length: batch }, () => Connection.open(server.port, server.dialect))
    connections.push(...(await Promise.all(opened)))
  }
  return connections
}

/** Creates a room of free roll. */
export async function createRoom(host: Connection): Promise<string> {
  const request = { id: `create-${crypto.randomUUID()}`, game: 'free-roll', options: {}, private: true }
  const created = (await host.request('create_room', request)) as Created
  if (!created.ok) throw new Error(`no room: ${JSON.stringify(created)}`)
  return created.room
}

/** Joins a room; gives whether there was a seat. */
export async function joinRoom(player: Connection, room: string): Promise<boolean> {
  const request = { id: `join-${room}`, room, name: `Player ${player.number}`, as: 'player' }
  const joined = (await player.request('join_room', request)) as Joined
  if (!joined.ok) throw new Error(`no seat: ${JSON.stringify(joined)}`)
  player.rollIn(room)
  return joined.seat !== null
}

/** All tables of a scenario, everybody joined. */
export async function setTables(server: MeasuredServer, scenario: Scenario): Promise<Table[]> {
  const everybody = await openConnections(server, scenario.rooms * scenario.playersPerRoom)
  const tables: Table[] = []
  for (let i = 0; i < scenario.rooms; i++) {
    const members = everybody.slice(i * scenario.playersPerRoom, (i + 1) * scenario.playersPerRoom)
    const [host] = members
    if (host === undefined) throw new Error('a room needs somebody')
    const code = await createRoom(host)
    const players: Connection[] = []
    for (const member of members) {
      member.room = i
      if (await joinRoom(member, code)) players.push(member)
    }
    tables.push({ code, members, players })
  }
  return tables
}

/** Who is told, from now on, of what reaches the players. */
export function listenAt(tables: readonly Table[], listener: RollListener): void {
  for (const table of tables) for (const member of table.members) member.listener = listener
}

/** Fails when a connection was lost or a roll refused: such a measurement means nothing. */
export function expectNoAccident(tables: readonly Table[]): void {
  for (const { members } of tables) {
    for (const member of members) {
      if (member.isClosed) throw new Error('a connection was lost')
      if (member.refusal !== undefined) throw new Error(`a roll was refused: ${member.refusal}`)
    }
  }
}

export function leaveTables(tables: readonly Table[]): void {
  for (const table of tables) for (const member of table.members) member.close()
}
