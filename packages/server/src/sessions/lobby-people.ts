import type { PlayerId } from '@diceroom/shared/room/room.ts'

/** Who is logged in. */
export interface Person {
  /** Of the account. */
  readonly id: string
  readonly name: string
  readonly player: PlayerId
  /** The id of the log-in. */
  readonly login: string
}

/** Whose connection it is, as far as is known. */
export interface Visitor {
  readonly person: Person | null
  /** Which guest this browser says it is. It is believed for counting tabs as one, and for nothing else. */
  readonly player: PlayerId | null
}

/** Somebody who is here, in however many tabs. */
interface Present extends Visitor {
  connections: number
}

/** A seat that anybody may know of. */
export interface PublicSeat {
  readonly room: string
  readonly name: string
}

/** Somebody who is here, as others are told. */
export interface ListedPerson {
  /** `null` for a guest who sits at no public table. */
  readonly name: string | null
  readonly account: boolean
  /** The code of the public table where they sit. */
  readonly table: string | null
}

/** Who is here: an account, or else a guest, counts once over all its connections; others count by connection. */
export class LobbyPeople {
  private readonly here = new Map<unknown, Present>()

  /** Counts a connection in. Call the result when it is gone. */
  enter(visitor: Visitor): () => void {
    const key = keyOf(visitor)
    const present = this.here.get(key) ?? { ...visitor, connections: 0 }
    present.connections += 1
    this.here.set(key, present)
    return () => {
      present.connections -= 1
      if (present.connections === 0) this.here.delete(key)
    }
  }

  /** Each once, in the order in which they came. */
  get all(): readonly Visitor[] {
    return [...this.here.values()]
  }

  listed(seatOf: (player: PlayerId) => PublicSeat | undefined): readonly ListedPerson[] {
    return this.all.map(({ person, player }) => {
      const at = person?.player ?? player
      const seat = at === null ? undefined : seatOf(at)
      return {
        name: person?.name ?? seat?.name ?? null,
        account: person !== null,
        table: seat?.room ?? null,
      }
    })
  }
}

/** Nobody becomes an account by saying so: what a browser says of itself has keys of its own. */
const keyOf = ({ person, player }: Visitor): unknown => {
  if (person) return `account ${person.id}`
  return player === null ? Symbol('a connection') : `guest ${player}`
}
