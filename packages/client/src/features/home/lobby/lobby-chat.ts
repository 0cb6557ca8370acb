import type { Watched } from '@diceroom/sdk/connection/connection.ts'
import type { Cancel } from '@diceroom/sdk/connection/environment.ts'
import { TEXT_MAX } from '@diceroom/shared/protocol/limits.ts'
import { REJECTION_CODES, type RejectionCode } from '@diceroom/shared/protocol/rejections.ts'
import * as z from 'zod/mini'
import { createStore } from 'zustand/vanilla'
import { AskingAgain } from '../../../wires/asking-again.ts'
import { frameIn } from '../../../wires/frame-in.ts'
import { HealingWire, type WireStatus, type WireWorld } from '../../../wires/healing-wire.ts'
import type { KeptLine } from './lobby-api.ts'
import { emptyLog, heard, type LobbyLog, listed } from './lobby-log.ts'

/** `asking`: the server is there, but WebSockets are not let through; new lines are asked for every few seconds. */
type Way = 'connecting' | 'open' | 'lost' | 'asking'

export interface LobbyTalk {
  readonly log: LobbyLog
  readonly way: Way
  /** Whether the server has told what was said before. */
  readonly isRead: boolean
}

/** What became of a line: `not open` and `lost` are the connection's doing, the rest is the server's. */
export type Said = 'said' | 'not open' | 'lost' | RejectionCode

interface LobbyChatParts {
  readonly world: WireWorld
  /** What was said last; `null` if the server cannot be reached. */
  readonly lines: () => Promise<readonly KeptLine[] | null>
  /** Says a line where the wire is not let through. */
  readonly sayByHttp: (text: string) => Promise<Said>
  /** How long at least from one look at these to the next, in ms. */
  readonly apart: () => number
}

const Frame = z.union([
  z.object({ message: z.string() }),
  z.object({ error: z.object({ code: z.enum(REJECTION_CODES) }) }),
])

/** How often to look for new lines where they do not come by themselves, in ms. */
const LOOK_EVERY_MS = 4_000

/** The talk of everybody who is here: live by `/ws/chat/`, whose lines the server's list then says more of. */
export class LobbyChat {
  readonly #world: WireWorld
  readonly #lines: LobbyChatParts['lines']
  readonly #sayByHttp: LobbyChatParts['sayByHttp']
  readonly #wire: HealingWire
  readonly #asking: AskingAgain
  readonly #talk = createStore<LobbyTalk>(() => ({ log: emptyLog, way: 'connecting', isRead: false }))
  /** What was sent and has not come back, in its order. */
  #outstanding: readonly { readonly text: string; readonly became: (said: Said) => void }[] = []
  #stopLooking: Cancel = () => {}
  /** How often in a row the server answered while the wire was lost. */
  #answers = 0

  constructor({ world, lines, sayByHttp, apart }: LobbyChatParts) {
    this.#world = world
    this.#lines = lines
    this.#sayByHttp = sayByHttp
    this.#asking = new AskingAgain({ clock: world.clock, soon: 0, apart, ask: () => this.#look() })
    this.#wire = new HealingWire('/ws/chat/', { world, hear: text => this.#hear(text) })
    this.#wire.status.subscribe(status => this.#became(status))
    this.#asking.changed()
  }

  get talk(): Watched<LobbyTalk> {
    return this.#talk
  }

  get wire(): HealingWire {
    return this.#wire
  }

  /**
   * Says something, 500 characters at most; tells what became of it as soon as that is known. A line that is quicker than
   * the first connection waits for it.
   */
  async say(text: string): Promise<Said> {
    if ([...text].length > TEXT_MAX) return 'too_large'
    if (this.#wire.status.getState() === 'connecting') await this.#firstAttempt()
    if (this.#wire.send(JSON.stringify({ message: text })) === 'not open') return this.#sayOtherwise(text)
    return new Promise(became => {
      this.#outstanding = [...this.#outstanding, { text, became }]
    })
  }

  /** Until the wire is open, or known not to be. */
  #firstAttempt(): Promise<void> {
    return new Promise(over => {
      const stop = this.#wire.status.subscribe(() => {
        stop()
        over()
      })
    })
  }

  async #sayOtherwise(text: string): Promise<Said> {
    if (this.#talk.getState().way !== 'asking') return 'not open'
    const said = await this.#sayByHttp(text)
    if (said === 'said') this.#add(text, 'you')
    return said
  }

  close(): void {
    this.#wire.close()
    this.#asking.stop()
    this.#stopLooking()
  }

  #hear(frame: string): void {
    const told = frameIn(Frame, frame)
    if (!told) return
    if ('error' in told) {
      this.#settle(told.error.code)
      return
    }
    const isOwn = this.#outstanding[0]?.text === told.message
    if (isOwn) this.#settle('said')
    this.#add(told.message, isOwn ? 'you' : 'unknown')
  }

  #add(text: string, by: 'you' | 'unknown'): void {
    const line = { text, by, at: this.#world.clock.now() }
    this.#change({ log: heard(this.#talk.getState().log, line) })
    this.#asking.changed()
  }

  /** The server takes what is sent one by one. */
  #settle(said: Said): void {
    this.#outstanding[0]?.became(said)
    this.#outstanding = this.#outstanding.slice(1)
  }

  #became(status: WireStatus): void {
    this.#stopLooking()
    if (status === 'open') {
      this.#change({ way: 'open' })
      this.#asking.changed()
      return
    }
    while (this.#outstanding.length > 0) this.#settle('lost')
    if (status !== 'lost') return
    this.#answers = 0
    this.#change({ way: 'lost' })
    this.#lookLater()
  }

  #lookLater(): void {
    this.#stopLooking()
    this.#stopLooking = this.#world.clock.after(LOOK_EVERY_MS, () => this.#asking.changed())
  }

  async #look(): Promise<void> {
    const list = await this.#lines()
    if (list) this.#change({ log: listed(this.#talk.getState().log, list), isRead: true })
    if (this.#wire.status.getState() !== 'lost') return
    this.#answers = list ? this.#answers + 1 : 0
    // the first answer may only mean that the server is back
    this.#change({ way: this.#answers > 1 ? 'asking' : 'lost' })
    if (list) this.#wire.hurry()
    this.#lookLater()
  }

  #change(part: Partial<LobbyTalk>): void {
    this.#talk.setState(part)
  }
}
