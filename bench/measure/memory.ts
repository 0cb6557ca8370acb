/** What a connection and a room cost in memory: the growth of the resident set, garbage collected before each reading. */
import { setTimeout as delay } from 'node:timers/promises'
import { createRoom, joinRoom, openConnections } from '../load/tables.ts'
import type { Plan } from '../plan.ts'
import { type ServerName, startServer } from '../servers/measured-server.ts'
import { openFilesLimit, residentBytes } from './process-stat.ts'

const warmUpRooms = 200
/** Fewer than a connection may listen to. */
const roomsPerHost = 60

export interface Memory {
  readonly connections: number
  readonly bytesPerConnection: number | undefined
  readonly rooms: number
  readonly bytesPerRoom: number | undefined
}

/**
 * Measures a server fresh from its start, after some connections and rooms have warmed it up. A connection is open and
 * greeted, in no room. A room is loaded: created, with one seated player who has rolled once; each player has sixty.
 */
export async function measureMemory(name: ServerName, plan: Plan): Promise<Memory> {
  const connections = Math.min(plan.idleConnections, openFilesLimit() - 500)
  const server = await startServer(name)
  const settledBytes = async () => {
    await delay(300)
    await server.collectGarbage()
    return residentBytes(server.pid)
  }
  const hosts = await openConnections(server, Math.ceil((warmUpRooms + plan.loadedRooms) / roomsPerHost))
  const fillRooms = async (count: number) => {
    await Promise.all(
      hosts.map(async host => {
        for (let i = 0; i < count / hosts.length; i++) {
          const room = await createRoom(host)
          await joinRoom(host, room)
          await host.request('move', { id: `roll-${room}`, room, move: { type: 'roll' } })
        }
      }),
    )
  }

  await fillRooms(warmUpRooms)
  const empty = await settledBytes()
  await fillRooms(plan.loadedRooms)
  const withRooms = await settledBytes()
  const idle = await openConnections(server, connections)
  const withConnections = await settledBytes()
  for (const connection of [...hosts, ...idle]) connection.close()
  await server.stop()
  return {
    connections,
    bytesPerConnection: growth(withRooms, withConnections, connections),
    rooms: plan.loadedRooms,
    bytesPerRoom: growth(empty, withRooms, plan.loadedRooms),
  }
}

function growth(before: number | undefined, after: number | undefined, count: number): number | undefined {
  return before === undefined || after === undefined ? undefined : (after - before) / count
}
