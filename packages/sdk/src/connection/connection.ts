import { PROTOCOL_VERSION } from '@diceroom/shared/protocol/limits.ts'
import type { Messages } from '@diceroom/shared/protocol/server-to-client.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { BackOff } from './back-off.ts'
import type { Cancel, Change, Environment } from './environment.ts'
import type { Identity } from './identity.ts'
import type { Line, Listener, Player } from './line.ts'
import { ServerClock } from './server-clock.ts'
import type { Link, Loss, ServerMessage, Transport, Way } from './transport.ts'
import { Watchdog } from './watchdog.ts'

export type ConnectionStatus =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'online' }
  /** `since` in ms since the Unix epoch. New attempts are made all the time. */
  | { readonly kind: 'offline'; readonly since: number; readonly cause: 'network' | 'server' }
  /** The server speaks another version than this page, also after a reload. */
  | { readonly kind: 'outdated' }

/** A store that is only looked at. */
export type Watched<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>

type Phase =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'waiting'; readonly cancel: Cancel }
  | { readonly kind: 'opening'; readonly link: Link; readonly since: number; readonly cancel: Cancel }
  | { readonly kind: 'open'; readonly link: Link; readonly line: Line; readonly since: number }

/** So long an attempt may take, up to the welcome: the first ones shorter, so that another transport is tried soon. */
const OPENING_MS = { first: 5_000, longest: 20_000 }
/** An attempt as old as this is begun anew when the network comes back. */
const STALE_ATTEMPT_MS = 1_500
/** A connection that held so long starts the back-off anew. */
const STEADY_MS = 5_000
/** After the server said that it closes: soon, but not all at once. */
const CLOSING_MS = { least: 100, most: 600 }

/** Keeps one connection to the server up, for as long as the page lives. */
export class Connection {
  readonly #transport: Transport
  readonly #environment: Environment
  readonly #identity: Identity
  readonly #listener: Listener
  readonly #backOff: BackOff
  readonly #watchdog: Watchdog
  readonly #serverClock: ServerClock
  readonly #status = createStore<ConnectionStatus>(() => ({ kind: 'connecting' }))
  readonly #player = createStore<Player | null>(() => null)
  readonly #way = createStore<Way | null>(() => null)
  #phase: Phase = { kind: 'stopped' }
  #serverCloses = false
  /** How many attempts in a row have hung. */
  #hung = 0

  constructor(parts: {
    transport: Transport
    environment: Environment
    identity: Identity
    listener: Listener
  }) {
    this.#transport = parts.transport
    this.#environment = parts.environment
    this.#identity = parts.identity
    this.#listener = parts.listener
    const { clock, random } = parts.environment
    this.#serverClock = new ServerClock(clock)
    this.#backOff = new BackOff({ first: 300, longest: 5_000, random })
    this.#watchdog = new Watchdog({
      clock,
      probe: () => (this.#phase.kind === 'open' ? parts.listener.probe(this.#phase.line) : 'nothing to ask'),
      dead: () => this.#lost({ kind: 'broken' }),
    })
    parts.environment.watch(change => this.#worldChanged(change))
  }

  get status(): Watched<ConnectionStatus> {
    return this.#status
  }

  /** Who this page is; `null` before the first welcome. */
  get player(): Watched<Player | null> {
    return this.#player
  }

  /** How messages travel; `null` while there is no connection. */
  get way(): Watched<Way | null> {
    return this.#way
  }

  /** What the server's clock shows, from what it has told. */
  get serverClock(): Pick<ServerClock, 'now' | 'here'> {
    return this.#serverClock
  }

