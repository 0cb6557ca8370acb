import { randomUUID } from 'node:crypto'
import type { Rejection } from '@diceroom/shared/protocol/rejections.ts'
import type { Result } from '@diceroom/shared/result.ts'
import { refusalFor } from '../../sessions/handle-message.ts'
import type { Outgoing } from '../../sessions/session.ts'
import type { Visit, Visitor } from '../../sessions/visits.ts'
import { statusOf } from '../status.ts'
import { textFrame } from './frame.ts'
import { firstOffered, messageIn } from './plain-message.ts'
import { errorFrame, type Wire, type WireConnection } from './wire.ts'

// The dice game of the first versions: one JSON object a frame, and a position for each message (docs/older-wires.md).

const PATH = /^\/ws\/game\/([\p{L}\p{N}_]+)\/$/u
const GAME_BEGINS = '游戏开始'
const GAME_ENDS = '游戏结束'

export interface GameWireOptions {
  /** The room that is meant by a name, or why nobody can play there. */
  readonly roomFor: (name: string, address: string) => Promise<Result<string, Rejection>>
  readonly visit: (room: string, visitor: Visitor) => Visit
  readonly onError: (error: unknown) => void
}

/** `/ws/game/<name>/`: whoever connects plays free roll, with everybody else in that room. */
export function gameWire({ roomFor, visit, onError }: GameWireOptions): Wire {
  /** The rooms that the requests which were admitted lead to. */
  const rooms = new WeakMap<object, string>()
  const failed = (error: unknown) => {
    const refusal = refusalFor(error)
    if (refusal.error.code === 'internal') onError(error)
    return refusal
  }
  return {
    match: path => PATH.test(path),
    protocol: firstOffered,
    async admit(request) {
      const name = PATH.exec(request.path)?.[1] ?? ''
      const room = await roomFor(name, request.address).catch(failed)
      if (!room.ok) return { status: statusOf(room.error), error: room.error }
      rooms.set(request, room.value)
      return null
    },
    open(connection, request) {
      const visiting = visit(rooms.get(request) ?? '', visitorAt(connection))
      return {
        async text(text) {
          const message = messageIn(text)
          const said = message.ok ? await visiting.say(message.value).catch(failed) : message
          if (!said.ok) connection.send(errorFrame(said.error))
        },
        closed: () => visiting.end(),
      }
    },
  }
}

function visitorAt(connection: WireConnection): Visitor {
  /** What was told last. */
  let position = 1
  return {
    session: {
      player: { id: `visitor ${randomUUID()}`, name: 'Visitor' },
      isVisitor: true,
      login: null,
      get isOpen() {
        return connection.isOpen
      },
      send(message) {
        const told = message.frame(encode)
        if (told === null) return
        position = told.position
        connection.write(told.frame)
      },
      close: () => connection.close(),
    },
    refused(error) {
      connection.send(errorFrame(error))
      connection.close(POLICY_VIOLATION, error.code)
    },
    over() {
      connection.send(JSON.stringify({ message: GAME_ENDS, gameStatus: 0, position }))
      connection.close(1000, 'The game is over.')
    },
  }
}

const POLICY_VIOLATION = 1008

/** A message as this wire tells it, once for all who hear it; `null` for what it has no words for. */
function encode({ name, message }: Outgoing): { readonly frame: Buffer; readonly position: number } | null {
  if (!('position' in message) || message.position === null) return null
  const { position, message: text } = message
  // Whoever hears of an end hears of it as the end of the visit.
  if (message.gameStatus === 0) return null
  const told =
    name === 'game_start' ? { message: GAME_BEGINS, gameStatus: 1, position } : { message: text, position }
  return { frame: textFrame(JSON.stringify(told)), position }
}
