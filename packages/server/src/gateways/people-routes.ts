import type { IncomingHttpHeaders } from 'node:http'
import { rejection } from '@diceroom/shared/protocol/rejections.ts'
import type { FastifyInstance } from 'fastify'

export interface PeopleOptions {
  /** What somebody shows to whoever asks with these headers; `null` for nobody. */
  readonly person: (name: string, headers: IncomingHttpHeaders) => Promise<unknown>
}

/** People who have an account, as they show themselves. */
export function addPeople(app: FastifyInstance, { person }: PeopleOptions): void {
  app.get<{ Params: { name: string } }>('/api/people/:name', async ({ params, headers }, reply) => {
    reply.header('cache-control', 'no-store')
    const found = await person(params.name, headers)
    return (
      found ??
      reply.code(404).send({ error: rejection('no_such_person', 'There is nobody of this name to show.') })
    )
  })
}
