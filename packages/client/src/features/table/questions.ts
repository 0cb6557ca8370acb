import type { Table } from '@diceroom/sdk/store/table.ts'
import { isEndless } from '@diceroom/shared/room/room.ts'

type Question =
  | { readonly kind: 'asks host'; readonly key: string; readonly player: string; readonly name: string }
  | { readonly kind: 'alone'; readonly key: string }

/** What the viewer is asked; each question is put until it is answered here, or has gone. */
export function questions({ room, me, seat }: Table): readonly Question[] {
  const asked: Question[] = []
  const { host, hostAsked } = room
  if (host === me && hostAsked) {
    asked.push({ kind: 'asks host', key: `host ${hostAsked.player}`, ...hostAsked })
  }
  const others = room.seats.filter(holder => holder && !holder.bot && holder.seat !== seat)
  const isAlone = others.length > 0 && others.every(holder => holder?.left)
  if (seat !== null && host === me && room.phase === 'playing' && !isEndless(room) && isAlone) {
    asked.push({ kind: 'alone', key: `alone ${room.games}` })
  }
  return asked
}
