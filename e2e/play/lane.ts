import { connect, createServer, type Server, type Socket } from 'node:net'

/** A player's own way to the server: a TCP proxy that can be cut, mended, made to refuse WebSockets, or held back. */
export class Lane {
  private readonly open = new Set<Socket>()
  private readonly server: Server
  private isCut = false
  private refusesUpgrades = false
  /** What the player has sent and the server has not got yet; `null` while nothing is held back. */
  private held: (() => void)[] | null = null
  port = 0

  private constructor(target: number) {
    this.server = createServer(client => this.carry(client, target))
  }

  static async to(target: number): Promise<Lane> {
    const lane = new Lane(target)
    await new Promise<void>(resolve => lane.server.listen(0, '127.0.0.1', () => resolve()))
    const address = lane.server.address()
    lane.port = typeof address === 'object' && address ? address.port : 0
    return lane
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Breaks every connection and lets none through until it is mended. */
  cut(): void {
    this.isCut = true
    for (const socket of this.open) socket.destroy()
  }

  mend(): void {
    this.isCut = false
  }

  /** From now on only plain HTTP passes, as behind some proxies of schools and firms. */
  refuseWebSockets(): void {
    this.refusesUpgrades = true
  }

  /** From now on the player hears everything, and nothing that they send arrives. */
  hold(): void {
    this.held ??= []
  }

  /** What was held back arrives now. */
  release(): void {
    const held = this.held ?? []
    this.held = null
    for (const send of held) send()
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise(resolve => this.server.close(resolve))
  }

  private carry(client: Socket, target: number): void {
    if (this.isCut) {
      client.destroy()
      return
    }
    const upstream = connect(target, '127.0.0.1')
    for (const socket of [client, upstream]) {
      this.open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        this.open.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
    client.on('data', chunk => {
      if (this.refusesUpgrades && /^upgrade: websocket/im.test(chunk.toString('latin1'))) {
        client.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        return
      }
      if (this.held) this.held.push(() => upstream.write(chunk))
      else upstream.write(chunk)
    })
    upstream.on('data', chunk => client.write(chunk))
  }
}
