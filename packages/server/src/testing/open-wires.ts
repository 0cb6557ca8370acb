import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ConnectionLimit } from '../gateways/connection-limit.ts'
import { type WireRouterOptions, wireRouter } from '../gateways/wires/router.ts'
import type { Wire } from '../gateways/wires/wire.ts'

export interface OpenWires {
  readonly url: string
  /** What went wrong inside. */
  readonly errors: readonly unknown[]
  /** How many connections are open, as the server counts them. */
  readonly open: number
  close(): Promise<void>
}

/** Some wires on a port of their own, without the house behind them. */
export async function openWires(
  wires: readonly Wire[],
  options: Partial<WireRouterOptions> = {},
): Promise<OpenWires> {
  const http = createServer()
  const errors: unknown[] = []
  let open = 0
  const router = wireRouter(http, {
    wires,
    allowedOrigins: [],
    rateLimit: { perSecond: 1000, burst: 2000 },
    limit: new ConnectionLimit(1000),
    addressOf: request => request.socket.remoteAddress ?? '',
    isElsewhere: () => false,
    now: Date.now,
    onOpen: () => {
      open += 1
    },
    onClose: () => {
      open -= 1
    },
    onError: error => errors.push(error),
    ...options,
  })
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    errors,
    get open() {
      return open
    },
    close() {
      router.close()
      return new Promise(resolve => http.close(() => resolve()))
    },
  }
}
