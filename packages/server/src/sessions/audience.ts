import type { PlayerId } from '@diceroom/shared/room/room.ts'
import type { Session } from './session.ts'

/** Who listens to which room: the connections that joined it. */
export class Audience {
  private readonly byRoom = new Map<string, Set<Session>>()
  private readonly bySession = new Map<Session, Set<string>>()

  /** Whether the connection was not there yet. */
  enter(room: string, session: Session): boolean {
    const sessions = this.byRoom.get(room) ?? new Set()
    if (sessions.has(session)) return false
    this.byRoom.set(room, sessions.add(session))
    this.bySession.set(session, (this.bySession.get(session) ?? new Set()).add(room))
    return true
  }

  leave(room: string, session: Session): void {
    const sessions = this.byRoom.get(room)
    sessions?.delete(session)
    if (sessions?.size === 0) this.byRoom.delete(room)
    const rooms = this.bySession.get(session)
    rooms?.delete(room)
    if (rooms?.size === 0) this.bySession.delete(session)
  }

  in(room: string): ReadonlySet<Session> {
    return this.byRoom.get(room) ?? NOBODY
  }

  roomsOf(session: Session): ReadonlySet<string> {
    return this.bySession.get(session) ?? NOWHERE
  }

  /** The players in a room, each once however many tabs they have open. */
  playersIn(room: string): ReadonlySet<PlayerId> {
    const players = new Set<PlayerId>()
    for (const session of this.in(room)) players.add(session.player.id)
    return players
  }

  get all(): IterableIterator<[Session, ReadonlySet<string>]> {
    return this.bySession.entries()
  }
}

const NOBODY: ReadonlySet<Session> = new Set()
const NOWHERE: ReadonlySet<string> = new Set()
