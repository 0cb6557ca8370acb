import { FakeClock } from '@diceroom/sdk/connection/testing/fake-environment.ts'
import type { PlainWire, WireEar } from '../plain-wire.ts'

/** A server's end of one WebSocket. */
export class FakeWire {
  readonly path: string
  readonly ear: WireEar
  readonly sent: string[] = []
  isClosed = false

  constructor(path: string, ear: WireEar) {
    this.path = path
    this.ear = ear
  }

  /** The server ends it, or never let it in. */
  breaks(code = 1006): void {
    this.isClosed = true
    this.ear.closed(code)
  }
}

/** A world in which a test plays the server, and time. */
export class FakeWires {
  readonly clock = new FakeClock()
  readonly wires: FakeWire[] = []
  random = () => 0

  readonly open = (path: string, ear: WireEar): PlainWire => {
    const wire = new FakeWire(path, ear)
    this.wires.push(wire)
    return {
      send: text => wire.sent.push(text),
      close() {
        wire.isClosed = true
      },
    }
  }

  /** The latest attempt. */
  get last(): FakeWire {
    const wire = this.wires.at(-1)
    if (!wire) throw new Error('nobody has opened a wire')
    return wire
  }
}