  start(): void {
    if (this.#phase.kind === 'stopped') this.#open()
  }

  /** Ends the connection, and every subscription with it, and makes a new one. */
  restart(): void {
    if (this.#phase.kind !== 'open') return
    this.#hangUp()
    this.#become({ kind: 'connecting' })
    this.#open()
  }

  stop(): void {
    this.#hangUp()
  }

  #open(): void {
    this.#serverCloses = false
    const link = this.#transport.open(this.#identity.token, {
      message: message => this.#hear(message),
      alive: () => this.#watchdog.heard(),
      travels: by => this.#way.setState(by, true),
      lost: loss => this.#lost(loss),
    })
    const { clock } = this.#environment
    const patience = Math.min(OPENING_MS.longest, OPENING_MS.first * (1 + this.#hung))
    const cancel = clock.after(patience, () => {
      this.#hung += 1
      this.#lost({ kind: 'broken' })
    })
    this.#phase = { kind: 'opening', link, since: clock.now(), cancel }
  }

  #hear(message: ServerMessage): void {
    this.#watchdog.heard()
    if ('now' in message.body) this.#serverClock.heard(message.body.now)
    if (message.name === 'welcome') this.#welcomed(message.body)
    else if (message.name === 'closing') this.#serverCloses = true
    else if (this.#phase.kind === 'open') this.#listener.message(message)
  }

  #welcomed({ player, token, protocol }: Messages['welcome']): void {
    if (this.#phase.kind !== 'opening') return
    if (protocol !== PROTOCOL_VERSION) {
      this.#hangUp()
      this.#become({ kind: 'outdated' })
      this.#environment.reloadOnce(`protocol ${protocol}`)
      return
    }
    const { link, cancel } = this.#phase
    cancel()
    this.#hung = 0
    this.#identity.rememberToken(token)
    const line: Line = {
      request: link.request,
      doubt: sentAt =>
        this.#isLine(line) && this.#watchdog.heardAt < sentAt && this.#lost({ kind: 'broken' }),
    }
    this.#phase = { kind: 'open', link, line, since: this.#environment.clock.now() }
    this.#watchdog.start()
    this.#player.setState(player, true)
    this.#listener.up(line, player)
    if (this.#isLine(line)) this.#become({ kind: 'online' })
  }

  #isLine(line: Line): boolean {
    return this.#phase.kind === 'open' && this.#phase.line === line
  }

  #lost(loss: Loss): void {
    const held = this.#phase.kind === 'open' && this.#environment.clock.now() - this.#phase.since > STEADY_MS
    if (held) this.#backOff.reset()
    this.#hangUp()
    const delay = this.#delayAfter(loss)
    const cancel = this.#environment.clock.after(delay, () => this.#open())
    this.#phase = { kind: 'waiting', cancel }
    if (delay > 0) this.#becomeOffline()
    if (loss.kind === 'refused') this.#listener.refused(loss.error)
  }

  /** How long to wait before the next attempt, in ms. */
  #delayAfter(loss: Loss): number {
    if (loss.kind === 'refused' && loss.error.code === 'bad_token' && this.#identity.token !== null) {
      // Comes back at once, as a new guest or as who this browser is in another tab.
      this.#identity.forgetToken()
      return 0
    }
    if (!this.#serverCloses) return this.#backOff.next()
    this.#backOff.reset()
    return CLOSING_MS.least + this.#environment.random() * (CLOSING_MS.most - CLOSING_MS.least)
  }

  #worldChanged(change: Change): void {
    const phase = this.#phase
    if (phase.kind === 'stopped' || change === 'hidden') return
    if (change === 'network-down') {
      if (phase.kind !== 'waiting') this.#lost({ kind: 'broken' })
      this.#becomeOffline()
      return
    }
    this.#backOff.reset()
    if (phase.kind === 'open') {
      this.#watchdog.hurry()
      return
    }
    if (phase.kind === 'opening' && this.#environment.clock.now() - phase.since < STALE_ATTEMPT_MS) return
    this.#hangUp()
    this.#open()
  }

  #hangUp(): void {
    const phase = this.#phase
    this.#phase = { kind: 'stopped' }
    this.#watchdog.stop()
    this.#way.setState(null, true)
    if (phase.kind === 'waiting' || phase.kind === 'opening') phase.cancel()
    if (phase.kind === 'opening' || phase.kind === 'open') phase.link.close()
    if (phase.kind === 'open') this.#listener.down()
  }

  #becomeOffline(): void {
    const { clock, hasNetwork } = this.#environment
    const cause = hasNetwork() ? 'server' : 'network'
    const status = this.#status.getState()
    const since = status.kind === 'offline' ? status.since : clock.now()
    if (status.kind !== 'offline' || status.cause !== cause) this.#become({ kind: 'offline', since, cause })
  }

  #become(status: ConnectionStatus): void {
    this.#status.setState(status, true)
  }
}
