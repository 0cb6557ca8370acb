import type { Roll } from '@diceroom/shared/games/game.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { openRoom } from './room-session.ts'
import { SeenRecord, seenOf } from './seen-record.ts'
import { logOf } from './testing/dealt.ts'
import { FakeEnvironment } from './testing/fake-environment.ts'
import { twoAt } from './testing/house.ts'

const DAY_MS = 24 * 3_600_000

/** The rolls of a log, as a record names them. */
const rollsOf = (log: readonly LoggedEvent[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    log
      .flatMap(event => ('rolls' in event ? (event.rolls ?? []) : []))
      .map(({ deal, who, n, faces }) => [`${deal}/${who}/${n}`, `${faces}`]),
  )

describe('what a browser was told', () => {
  it('[BS15] is there on a later visit: commitment, rolls, and what it put in itself', async () => {
    const { house, ada } = await twoAt('free-roll')
    for (let throws = 0; throws < 5; throws += 1) ada.session.move({ type: 'roll', count: 3 })
    await house.pass(1_100)
    ada.client.close()
    const seen = seenOf(house.tab(ada).client.kept, ada.code.toLowerCase())
    const log = logOf(house, ada)
    expect(seen).toMatchObject({ lastSeq: log.length, rolls: rollsOf(log) })
    const [first] = log
    expect(seen?.commitments).toEqual([first && 'commitment' in first && first.commitment])
    const opened = log.filter(event => event.type === 'seed_opened' && 'deal' in event && event.seat === 0)
    expect(Object.values(seen?.mine ?? {})).toMatchObject(
      opened.map(event => ({ seat: 0, seed: 'seed' in event && event.seed, acknowledged: true })),
    )
    expect(opened.length).toBeGreaterThan(0)
    expect(seenOf(house.tab(ada).client.kept, 'DESK99')).toBeNull()
  })

  it('[BS15] is written down within a second, and at once when the page is hidden or the room left', async () => {
    const { house, ada, bo } = await twoAt('free-roll')
    await house.pass(2_000)
    const lastSeq = ({ environment, code }: typeof ada) => seenOf(environment, code)?.lastSeq
    const before = lastSeq(ada)
    ada.session.move({ type: 'roll' })
    await house.pass(200)
    expect(lastSeq(ada)).toBe(before)
    ada.environment.turnsAway()
    const { length } = logOf(house, ada)
    expect(lastSeq(ada)).toBe(length)
    bo.session.end()
    expect(lastSeq(bo)).toBe(length)
    ada.session.chat('still here')
    await house.pass(1_100)
    expect(lastSeq(ada)).toBe(length + 1)
  })

  it('[BS15] by two pages at once is written down together', async () => {
    const { house, ada } = await twoAt('free-roll')
    const tab = house.tab(ada)
    openRoom(tab.client, ada.code)
    await house.pass(100)
    for (let throws = 0; throws < 5; throws += 1) {
      if (throws === 2) tab.cut()
      ada.session.move({ type: 'roll' })
      await house.pass(50)
      if (throws === 3) ada.hush()
    }
    await house.pass(3_000)
    expect(seenOf(ada.environment, ada.code)?.rolls).toEqual(rollsOf(logOf(house, ada)))
  })
})

describe('a record', () => {
  let environment: FakeEnvironment
  let seq: number

  beforeEach(() => {
    environment = new FakeEnvironment()
    seq = 0
  })

  const roll = (n: number, faces: readonly number[] | null): Roll => {
    return { deal: 1, who: '0', n, count: 1, sides: 6, faces, ...(faces ? {} : { secretTo: 1 }) }
  }
  const tell = (record: SeenRecord, ...rolls: readonly Roll[]) => {
    seq += 1
    record.told(seq, [{ type: 'rolled', seq, at: 0, rolls }])
  }
  const kept = (room = 'DESK22') => seenOf(environment, room)

  it('[BS15] holds no dice that were not shown, until they are', () => {
    const record = new SeenRecord('DESK22', environment)
    tell(record, roll(0, null), roll(1, [4]))
    record.save()
    expect(kept()?.rolls).toEqual({ '1/0/1': '4' })
    tell(record, roll(0, [2]))
    record.save()
    expect(kept()?.rolls).toEqual({ '1/0/0': '2', '1/0/1': '4' })
  })

  it('[BS15] keeps what was told first, whatever is told later', () => {
    const record = new SeenRecord('DESK22', environment)
    const other = new SeenRecord('DESK22', environment)
    tell(record, roll(0, [4]))
    record.save()
    tell(other, roll(0, [5]), roll(1, [6]))
    other.save()
    expect(kept()?.rolls).toEqual({ '1/0/0': '4', '1/0/1': '6' })
  })

  it('[BS13] keeps the commitments that were told first', () => {
    const chain = (commitment: string) => ({ commitment, chainLength: 1_000 })
    const record = new SeenRecord('DESK22', environment)
    expect(record.commits([chain('a')])).toBe('as before')
    expect(record.commits([chain('a'), chain('b')])).toBe('as before')
    record.save()
    const later = new SeenRecord('DESK22', environment)
    expect(later.commits([chain('a')])).toBe('as before')
    expect(later.commits([chain('a'), chain('c')])).toBe('otherwise')
    later.save()
    expect(kept()?.commitments).toEqual(['a', 'b'])
  })

  it('[BS16] is of another room where nobody was told of a named one for a day', () => {
    const chain = (commitment: string) => ({ commitment, chainLength: 1_000 })
    for (const room of ['~club', 'DESK22']) {
      const record = new SeenRecord(room, environment)
      record.commits([chain('a')])
      tell(record, roll(0, [4]))
      record.save()
      environment.clock.sleep(DAY_MS - 1)
      expect(record.commits([chain('b')])).toBe('otherwise')
      expect(kept(room)).not.toBeNull()
      environment.clock.sleep(2)
      expect(kept(room) === null).toBe(room === '~club')
      const later = new SeenRecord(room, environment)
      expect(later.commits([chain('b')])).toBe(room === '~club' ? 'as before' : 'otherwise')
      expect(record.commits([chain('b')])).toBe(room === '~club' ? 'another room' : 'otherwise')
      tell(record, roll(0, [5]))
      record.save()
      expect(kept(room)?.rolls).toEqual({ '1/0/0': room === '~club' ? '5' : '4' })
    }
  })

  it('[BS14] holds the latest 2,000 rolls', () => {
    const record = new SeenRecord('DESK22', environment)
    for (let n = 0; n < 5_000; n += 1) {
      tell(record, roll(n, [1]))
      if (n % 700 === 0) record.save()
    }
    record.save()
    const rolls = Object.keys(kept()?.rolls ?? {})
    expect(rolls).toEqual(Array.from({ length: 2_000 }, (_, at) => `1/0/${3_000 + at}`))
  })

  it('[BS14] is thrown away after 30 days, or when the browser has been in 20 rooms since', () => {
    for (let room = 0; room < 30; room += 1) {
      if (room === 25) environment.clock.sleep(31 * DAY_MS)
      const record = new SeenRecord(`ROOM${room}`, environment)
      tell(record, roll(0, [4]))
      record.save()
      environment.clock.sleep(1)
      const inAll = [...environment.stored.keys()].length
      expect(inAll).toBeLessThanOrEqual(20)
    }
    expect(Array.from({ length: 30 }, (_, room) => kept(`ROOM${room}`)).filter(Boolean)).toHaveLength(5)
  })

  it.each(['', 'nonsense', '1 {', '1 {"lastSeq":"no"}', '{}'])(
    '[BS15] begins anew where the storage holds %j',
    text => {
      environment.storage.set('diceroom.seen.DESK22', text)
      expect(kept()).toBeNull()
      const record = new SeenRecord('DESK22', environment)
      tell(record, roll(0, [4]))
      record.save()
      expect(kept()).toMatchObject({ lastSeq: 1, rolls: { '1/0/0': '4' } })
    },
  )
})
