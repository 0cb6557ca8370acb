import type { Link, Transport } from './transport.ts'

/** A transport whose code is fetched when it is used for the first time. */
export function lazyTransport(load: () => Promise<Transport>): Transport {
  let loading: Promise<Transport> | null = null
  return {
    open(token, ear) {
      let link: Link | null = null
      let isClosed = false
      loading ??= load()
      loading.then(
        transport => {
          if (!isClosed) link = transport.open(token, ear)
        },
        () => {
          loading = null
          if (!isClosed) ear.lost({ kind: 'broken' })
        },
      )
      return {
        request: (name, payload, answer) => link?.request(name, payload, answer),
        close() {
          isClosed = true
          link?.close()
        },
      }
    },
  }
}
