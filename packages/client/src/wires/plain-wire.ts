/** What a plain WebSocket tells: nothing after it has closed, or was closed from here. */
export interface WireEar {
  opened(): void
  text(text: string): void
  /** Also where it never opened. `code` is 1006 where the other end said nothing. */
  closed(code: number): void
}

/** A WebSocket that carries text, from its first attempt to its end. */
export interface PlainWire {
  /** Only while it is open. */
  send(text: string): void
  close(): void
}

/** How a wire is opened, by its path and query: as browsers do, or in process in tests. */
export type OpenWire = (path: string, ear: WireEar) => PlainWire

/** A WebSocket to the server that the page came from. */
export function browserWire(path: string, ear: WireEar): PlainWire {
  // older browsers take no relative address
  const url = new URL(path, window.location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = socketTo(url)
  if (!socket) return deadWire(ear)
  const heard = new AbortController()
  const { signal } = heard
  const opened = () => ear.opened()
  const text = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') ear.text(data)
  }
  const closed = ({ code }: CloseEvent) => {
    heard.abort()
    ear.closed(code)
  }
  socket.addEventListener('open', opened, { signal })
  socket.addEventListener('message', text, { signal })
  socket.addEventListener('close', closed, { signal })
  return {
    send: message => socket.send(message),
    close() {
      heard.abort()
      socket.close(1000)
    },
  }
}

/** `null` where there are no WebSockets, or where something of the browser's forbids them. */
function socketTo(url: URL): WebSocket | null {
  try {
    return new WebSocket(url)
  } catch {
    return null
  }
}

/** What never opens; it says so in a moment, as a real one would, and not while it is being made. */
function deadWire(ear: WireEar): PlainWire {
  const timer = setTimeout(() => ear.closed(1006))
  return { send: () => {}, close: () => clearTimeout(timer) }
}
