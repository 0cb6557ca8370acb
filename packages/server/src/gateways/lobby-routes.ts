import type { IncomingHttpHeaders } from 'node:http'
import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { isOwnPage } from './account-routes.ts'
import { saidMessage } from './wires/plain-message.ts'

/** What the lobby over HTTP asks of the house. */
export interface LobbyRoutesOptions {
  readonly publicUrl: string | null
  /** What was said last in the lobby, oldest first. */
  readonly lobbyLines: () => readonly unknown[]
  /** Says a line there, as whoever the headers belong to. */
  readonly sayInLobby: (text: string, headers: IncomingHttpHeaders) => Promise<void>
  /** Whether one more line may be said from this address now. */
  readonly maySayInLobby: (address: string) => boolean
  /** Who is here. */
  readonly people: () => readonly unknown[]
}

/** Who is here and what was said; and a way to say something for pages that no WebSocket is let through to. */
export function addLobby(app: FastifyInstance, options: LobbyRoutesOptions): void {
  const publicOrigin = options.publicUrl === null ? null : new URL(options.publicUrl).origin
  app.get('/api/lobby/chat', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    return { lines: options.lobbyLines() }
  })
  app.post('/api/lobby/chat', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (!isOwnPage(request.headers, publicOrigin))
      return send(reply, 403, refuse('forbidden', 'Only pages of this server may do that.'))
    if (!options.maySayInLobby(request.ip))
      return send(reply, 429, refuse('rate_limited', 'Too many messages. Please slow down.'))
    const message = saidMessage(request.body)
    if (!message.ok) return send(reply, message.error.code === 'too_large' ? 413 : 400, message)
    await options.sayInLobby(message.value, request.headers)
    return {}
  })
  app.get('/api/people', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    const all = options.people()
    return { online: all.length, people: all }
  })
}

const send = (reply: FastifyReply, status: number, { error }: { error: Rejection }) =>
  reply.code(status).send({ error })
