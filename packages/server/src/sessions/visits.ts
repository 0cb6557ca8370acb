import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import { isRoomCode, namedRoom, normalizeCode } from '@diceroom/shared/protocol/room-code.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import { isTableEvent } from '@diceroom/shared/room/events.ts'
import { admitsVisitors } from '@diceroom/shared/room/room.ts'
import { makeNamedRoom } from '../rooms/create-room.ts'
import { execute } from '../rooms/execute.ts'
import type { Committed } from '../rooms/live-room.ts'
import { refusalFor } from './handle-message.ts'
import { type RequestContext, unsubscribe } from './request-context.ts'
import type { Session } from './session.ts'
import { tooMuchSaid } from './talk-limit.ts'

/** What is played in a room that somebody calls by a name. */
const GAME = 'free-roll'

/** Somebody who plays along in a room without a seat. */
export interface Visit {
  /** Rolls; everybody in the room hears of it, the visitor too. What is said before one is in waits for that. `rate_limited` for many words. */
  say(message: string): Promise<Result<null, Rejection>>
  end(): void
}

/**
 * The room that visitors mean by `name`: the one with this code, or else the one that is called so, which is made where
 * there is none and `mayMake` allows it. `forbidden` for one that admits no visitors.
 */
export async function roomForVisitors(
  { rooms }: Pick<RequestContext, 'rooms'>,
  name: string,
  mayMake: () => boolean,
): Promise<Result<string, Rejection>> {
  const code = normalizeCode(name)
  const isCoded = isRoomCode(code) && (await rooms.cache.load(code)) !== null
  const room = isCoded ? code : namedRoom(name)
  if (room === null) return refuse('room_not_found', 'No room can be called so.')
  if (!isCoded && !(await isOpen(rooms, room))) {
    if (!mayMake()) return refuse('rate_limited', 'Too many rooms. Please slow down.')
    await makeNamedRoom(rooms, room, GAME)
  }
  const live = await rooms.cache.load(room)
  return live && admitsVisitors(live.committed)
    ? ok(room)
    : refuse('forbidden', 'At this table nobody can play without a seat.')
}

/** Whether a room is there to be entered; one that was closed may be left over where its removal failed, and is removed. */
async function isOpen({ cache, store }: RequestContext['rooms'], room: string): Promise<boolean> {
  const live = await cache.load(room)
  if (!live?.committed.closed) return live !== null
  await store.remove(room)
  cache.drop(room)
  return false
}

/** Who comes for a visit, and through which connection. */
export interface Visitor {
  readonly session: Session
  /** Called if the visitor cannot come in. */
  readonly refused: (error: Rejection) => void
  /** Called when the game is over, or visitors are not admitted any more; the visit has ended then. */
  readonly over: () => void
}

type Whereabouts = Pick<RequestContext, 'rooms' | 'audience' | 'presence' | 'talk'>

/** The visitors in all rooms. */
export class Visits {
  private readonly context: Whereabouts
  private readonly onError: (error: unknown) => void
  private readonly byRoom = new Map<string, Map<Visit, Visitor>>()

  constructor(context: Whereabouts, onError: (error: unknown) => void) {
    this.context = context
    this.onError = onError
  }

  /** Brings a visitor into a room, until `end` or until the game is over. */
  begin(room: string, visitor: Visitor): Visit {
    const { rooms, audience, presence, talk } = this.context
    // Before the append, so that who comes hears of it like everybody else.
    audience.enter(room, visitor.session)
    presence.entered(room, visitor.session)
    const coming = this.comeIn(room)
    coming.then(
      came => came.ok || visitor.refused(came.error),
      error => {
        const refusal = refusalFor(error).error
        if (refusal.code === 'internal') this.onError(error)
        visitor.refused(refusal)
      },
    )
    const visit: Visit = {
      async say(message) {
        const came = await coming
        if (!came.ok) return came
        const tooMuch = message === '' ? null : tooMuchSaid(talk, visitor.session.player.id, rooms.now())
        if (tooMuch) return tooMuch
        const command = { type: 'visitor_message', visitor: came.value, message } as const
        const executed = await execute(rooms, room, { command, mark: null })
        return executed.ok ? ok(null) : executed
      },
      end: () => this.end(room, visit),
    }
    const here = this.byRoom.get(room) ?? new Map()
    this.byRoom.set(room, here.set(visit, visitor))
    return visit
  }

  /** What was committed may be the end of the visits in its room. */
  committed({ before, after }: Committed): void {
    const here = this.byRoom.get(after.room)
    if (!here) return
    const isOver = before.phase === 'playing' && after.phase !== 'playing'
    if (!isOver && admitsVisitors(after)) return
    for (const [visit, visitor] of [...here]) {
      this.end(after.room, visit)
      visitor.over()
    }
  }

  /** Gives the visitor's number. */
  private async comeIn(room: string): Promise<Result<number, Rejection>> {
    const executed = await execute(this.context.rooms, room, { command: { type: 'visit' }, mark: null })
    if (!executed.ok) return executed
    for (const event of executed.value.events) {
      if (isTableEvent(event) && event.type === 'visitor_joined') return ok(event.visitor)
    }
    throw new Error(`${room}: a visitor came in without an event`)
  }

  private end(room: string, visit: Visit): void {
    const here = this.byRoom.get(room)
    const visitor = here?.get(visit)
    if (!here || !visitor) return
    here.delete(visit)
    if (here.size === 0) this.byRoom.delete(room)
    unsubscribe(this.context, room, visitor.session)
  }
}
