import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { rulesOf } from '@diceroom/shared/room/room.ts'
import { openRoom } from '../room-session.ts'
import type { House, Seated } from './house.ts'
import { tableIn } from './house.ts'

// How deals went in a house, as the server's log has it.

export const logOf = (house: House, { code }: Seated): readonly LoggedEvent[] => house.server.room(code).log

export const typesOf = (house: House, seated: Seated): readonly string[] =>
  logOf(house, seated).map(({ type }) => type)

/** Every seal that was handed in for a seat, in the order of the log. */
export const sealsGiven = (house: House, seated: Seated, seat: number): readonly string[] =>
  logOf(house, seated).flatMap(event => {
    if (!('seat' in event) || event.seat !== seat) return []
    if ('nextSeal' in event && event.nextSeal !== undefined) return [event.nextSeal]
    return 'seal' in event && event.seal !== undefined ? [event.seal] : []
  })

/** Who was missing in each deal that was made ready, by seat. */
export const missingIn = (house: House, seated: Seated): readonly (readonly number[])[] =>
  logOf(house, seated).flatMap(event => ('missing' in event ? [event.missing] : []))

/** The page goes away, and the same browser opens the room again. */
export async function reload(house: House, seated: Seated): Promise<Seated> {
  seated.client.close()
  const page = house.tab(seated)
  const session = openRoom(page.client, seated.code)
  await house.pass(100)
  return { ...page, session, code: seated.code }
}

/** Everybody makes moves until the race is over. */
export async function finish(house: House, ...seated: readonly Seated[]): Promise<void> {
  for (let turn = 0; turn < 1_000; turn += 1) {
    const acting = seated.filter(({ session }) => {
      const { room, seat } = tableIn(session)
      return room.phase === 'playing' && seat !== null && rulesOf(room).toAct(room.view).includes(seat)
    })
    if (acting.length === 0) return
    for (const { session } of acting) session.move({ type: 'roll' })
    await house.pass(20)
  }
  throw new Error('the race does not end')
}
