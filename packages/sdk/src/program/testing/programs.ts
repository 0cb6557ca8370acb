import type { GameId } from '@diceroom/shared/games/registry.ts'
import { FakeEnvironment } from '../../connection/testing/fake-environment.ts'
import { House } from '../../connection/testing/house.ts'
import { DiceClient, type DiceClientParts } from '../dice-client.ts'
import type { Room } from '../room.ts'
import type { RoomMessage } from '../room-messages.ts'

/** A program at the server of a house, and its cable to pull. */
export function program(house: House, wish: Partial<DiceClientParts> = {}) {
  const { transport, ...cable } = house.network.cable()
  const environment = new FakeEnvironment(house.clock)
  return { client: new DiceClient({ transport, environment, ...wish }), ...cable }
}

/** Two programs at a table of a house, connected. */
export async function twoPrograms(game: GameId, wish: Partial<DiceClientParts> = {}) {
  const house = new House()
  const code = house.server.makeRoom(game)
  const ada = program(house, { name: 'Ada', ...wish })
  const bo = program(house, { name: 'Bo' })
  await house.pass(100)
  const atAda = await soon(house, ada.client.join(code))
  const atBo = await soon(house, bo.client.join(code))
  return { house, code, ada: { ...ada, room: atAda }, bo: { ...bo, room: atBo } }
}

/** What comes of something that takes no longer than so many ms of the house. */
export async function soon<Value>(house: House, promise: Promise<Value>, ms = 100): Promise<Value> {
  const settled = Promise.allSettled([promise])
  await house.pass(ms)
  const [outcome] = await settled
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}

/** What waits to be read, so much of it at most. */
export function readSome(room: Room, most: number): readonly RoomMessage[] {
  const messages: RoomMessage[] = []
  while (messages.length < most) {
    const next = room.poll()
    if (!next) break
    messages.push(next)
  }
  return messages
}

/** All that waits to be read. */
export const readAll = (room: Room): readonly RoomMessage[] => readSome(room, Number.POSITIVE_INFINITY)

export const seqs = (messages: readonly RoomMessage[]): readonly number[] => messages.map(({ seq }) => seq)
