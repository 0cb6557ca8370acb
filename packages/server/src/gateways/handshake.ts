import type { IncomingHttpHeaders } from 'node:http'
import { Handshake } from '@diceroom/shared/protocol/client-to-server.ts'
import { PROTOCOL_VERSION } from '@diceroom/shared/protocol/limits.ts'
import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import type { Result } from '@diceroom/shared/result.ts'
import { refusalFor } from '../sessions/handle-message.ts'
import type { Identities, Identity } from '../sessions/identity.ts'
import { Outgoing } from '../sessions/session.ts'

// How a connection begins and ends, on every wire that makes players of connections.

/** What a client brings: the handshake as it came, and the headers of the request that the connection began with. */
interface Credentials {
  readonly handshake: unknown
  readonly headers: IncomingHttpHeaders
}

/** Who a connection is. Never throws. */
export async function identify(
  { handshake, headers }: Credentials,
  { identities, onError }: { identities: Pick<Identities, 'identify'>; onError: (error: unknown) => void },
): Promise<Result<Identity, Rejection>> {
  const read = Handshake.safeParse(handshake)
  if (!read.success) return refuse('bad_token', 'The token is not a text of at most 4,096 characters.')
  try {
    return await identities.identify({ token: read.data.token, headers })
  } catch (error) {
    const refusal = refusalFor(error)
    if (refusal.error.code === 'internal') onError(error)
    return refusal
  }
}

/** The first message of every connection. */
export const welcome = ({ id, name, token }: Identity, now: number): Outgoing<'welcome'> =>
  new Outgoing('welcome', { player: { id, name }, token, protocol: PROTOCOL_VERSION, now })

/** The last message of every connection, where the server ends it to start again. */
export const farewell = (): Outgoing<'closing'> =>
  new Outgoing('closing', { message: 'The server restarts. Your seat is kept.' })
