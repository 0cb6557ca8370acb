import { isTableEvent, type RoomEvent, type TableEvent } from '@diceroom/shared/room/events.ts'
import { describe, expect, it } from 'vitest'
import { fakeSecrets } from '../store/testing/fake-secrets.ts'
import { RoomLog } from '../store/testing/room-log.ts'
import type { DealWarning } from './deal-witness.ts'
import { seenOf } from './seen-record.ts'
import { missingIn, reload } from './testing/dealt.ts'
import { House, type Seated, twoAt } from './testing/house.ts'

const warningsOf = ({ session }: Seated): readonly DealWarning[] => session.dealWarnings.getState()

/** A race of two that is started on a server that logs something else than it should. */
async function cheated(forge: (event: TableEvent) => readonly TableEvent[]) {
  const house = new House()
  const code = house.server.makeRoom('race')
  house.server.room(code).forge = events =>
    events.flatMap((event): readonly RoomEvent[] => (isTableEvent(event) ? forge(event) : [event]))
  const [ada, bo] = await house.seat(code, 'Ada', 'Bo')
  if (!ada || !bo) throw new Error('two were to be seated')
  ada.session.start()
  await house.pass(2_500)
  return { house, ada, bo }
}

const without = (bySeat: Readonly<Record<number, string>>, seat: number) =>
  Object.fromEntries(Object.entries(bySeat).filter(([other]) => Number(other) !== seat))

describe('a player is warned of a server', () => {
  it('[BS11] that says it took a seal and logs none', async () => {
    const { ada, bo } = await cheated(event => {
      if (event.type !== 'player_joined' || event.seat !== 1) return [event]
      const { seal: _, ...unsealed } = event
      return [unsealed]
    })
    expect(warningsOf(bo)).toEqual([{ kind: 'seal_left_out', deal: 1 }])
    expect(warningsOf(ada)).toEqual([])
  })

  it('[BS11] that opens a deal without the seal that it had logged', async () => {
    const { ada, bo } = await cheated(event =>
      event.type === 'deal_opened' ? [{ ...event, seals: without(event.seals, 1) }] : [event],
    )
    expect(warningsOf(bo)).toEqual([{ kind: 'seal_left_out', deal: 1 }])
    expect(warningsOf(ada)).toEqual([])
  })

  it('[BS11] that opens a deal with another seal than mine', async () => {
    const { ada, bo } = await cheated(event =>
      event.type === 'deal_opened' ? [{ ...event, seals: { ...event.seals, 1: 'ab'.repeat(32) } }] : [event],
    )
    expect(warningsOf(bo)).toEqual([{ kind: 'seal_not_handed_in', deal: 1 }])
    expect(warningsOf(ada)).toEqual([])
  })

  it('[BS12] that leaves out a seed that it has logged', async () => {
    const { house, ada, bo } = await cheated(event =>
      event.type === 'deal_ready' ? [{ ...event, seeds: without(event.seeds, 1), missing: [1] }] : [event],
    )
    expect(missingIn(house, ada)).toEqual([[1]])
    expect(warningsOf(bo)).toEqual([{ kind: 'seed_left_out', deal: 1 }])
    expect(warningsOf(ada)).toEqual([])
  })

  it('[BS12] that leaves out a seed that it has logged, though its answer was lost', async () => {
    const house = new House()
    const [ada, bo] = await house.table('race', 'Ada', 'Bo')
    if (!ada || !bo) throw new Error('two were to be seated')
    house.server.room(ada.code).forge = events =>
      events.map(event =>
        isTableEvent(event) && event.type === 'deal_ready' ? { ...event, seeds: {}, missing: [0, 1] } : event,
      )
    house.network.loses = name => name === 'open_seal answer'
    ada.session.start()
    await house.pass(100)
    for (const seated of [ada, bo]) expect(warningsOf(seated)).toEqual([{ kind: 'seed_left_out', deal: 1 }])
  })

  it('[BS12] that had a seed, when one comes back after much has happened', async () => {
    const house = new House()
    const [ada, bo] = await house.table('race', 'Ada', 'Bo')
    if (!ada || !bo) throw new Error('two were to be seated')
    const room = house.server.room(ada.code)
    room.forge = events => events.filter(event => event.type !== 'seed_opened')
    ada.session.start()
    await house.pass(1_000)
    house.network.state = 'down'
    ada.cut()
    await house.pass(2_000)
    for (let line = 0; line < 300; line += 1) {
      room.execute({ type: 'chat', player: 'p2', name: 'Bo', text: 'hm' }, `line ${line}`)
    }
    house.network.state = 'steady'
    await house.pass(6_000)
    expect(missingIn(house, ada)).toEqual([[0, 1]])
    expect(warningsOf(ada)).toEqual([{ kind: 'seed_left_out', deal: 1 }])
  })

  it('[BS12] that puts another seed in the place of mine', async () => {
    const { bo } = await cheated(event =>
      event.type === 'deal_ready' ? [{ ...event, seeds: { ...event.seeds, 1: 'c5'.repeat(16) } }] : [event],
    )
    expect(warningsOf(bo)).toEqual([{ kind: 'seed_left_out', deal: 1 }])
  })

  it('[BS12] that says it has a seed, logs none, and calls its player missing', async () => {
    const { house, ada, bo } = await cheated(event =>
      event.type === 'seed_opened' && event.seat === 0 ? [] : [event],
    )
    expect(missingIn(house, ada)).toEqual([[0]])
    expect(warningsOf(ada)).toEqual([{ kind: 'seed_left_out', deal: 1 }])
    expect(warningsOf(bo)).toEqual([])
  })

  it('[BS11] only for the seat that was sealed, not for one that was given up and taken again without a seal', async () => {
    const { house, ada, bo } = await twoAt('race')
    house.server.giveUp(ada.code, 'p2')
    house.server
      .room(ada.code)
      .execute({ type: 'join', player: 'p2', name: 'Bo', as: 'player' }, 'from a bot')
    house.network.loses = name => name === 'join_room'
    ada.session.start()
    await house.pass(100)
    expect(missingIn(house, ada)).toEqual([[]])
    expect(warningsOf(bo)).toEqual([])
  })

  it('[BS13] that is committed to something else than when this browser came here first', async () => {
    const { house, ada, bo } = await twoAt('race')
    expect(warningsOf(ada)).toEqual([])
    const secrets = fakeSecrets('other secrets')
    house.server.rooms.set(ada.code, new RoomLog({ room: ada.code, game: 'race', secrets }))
    for (const seated of [ada, bo]) {
      const before = seenOf(seated.client.kept, ada.code)?.commitments
      const again = await reload(house, seated)
      expect(warningsOf(again)).toEqual([{ kind: 'commitment_changed' }])
      expect(seenOf(again.client.kept, ada.code)?.commitments).toEqual(before)
    }
  })
})
