import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'

/** A connection listens to at most 64 rooms. */
const ROOMS_PER_CONNECTION = 50
/** A player has at most 64 unanswered requests. */
const IN_FLIGHT = 60

/** Makes `count` rooms of free roll on the server at `url` and plays in each until its log has `events` events; gives their codes. */
export async function fillRooms(
  url: string,
  { count, events }: { count: number; events: number },
): Promise<readonly string[]> {
  const parts = Array.from({ length: Math.ceil(count / ROOMS_PER_CONNECTION) }, (_, at) =>
    fillPart(url, { count: Math.min(ROOMS_PER_CONNECTION, count - at * ROOMS_PER_CONNECTION), events }),
  )
  return (await Promise.all(parts)).flat()
}

async function fillPart(
  url: string,
  { count, events }: { count: number; events: number },
): Promise<readonly string[]> {
  const socket = io(url, { transports: ['websocket'], forceNew: true })
  await new Promise(resolve => socket.once('welcome', resolve))
  const codes: string[] = []
  for (let made = 0; made < count; made += 1) {
    const { room } = await ask(socket, 'create_room', { game: 'free-roll' })
    await ask(socket, 'join_room', { room })
    codes.push(room)
  }
  const shortest = codes.map(room => ({ room, seq: 0 }))
  const roll = async () => {
    for (let next = shortest.shift(); next; next = shortest.shift()) {
      const { room } = next
      const { seq } = await ask(socket, 'move', { room, move: { type: 'roll' } })
      if (seq < events) shortest.push({ room, seq })
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, roll))
  socket.disconnect()
  return codes
}

interface Done {
  readonly room: string
  readonly seq: number
}

async function ask(socket: Socket, name: string, content: Readonly<Record<string, unknown>>): Promise<Done> {
  const answer = await socket.emitWithAck(name, { id: randomUUID(), ...content })
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
  return answer
}
