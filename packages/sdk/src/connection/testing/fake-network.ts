import type { Ear, Link, Loss, Transport } from '../transport.ts'
import type { FakeClock } from './fake-environment.ts'
import type { Peer, RoomServer } from './room-server.ts'

/** Something under way between a page and the server. */
interface Packet {
  readonly line: Line
  /** The name of the request or message that it carries, or is the answer to. */
  readonly name: string
  readonly deliver: () => void
}

/** How long everything takes, in ms. */
const LATENCY = 5

/** One page's way to the server. */
export interface Cable {
  readonly transport: Transport
  /** Breaks the connection. */
  cut(): void
  /** The connection is dead from now on, and neither end knows. */
  hush(): void
}

/**
 * The wire between pages and a server in process. `steady` brings everything in order; `wild` keeps everything until
 * a test picks what comes next; `down` lets nothing begin; `silent` swallows everything, as a dead network does.
 */
export class FakeNetwork {
  readonly server: RoomServer
  state: 'steady' | 'wild' | 'down' | 'silent' = 'steady'
  /** What a test wants to be lost. */
  loses: (name: string) => boolean = () => false
  /** Every request that reached the server. */
  readonly requests: { readonly name: string; readonly payload: object }[] = []
  /** When a page began a connection. */
  readonly attempts: number[] = []
  readonly #clock: FakeClock
  #packets: readonly Packet[] = []

  constructor(clock: FakeClock, server: RoomServer) {
    this.#clock = clock
    this.server = server
  }

  cable(): Cable {
    let current: Line | null = null
    const transport: Transport = {
      open: (token, ear) => {
        this.attempts.push(this.#clock.now())
        current = new Line(this, ear)
        current.begin(token)
        return current
      },
    }
    return { transport, cut: () => current?.break({ kind: 'broken' }), hush: () => current?.hush() }
  }

  carry(packet: Packet): void {
    if (this.state === 'silent' || this.loses(packet.name)) return
    this.#packets = [...this.#packets, packet]
    if (this.state === 'wild') return
    this.#clock.after(LATENCY, () => this.#arrive(packet))
  }

  /** In a wild network: what happens to the packet at `pick`, counted round. */
  fate(what: 'deliver' | 'duplicate' | 'lose', pick: number): void {
    const packet = this.#packets[pick % Math.max(1, this.#packets.length)]
    if (!packet) return
    if (what === 'duplicate' && packet.line.isOpen) packet.deliver()
    else if (what === 'deliver') this.#arrive(packet)
    else this.#packets = this.#packets.filter(other => other !== packet)
  }

  /** Ends the wild times; what was under way comes in its order. */
  calm(): void {
    this.state = 'steady'
    for (const packet of this.#packets) this.#arrive(packet)
  }

  #arrive(packet: Packet): void {
    if (!this.#packets.includes(packet)) return
    this.#packets = this.#packets.filter(other => other !== packet)
    if (packet.line.isOpen) packet.deliver()
  }
}

class Line implements Link {
  isOpen = true
  #isHushed = false
  readonly #network: FakeNetwork
  readonly #ear: Ear
  readonly #peer: Peer

  constructor(network: FakeNetwork, ear: Ear) {
    this.#network = network
    this.#ear = ear
    this.#peer = {
      send: message => this.#carry(message.name, () => ear.message(message)),
      end: () => this.#carry('end', () => this.break({ kind: 'broken' })),
    }
  }

  begin(token: string | null): void {
    const { server } = this.#network
    if (this.#network.state === 'down') {
      // Told later, as no transport knows at once.
      Promise.resolve().then(() => this.break({ kind: 'broken' }))
      return
    }
    this.#carry('handshake', () => {
      const refusal = server.connect(token, this.#peer)
      if (refusal) this.#carry('refusal', () => this.break({ kind: 'refused', error: refusal.error }))
      else this.#ear.travels('websocket')
    })
  }

  readonly request: Link['request'] = (name, payload, answer) => {
    if (!this.isOpen) throw new Error(`${name} over a connection that has ended`)
    this.#carry(name, () => {
      this.#network.requests.push({ name, payload })
      const answered = this.#network.server.request(this.#peer, name, payload)
      this.#carry(`${name} answer`, () => answer(answered))
    })
  }

  close(): void {
    this.isOpen = false
    this.#network.server.disconnect(this.#peer)
  }

  break(loss: Loss): void {
    if (!this.isOpen) return
    this.close()
    this.#ear.lost(loss)
  }

  hush(): void {
    this.#isHushed = true
  }

  #carry(name: string, deliver: () => void): void {
    if (!this.#isHushed) this.#network.carry({ line: this, name, deliver })
  }
}
