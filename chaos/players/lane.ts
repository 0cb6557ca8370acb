import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { LineFault } from '../plan/schedule.ts'

/** A player's own way to the server: a TCP proxy that does what bad networks do. */
export class Lane {
  /** Whether the connection that came last reaches the server twice. */
  isDoubled = false
  private readonly server: Server
  private readonly open = new Set<Wire>()
  private readonly target: number
  /** The faults that last; each until it is mended. */
  private readonly faults = new Set<LineFault>()

  private constructor(target: number) {
    this.target = target
    this.server = createServer({ allowHalfOpen: true }, client => this.carry(client))
  }

  static async to(target: number): Promise<Lane> {
    const lane = new Lane(target)
    lane.server.listen(0, '127.0.0.1')
    await once(lane.server, 'listening')
    return lane
  }

  get url(): string {
    const address = this.server.address()
    return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  }

  /** Begins a fault; call the result to end it. */
  suffer(fault: LineFault): () => void {
    switch (fault.kind) {
      case 'cut':
        this.cut()
        return () => {}
      case 'refused':
        this.cut()
        break
      case 'doubled':
        // It takes a new connection to be doubled from its first byte on.
        this.cut()
        break
      case 'half-closed':
        for (const wire of this.open) wire.halfClose(fault.half)
        // Neither end may ever notice.
        return () => this.cut()
      case 'dropped':
        for (const wire of this.open) wire.dropNext(fault.half)
        return () => {}
      default:
        break
    }
    this.faults.add(fault)
    return () => {
      this.faults.delete(fault)
      // What was held back goes on in its order.
      for (const wire of this.open) wire.flush()
    }
  }

  /** Breaks every connection. */
  cut(): void {
    for (const wire of this.open) wire.destroy()
  }

  async close(): Promise<void> {
    this.cut()
    this.server.close()
    await once(this.server, 'close')
  }

  private suffers(kind: LineFault['kind'], half?: LineFault['half']): boolean {
    return [...this.faults].some(fault => fault.kind === kind && (half === undefined || fault.half === half))
  }

  private carry(client: Socket): void {
    if (this.suffers('refused')) {
      client.destroy()
      return
    }
    const wire = new Wire(
      client,
      connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true }),
      half => {
        if (this.suffers('swallowed', half)) return 'swallow'
        return this.suffers('delayed') ? 'hold' : 'pass'
      },
    )
    this.open.add(wire)
    client.once('close', () => this.open.delete(wire))
    this.isDoubled = this.suffers('doubled')
    if (this.isDoubled) wire.double(connect(this.target, '127.0.0.1'))
  }
}

type Half = LineFault['half']

/** One connection, both ways. */
class Wire {
  private readonly ends: Readonly<Record<Half, { readonly to: Socket; held: Buffer[]; dropsNext: boolean }>>
  private readonly treatment: (half: Half) => 'pass' | 'hold' | 'swallow'
  private copy: Socket | null = null

  constructor(client: Socket, server: Socket, treatment: (half: Half) => 'pass' | 'hold' | 'swallow') {
    this.treatment = treatment
    this.ends = {
      up: { to: server, held: [], dropsNext: false },
      down: { to: client, held: [], dropsNext: false },
    }
    for (const [from, half] of [[client, 'up'] as const, [server, 'down'] as const]) {
      from.on('data', chunk => this.pass(half, chunk))
      from.on('end', () => this.halfClose(half))
      from.on('error', () => {})
      from.on('close', () => this.destroy())
    }
  }

  /** Everything that the client says reaches the server a second time, on a connection of its own, whose answers are lost. */
  double(copy: Socket): void {
    this.copy = copy.on('error', () => {}).resume()
  }

  dropNext(half: Half): void {
    this.ends[half].dropsNext = true
  }

  halfClose(half: Half): void {
    this.ends[half].to.end()
  }

  flush(): void {
    for (const half of ['up', 'down'] as const) {
      for (const chunk of this.ends[half].held.splice(0)) this.forward(half, chunk)
    }
  }

  destroy(): void {
    this.ends.up.to.destroy()
    this.ends.down.to.destroy()
    this.copy?.destroy()
  }

  private pass(half: Half, chunk: Buffer): void {
    const end = this.ends[half]
    const treatment = this.treatment(half)
    if (treatment === 'swallow') return
    if (end.dropsNext) {
      end.dropsNext = false
      return
    }
    if (treatment === 'hold' || end.held.length > 0) end.held.push(chunk)
    else this.forward(half, chunk)
  }

  private forward(half: Half, chunk: Buffer): void {
    const { to } = this.ends[half]
    if (to.writable) to.write(chunk)
    if (half === 'up' && this.copy?.writable) this.copy.write(chunk)
  }
}
