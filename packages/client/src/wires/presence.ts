import type { Watched } from '@diceroom/sdk/connection/connection.ts'
import type { Player } from '@diceroom/sdk/connection/line.ts'
import * as z from 'zod/mini'
import { createStore } from 'zustand/vanilla'
import { frameIn } from './frame-in.ts'
import { HealingWire, type WireWorld } from './healing-wire.ts'

/** `heard` counts what was told, so that one sees when something has changed. */
export interface Told {
  readonly online: number | null
  readonly heard: number
}

interface PresenceParts {
  readonly world: WireWorld
  readonly player: Watched<Player | null>
}

const Frame = z.object({ online: z.int() })

/** Lets the server know that somebody is here, in whichever page, and hears how many are: `/ws/presence/`. */
export class Presence {
  readonly #world: WireWorld
  readonly #told = createStore<Told>(() => ({ online: null, heard: 0 }))
  readonly #unsubscribe: () => void
  #wire: HealingWire | null = null

  constructor({ world, player }: PresenceParts) {
    this.#world = world
    this.#unsubscribe = player.subscribe((now, before) => {
      if (now?.id !== before?.id) this.#enter(now)
    })
    this.#enter(player.getState())
  }

  /** `online` is the last that was heard, `null` before; it is not known to be true while the wire is lost. */
  get told(): Watched<Told> {
    return this.#told
  }

  hurry(): void {
    this.#wire?.hurry()
  }

  drop(): void {
    this.#wire?.drop()
  }

  close(): void {
    this.#unsubscribe()
    this.#wire?.close()
  }

  /** Several tabs of one player are one person: so it is told who comes, as soon as that is known. */
  #enter(player: Player | null): void {
    this.#wire?.close()
    this.#wire = null
    if (!player) return
    const path = `/ws/presence/?player=${encodeURIComponent(player.id)}`
    this.#wire = new HealingWire(path, { world: this.#world, hear: text => this.#hear(text) })
  }

  #hear(text: string): void {
    const told = frameIn(Frame, text)
    if (told) this.#told.setState(({ heard }) => ({ online: told.online, heard: heard + 1 }))
  }
}
