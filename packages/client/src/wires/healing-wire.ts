import { BackOff } from '@diceroom/sdk/connection/back-off.ts'
import type { Watched } from '@diceroom/sdk/connection/connection.ts'
import type { Cancel, Clock } from '@diceroom/sdk/connection/environment.ts'
import { createStore } from 'zustand/vanilla'
import type { OpenWire, PlainWire } from './plain-wire.ts'

/** `lost` until it is open again; new attempts are made all the time. */
export type WireStatus = 'connecting' | 'open' | 'lost' | 'closed'

/** What a wire needs of the world around it. */
export interface WireWorld {
  readonly open: OpenWire
  readonly clock: Clock
  /** Evenly from 0 up to 1, for jitter. */
  random(): number
}

type Phase =
  | { readonly kind: 'trying'; readonly wire: PlainWire; readonly cancel: Cancel }
  | { readonly kind: 'open'; readonly wire: PlainWire; readonly since: number }
  | { readonly kind: 'waiting'; readonly cancel: Cancel }
  | { readonly kind: 'closed' }

/** So long an attempt may take. */
const OPENING_MS = 10_000
/** A wire that held so long starts the back-off anew. */
const STEADY_MS = 5_000

/** Keeps a plain WebSocket up until it is closed from here. Nothing is queued: what cannot be sent now is not sent. */
export class HealingWire {
  readonly #path: string
  readonly #world: WireWorld
  readonly #hear: (text: string) => void
  readonly #backOff: BackOff
  readonly #status = createStore<WireStatus>(() => 'connecting')
  #phase: Phase = { kind: 'closed' }

  /** It connects at once. */
  constructor(path: string, { world, hear }: { world: WireWorld; hear: (text: string) => void }) {
    this.#path = path
    this.#world = world
    this.#hear = hear
    this.#backOff = new BackOff({ first: 500, longest: 8_000, random: world.random })
    this.#try()
  }

  get status(): Watched<WireStatus> {
    return this.#status
  }

  send(text: string): 'sent' | 'not open' {
    if (this.#phase.kind !== 'open') return 'not open'
    this.#phase.wire.send(text)
    return 'sent'
  }

  /** There may be a way again: tries at once where it would have waited. */
  hurry(): void {
    if (this.#phase.kind !== 'waiting') return
    this.#phase.cancel()
    this.#backOff.reset()
    this.#try()
  }

  /** The network is known to be gone, though nobody has told this wire. */
  drop(): void {
    if (this.#phase.kind === 'open' || this.#phase.kind === 'trying') this.#lost()
  }

  /** For good. */
  close(): void {
    this.#hangUp()
    this.#status.setState('closed', true)
  }

  #try(): void {
    const wire = this.#world.open(this.#path, {
      opened: () => {
        this.#stopTimer()
        this.#phase = { kind: 'open', wire, since: this.#world.clock.now() }
        this.#status.setState('open', true)
      },
      text: text => this.#hear(text),
      closed: () => this.#lost(),
    })
    const cancel = this.#world.clock.after(OPENING_MS, () => this.#lost())
    this.#phase = { kind: 'trying', wire, cancel }
  }

  #lost(): void {
    const { clock } = this.#world
    if (this.#phase.kind === 'open' && clock.now() - this.#phase.since > STEADY_MS) this.#backOff.reset()
    this.#hangUp()
    this.#phase = { kind: 'waiting', cancel: clock.after(this.#backOff.next(), () => this.#try()) }
    this.#status.setState('lost', true)
  }

  #hangUp(): void {
    this.#stopTimer()
    if (this.#phase.kind === 'trying' || this.#phase.kind === 'open') this.#phase.wire.close()
    this.#phase = { kind: 'closed' }
  }

  #stopTimer(): void {
    if (this.#phase.kind === 'trying' || this.#phase.kind === 'waiting') this.#phase.cancel()
  }
}
