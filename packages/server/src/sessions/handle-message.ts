import { hash } from 'node:crypto'
import {
  isRequestName,
  type Request,
  type RequestName,
  requestSchemas,
} from '@diceroom/shared/protocol/client-to-server.ts'
import { complaintOf, PLAINLY } from '@diceroom/shared/protocol/complaint.ts'
import { UNANSWERED_COMMANDS } from '@diceroom/shared/protocol/limits.ts'
import { type Refusal, type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import type { Answers } from '@diceroom/shared/protocol/server-to-client.ts'
import type { Result } from '@diceroom/shared/result.ts'
import type { CommandMark } from '@diceroom/shared/room/events.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { RoomDamaged, StorageUnavailable } from '../stores/room-store.ts'
import type { Handlers, RequestContext } from './request-context.ts'
import { requestHandlers } from './requests.ts'
import type { Session } from './session.ts'

/** What goes back on the wire, exactly once for each message. */
export type AnyAnswer = ({ readonly ok: true } & Answers[RequestName]) | Refusal

/** How a failure is answered: as the storage's, as that of one room, or as a bug of ours. */
export function refusalFor(error: unknown): Refusal {
  if (error instanceof StorageUnavailable) {
    return refuse('storage_unavailable', 'The server cannot write to its storage. Please try again soon.')
  }
  if (error instanceof RoomDamaged) {
    return refuse(
      'room_damaged',
      'What is kept of this room is damaged; it is closed off. All others play on.',
    )
  }
  return refuse('internal', 'Something went wrong on the server.')
}

interface HandlerOptions extends RequestContext {
  /** Notes what became of a request: `ok` or the code of its refusal. */
  readonly count: (request: string, outcome: string) => void
  readonly onBug: (error: unknown, request: string) => void
}

/** Answers messages: checks them, has them done, and turns whatever happens into an answer. Never throws. */
export class MessageHandler {
  private readonly options: HandlerOptions
  private readonly handlers: Handlers
  private readonly unanswered = new Map<PlayerId, number>()

  constructor(options: HandlerOptions) {
    this.options = options
    this.handlers = requestHandlers(options)
  }

  async answer(session: Session, name: string, payload: unknown): Promise<AnyAnswer> {
    const answer = await this.answerTo(session, name, payload)
    this.options.count(isRequestName(name) ? name : 'unknown', answer.ok ? 'ok' : answer.error.code)
    return answer
  }

  private async answerTo(session: Session, name: string, payload: unknown): Promise<AnyAnswer> {
    if (!isRequestName(name)) return refuse('unknown_request', 'There is no such request.')
    const player = session.player.id
    const waiting = this.unanswered.get(player) ?? 0
    if (waiting >= UNANSWERED_COMMANDS) {
      return refuse('rate_limited', `${UNANSWERED_COMMANDS} requests wait for their answers already.`)
    }
    this.unanswered.set(player, waiting + 1)
    try {
      const result = await this.dispatch(session, name, payload)
      return result.ok ? { ok: true, ...result.value } : result
    } catch (error) {
      const refusal = refusalFor(error)
      if (refusal.error.code === 'internal') this.options.onBug(error, name)
      return refusal
    } finally {
      const left = (this.unanswered.get(player) ?? 1) - 1
      if (left > 0) this.unanswered.set(player, left)
      else this.unanswered.delete(player)
    }
  }

  private async dispatch<Name extends RequestName>(
    session: Session,
    name: Name,
    payload: unknown,
  ): Promise<Result<Answers[Name], Rejection>> {
    const parsed = requestSchemas[name].safeParse(payload, PLAINLY)
    if (!parsed.success) return refuse('bad_request', complaintOf(parsed.error))
    const request = parsed.data as Request<Name>
    return this.handlers[name]({ session, request, mark: markOf(session, name, request) })
  }
}

const WITH_PASSWORD: ReadonlySet<RequestName> = new Set(['join_room', 'set_room'])

/** For `JSON.stringify`: a password is not to be guessed from what stands in the log. */
const withoutPassword = (key: string, value: unknown): unknown => (key === 'password' ? typeof value : value)

/** Whose command this is, under which id, and what it says. */
function markOf(
  session: Session,
  name: RequestName,
  request: Readonly<Record<string, unknown>>,
): CommandMark {
  const { id, ...content } = request
  const open = WITH_PASSWORD.has(name) ? JSON.stringify(content, withoutPassword) : JSON.stringify(content)
  // 64 bits: enough to notice a mistake; whoever looks for a collision would cheat only himself.
  const digest = hash('sha1', `${name} ${open}`, 'base64url').slice(0, 11)
  return { player: session.player.id, id: typeof id === 'string' ? id : '', hash: digest }
}
