import { describe, expect, it } from 'vitest'
import { hexOf } from '../hashes/hex.ts'
import { nobleHashes } from '../hashes/noble-hashes.ts'
import { remembering } from './environment.ts'
import { openRoom } from './room-session.ts'
import { finish, missingIn, reload, sealsGiven, typesOf } from './testing/dealt.ts'
import { FakeEnvironment } from './testing/fake-environment.ts'
import { House, sent, tableIn, twoAt } from './testing/house.ts'

const ROLL = { type: 'roll' }

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], byte => Number.parseInt(byte, 16))

describe('a seal', () => {
  it('[BS2] is handed in by who sits down, and its seed stays in the browser', async () => {
    const { house, ada, bo } = await twoAt('race')
    for (const [seat, { environment, code }] of [ada, bo].entries()) {
      const [seal = ''] = sealsGiven(house, ada, seat)
      const seed = environment.stored.get(`diceroom.seed.${code}.${seal}`)?.slice(0, 32) ?? ''
      expect(hexOf(await nobleHashes.sha256(bytesOf(seed)))).toBe(seal)
      expect(JSON.stringify(house.network.requests)).not.toContain(seed)
    }
    expect(sealsGiven(house, ada, 0)).not.toEqual(sealsGiven(house, ada, 1))
  })

  it('[BS2] is handed in by who watches once they sit down, and not before', async () => {
    const { house, ada } = await twoAt('race')
    const session = openRoom(house.page().client, ada.code, { name: 'Cy', as: 'spectator' })
    await house.pass(100)
    expect(sent(house, 'join_room').at(-1)).toMatchObject({ as: 'spectator', seal: undefined })
    session.sit()
    await house.pass(100)
    expect(sealsGiven(house, ada, 2)).toHaveLength(1)
  })

  it('[BS3] that waits is handed in again by who comes back, so that the log says nothing new', async () => {
    const { house, ada, bo } = await twoAt('race')
    const before = typesOf(house, ada)
    bo.cut()
    await house.pass(1_000)
    await reload(house, bo)
    expect(typesOf(house, ada)).toEqual(before)
    const [seal] = sealsGiven(house, ada, 1)
    expect(sent(house, 'join_room').slice(1)).toMatchObject([{ seal }, { seal }, { seal }])
  })

  it('[BS4] is never handed in again once a deal was opened with it', async () => {
    const { house, ada, bo } = await twoAt('free-roll')
    let both = [ada, bo]
    for (let throws = 0; throws < 200; throws += 1) {
      both[throws % 2]?.session.move(ROLL)
      await house.pass(20)
      if (throws % 40 === 5) both = await Promise.all(both.map(seated => reload(house, seated)))
    }
    expect(missingIn(house, ada).length).toBeGreaterThan(3)
    for (const seat of [0, 1]) {
      const given = sealsGiven(house, ada, seat)
      expect(given.length).toBeGreaterThan(3)
      expect(new Set(given).size).toBe(given.length)
    }
  })

  it('[BS4] that a late request brings once more is replaced by one that no deal has had', async () => {
    const { house, ada, bo } = await twoAt('race')
    const [used = ''] = sealsGiven(house, ada, 1)
    ada.session.start()
    await house.pass(100)
    await finish(house, ada, bo)
    const late = { type: 'join', player: 'p2', name: 'Bo', as: 'player', seal: used } as const
    house.server.room(ada.code).execute(late, 'late')
    ada.session.chat('again?')
    await house.pass(200)
    const given = sealsGiven(house, ada, 1)
    expect(given.slice(-2)).toEqual([used, given[1]])
    ada.session.start()
    await house.pass(100)
    expect(missingIn(house, ada)).toEqual([[], []])
  })

  it('[BS5] is done without where none can be made in time, and is handed in when one can', async () => {
    const { house, ada } = await twoAt('race')
    const failing = new FakeEnvironment(house.clock)
    failing.hashes = { ...nobleHashes, sha256: () => Promise.reject(new Error('not to be had')) }
    const hanging = new FakeEnvironment(house.clock)
    hanging.hashes = { ...nobleHashes, sha256: () => new Promise(() => {}) }
    const sessions = [failing, hanging].map(environment =>
      openRoom(house.pageIn(environment).client, ada.code, { name: 'late' }),
    )
    await house.pass(600)
    expect(sessions.map(session => tableIn(session).seat)).toEqual([2, 3])
    failing.hashes = nobleHashes
    ada.session.chat('now')
    await house.pass(600)
    expect([sealsGiven(house, ada, 2).length, sealsGiven(house, ada, 3).length]).toEqual([1, 0])
    ada.session.start()
    await house.pass(100)
    expect(missingIn(house, ada)).toEqual([[]])
  })

  it('[BS5] is not handed in over a line that was lost while it was made, or by who is leaving', async () => {
    const { house, ada } = await twoAt('race')
    const environment = new FakeEnvironment(house.clock)
    environment.hashes = { ...nobleHashes, sha256: () => Promise.reject(new Error('not to be had')) }
    const page = house.pageIn(environment)
    const session = openRoom(page.client, ada.code, { name: 'Cy' })
    await house.pass(100)
    environment.hashes = { ...nobleHashes, sha256: () => new Promise(() => {}) }
    page.cut()
    await house.pass(700)
    page.cut()
    await house.pass(2_000)
    expect(tableIn(session).seat).toBe(2)
    environment.hashes = nobleHashes
    ada.session.chat('bye')
    session.leave()
    await house.pass(100)
    expect(typesOf(house, ada).slice(-2).toSorted()).toEqual(['chat', 'player_left'])
  })

  it('[BS6] is made and opened also where nothing can be stored', async () => {
    const house = new House()
    const environment = new FakeEnvironment(house.clock)
    environment.storage = remembering({ keys: () => [], get: () => null, set() {}, delete() {} })
    const { client } = house.pageIn(environment)
    const code = house.server.makeRoom('race')
    const session = openRoom(client, code, { name: 'Ada' })
    await house.pass(100)
    for (let games = 1; games <= 2; games += 1) {
      session.start()
      await house.pass(100)
      await finish(house, { client, environment, session, code, cut() {}, hush() {} })
    }
    const { log } = house.server.room(code)
    expect(log.flatMap(event => ('missing' in event ? [event.missing] : []))).toEqual([[], []])
    expect(log.filter(({ type }) => type === 'seed_opened')).toHaveLength(2)
  })
})
