import { type Rejection, rejection } from '@diceroom/shared/protocol/rejections.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { checkedMessage } from './wires/plain-message.ts'

// What pages for the older wires ask by plain HTTP.

export interface OlderHttpOptions {
  /** A position from 1 to 6, each as likely as the others. */
  readonly position: () => number
  /** Whether this address may ask for one more now. */
  readonly mayAskPosition: (address: string) => boolean
}

/** Addresses at which nothing but WebSocket is spoken, as `:name` patterns. */
const WEBSOCKETS = [
  '/ws/',
  '/ws/chat/',
  '/ws/presence/',
  '/ws/stream/',
  '/test/',
  '/ws/game/:name/',
  '/ws/v1',
] as const

const Process = z.object({ message: z.string() })

export function addOlderHttp(app: FastifyInstance, options: OlderHttpOptions): void {
  const limited = async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('cache-control', 'no-store')
    if (!options.mayAskPosition(request.ip)) {
      return refused(reply, 429, rejection('rate_limited', 'Too many requests. Please slow down.'))
    }
  }
  app.get('/game_start', { onRequest: limited }, async () => ({
    message: '游戏开始',
    gameStatus: 1,
    position: options.position(),
  }))
  app.get('/game_process', { onRequest: limited }, async (request, reply) => {
    const asked = Process.safeParse(request.query)
    if (!asked.success) {
      return refused(reply, 400, rejection('bad_request', 'Say one message: /game_process?message=…'))
    }
    const message = checkedMessage(asked.data.message)
    if (!message.ok) return refused(reply, 413, message.error)
    return { message: message.value, position: options.position() }
  })
  for (const path of WEBSOCKETS) {
    const why = rejection('bad_request', `WebSocket is spoken here, and nothing else: open ws://…${path}.`)
    app.all(path, (_request, reply) => refused(reply, 400, why))
  }
}

const refused = (reply: FastifyReply, status: 400 | 413 | 429, error: Rejection) =>
  reply.code(status).send({ error })
