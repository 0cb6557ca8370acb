import type { Seat } from '@diceroom/shared/games/game.ts'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import type { OpeningDeal } from '@diceroom/shared/room/dealing.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import type { Table } from '../store/table.ts'
import type { Watched } from './connection.ts'
import { type DealWarning, DealWitness } from './deal-witness.ts'
import type { Clock, Environment } from './environment.ts'
import { SeedBox } from './seed-box.ts'
import { SeenRecord } from './seen-record.ts'

/** Nobody waits longer for a seal: who joins is sealed later, who opens a seal hands in the next one later. */
const SEALED_WITHIN_MS = 500

/** What is asked of the server, which is asked again until it has answered. */
export interface DealDoors {
  handIn(seal: string): Promise<Answer<'join_room'>>
  open(share: { deal: number; seed: string; nextSeal?: string }): Promise<Answer<'open_seal'>>
  /** The table as it is known now. */
  table(): Table | null
}

/** A player's seal in a deal. */
interface Sealed {
  readonly deal: number
  readonly seat: Seat
  readonly seal: string
}

/** What this browser does for the dice of one room (docs/fairness.md): it seals seeds, opens them, and keeps watch. */
export class DealPart {
  readonly #clock: Clock
  readonly #doors: DealDoors
  readonly #box: SeedBox
  readonly #record: SeenRecord
  readonly #witness: DealWitness
  /** The last deal that a seal was opened in. */
  #opened = 0
  /** The seal that was handed in last over this line. */
  #handedIn: string | null = null
  #isSealing = false

  constructor(room: string, environment: Environment, doors: DealDoors) {
    this.#clock = environment.clock
    this.#doors = doors
    this.#box = new SeedBox(room, environment)
    this.#record = new SeenRecord(room, environment)
    this.#witness = new DealWitness(this.#box, this.#record)
  }

  get warnings(): Watched<readonly DealWarning[]> {
    return this.#witness.warnings
  }

  /** The seal to join with; `undefined` where none can be made in time. */
  async sealToJoin(me: PlayerId): Promise<string | undefined> {
    const seal = await this.#nextSeal(me)
    this.#handedIn = seal ?? null
    return seal
  }

  /** The server has let me join, with this seal. */
  joined(seal: string | undefined): void {
    const table = this.#doors.table()
    if (seal === undefined || !table || table.seat === null || !this.#box.isUnused(seal)) return
    if (!table.room.dealing.benched.includes(table.seat)) this.#witness.sealTaken(seal)
  }

  arrived({ room }: Table, recent: readonly LoggedEvent[]): void {
    if (this.#witness.arrived(room) === 'another room') this.#opened = 0
    this.#record.told(room.seq, recent)
  }

  happened({ room, me }: Table, events: readonly LoggedEvent[]): void {
    this.#record.told(events.at(-1)?.seq ?? 0, events)
    this.#witness.happened(room, events, me)
  }

  /** Does what is to be done as things stand: opens my seal, or hands one in where none waits. */
  look({ room, me, seat }: Table): void {
    const { opening, seals, benched } = room.dealing
    const sealed = opening && sealedBy(opening, me)
    if (sealed) {
      this.#box.use(sealed.seal, sealed.deal)
      if (!Object.hasOwn(opening.seeds, sealed.seat)) {
        this.#open(sealed, me)
        return
      }
    }
    if (seat === null || room.closed) return
    const waiting = seals[seat]
    // A request that was under way for long may have brought an old seal.
    if (waiting && !this.#box.isUsed(waiting.seal)) this.#box.waits(me, waiting.seal)
    // Benched seats hand in nothing until the game is over, and then anything.
    else if (benched.includes(seat)) this.#handedIn = null
    else this.#handIn(me)
  }

  /** Writes down what this browser has seen. */
  save(): void {
    this.#record.save()
  }

  async #open({ deal, seat, seal }: Sealed, me: PlayerId): Promise<void> {
    if (this.#opened === deal) return
    // Where this browser did not draw it, another device of the player did, and opens it.
    const seed = this.#box.seedFor(deal, seal)
    if (seed === null) return
    this.#opened = deal
    const nextSeal = await this.#nextSeal(me)
    this.#record.shares(deal, { seat, seal, seed })
    const answer = await this.#doors.open({ deal, seed, ...(nextSeal === undefined ? {} : { nextSeal }) })
    if (!answer.ok) return
    this.#record.shares(deal, { seat, seal, seed, acknowledged: true })
    this.#witness.seedTaken({ deal, seat, seed }, this.#doors.table()?.room)
  }

  async #handIn(me: PlayerId): Promise<void> {
    if (this.#isSealing) return
    this.#isSealing = true
    const seal = await this.#nextSeal(me)
    this.#isSealing = false
    if (seal === undefined || seal === this.#handedIn) return
    this.#handedIn = seal
    const answer = await this.#doors.handIn(seal)
    if (answer.ok) this.joined(seal)
  }

  /** The seal that waits, or a new one, if it can be had soon. */
  #nextSeal(me: PlayerId): Promise<string | undefined> {
    return new Promise(resolve => {
      const giveUp = this.#clock.after(SEALED_WITHIN_MS, () => resolve(undefined))
      const done = (seal?: string) => {
        giveUp()
        resolve(seal)
      }
      // Without the means to hash one plays without a seal.
      this.#box.next(me).then(done, () => done())
    })
  }
}

function sealedBy({ deal, players, seals }: OpeningDeal, player: PlayerId): Sealed | null {
  const seat = Object.keys(players)
    .map(Number)
    .find(sealed => players[sealed] === player)
  const seal = seat === undefined ? undefined : seals[seat]
  return seat === undefined || seal === undefined ? null : { deal, seat, seal }
}
