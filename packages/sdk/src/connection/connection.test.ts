import { describe, expect, it } from 'vitest'
import { House } from './testing/house.ts'

const begin = async () => {
  const house = new House()
  const page = house.page()
  await house.pass(50)
  return { house, page, status: () => page.client.status.getState() }
}

/** When the attempts after the `n`th were begun, in ms since the one before. */
const waits = ({ network }: House): readonly number[] =>
  network.attempts.slice(1).map((at, n) => at - (network.attempts[n] ?? 0))

describe('who one is', () => {
  it('is what the server says, and is remembered for the next visit', async () => {
    const { house, page, status } = await begin()
    expect(status()).toEqual({ kind: 'online' })
    expect(page.client.player.getState()).toEqual({ id: 'p1', name: 'Guest p1' })
    const next = house.page(Object.fromEntries(page.environment.stored))
    await house.pass(50)
    expect(next.client.player.getState()?.id).toBe('p1')
  })

  it('is a new guest where the token does not count any more, at once', async () => {
    const { house, page, status } = await begin()
    house.server.loseKey()
    house.server.restart()
    await house.pass(400)
    expect(status().kind).toBe('online')
    expect(page.client.player.getState()?.id).toBe('p2')
    expect(page.environment.stored.get('diceroom.token')).toBe('token of p2')
  })

  it('is who another tab of this browser is by now', async () => {
    const { house, page } = await begin()
    house.server.loseKey()
    const other = house.page()
    await house.pass(50)
    page.environment.storage.set('diceroom.token', other.environment.storage.get('diceroom.token') ?? '')
    page.cut()
    await house.pass(400)
    expect(page.client.player.getState()).toEqual(other.client.player.getState())
  })

  it('does not depend on a storage that works', async () => {
    const house = new House()
    const page = house.page()
    Object.assign(page.environment.storage, { get: () => null, set: () => {}, delete: () => {} })
    await house.pass(50)
    page.cut()
    await house.pass(400)
    expect(page.client.player.getState()?.id).toBe('p1')
  })
})

it('says how messages travel while there is a connection', async () => {
  const { house, page } = await begin()
  const way = () => page.client.way.getState()
  expect(way()).toBe('websocket')
  page.cut()
  expect(way()).toBeNull()
  await house.pass(400)
  expect(way()).toBe('websocket')
})

describe('another version of the wire', () => {
  it('loads the page again, once', async () => {
    const house = new House()
    house.server.protocol += 1
    const page = house.page()
    await house.pass(60_000)
    expect(page.environment.reloads).toEqual([`protocol ${house.server.protocol}`])
    expect(page.client.status.getState()).toEqual({ kind: 'outdated' })
    page.environment.comesBack()
    expect(house.network.attempts).toHaveLength(1)
  })
})

describe('a connection that is lost', () => {
  it('says so at once, and comes back', async () => {
    const { house, page, status } = await begin()
    page.cut()
    expect(status()).toEqual({ kind: 'offline', since: house.clock.now(), cause: 'server' })
    await house.pass(400)
    expect(status()).toEqual({ kind: 'online' })
  })

  it('is tried again more and more slowly, up to every 5 s', async () => {
    const { house, page, status } = await begin()
    house.network.state = 'down'
    page.cut()
    const since = house.clock.now()
    await house.pass(30_000)
    expect(status()).toEqual({ kind: 'offline', since, cause: 'server' })
    // Jitter takes a quarter here.
    expect(waits(house).slice(1, 7).map(Math.round)).toEqual([360, 576, 922, 1_475, 2_359, 3_750])
  })

  it('is tried quickly again if it held for a while, and slowly if it did not', async () => {
    const { house, page, status } = await begin()
    house.network.state = 'down'
    page.cut()
    await house.pass(20_000)
    house.network.state = 'steady'
    await house.pass(5_000)
    expect(status().kind).toBe('online')
    page.cut()
    await house.pass(2_000)
    expect(status().kind).toBe('offline')
    await house.pass(10_000)
    page.cut()
    await house.pass(300)
    expect(status().kind).toBe('online')
  })

  it('is tried at once when people come back to the page, or the network does', async () => {
    const { house, page, status } = await begin()
    house.network.state = 'down'
    page.cut()
    await house.pass(20_000)
    house.network.state = 'steady'
    page.environment.comesBack()
    await house.pass(20)
    expect(status().kind).toBe('online')
    page.environment.turnNetwork('down')
    expect(status()).toMatchObject({ kind: 'offline', cause: 'network' })
    house.network.state = 'down'
    await house.pass(20_000)
    house.network.state = 'steady'
    page.environment.turnNetwork('up')
    await house.pass(20)
    expect(status().kind).toBe('online')
  })

  it('does not wait for an attempt that hangs', async () => {
    const { house, page, status } = await begin()
    house.network.state = 'silent'
    page.cut()
    await house.pass(3_000)
    house.network.state = 'steady'
    page.environment.comesBack()
    await house.pass(20)
    expect(status().kind).toBe('online')
  })

  it('gives up an attempt that hangs, the next one later, so that a slow network is enough', async () => {
    const { house, page, status } = await begin()
    house.network.state = 'silent'
    page.cut()
    await house.pass(17_000)
    expect(house.network.attempts).toHaveLength(4)
    expect(waits(house).slice(1).map(Math.floor)).toEqual([5_360, 10_576])
    house.network.state = 'steady'
    await house.pass(20_000)
    expect(status().kind).toBe('online')
  })

  it('comes back soon after a server that said that it closes, but not all pages at once', async () => {
    const { house, page, status } = await begin()
    page.environment.random = () => 1
    house.server.close('See you soon.')
    await house.pass(600)
    expect(status().kind).toBe('offline')
    await house.pass(100)
    expect(status().kind).toBe('online')
    expect(waits(house).at(-1)).toBeGreaterThanOrEqual(600)
  })
})

describe('a connection that is dead and does not know it', () => {
  it('is noticed by its silence', async () => {
    const house = new House()
    const [ada] = await house.table('free-roll', 'Ada')
    ada?.hush()
    await house.pass(12_000)
    expect(ada?.client.status.getState().kind).toBe('online')
    await house.pass(10_000)
    expect(house.network.attempts).toHaveLength(2)
    expect(ada?.client.status.getState().kind).toBe('online')
  })

  it('is noticed within 2 s by who comes back to the page', async () => {
    const house = new House()
    const [ada] = await house.table('free-roll', 'Ada')
    ada?.hush()
    house.clock.sleep(60_000)
    ada?.environment.comesBack()
    await house.pass(2_500)
    expect(house.network.attempts).toHaveLength(2)
    expect(ada?.client.status.getState().kind).toBe('online')
  })

  it('is not suspected while it only sleeps', async () => {
    const house = new House()
    const [ada] = await house.table('free-roll', 'Ada')
    house.clock.sleep(60_000)
    ada?.environment.comesBack()
    await house.pass(60_000)
    expect(house.network.attempts).toHaveLength(1)
  })

  it('is noticed by who waits for an answer', async () => {
    const { house, page } = await begin()
    page.hush()
    let answered = false
    page.client.createRoom({ game: 'race' }).then(() => {
      answered = true
    })
    await house.pass(9_000)
    expect(answered).toBe(true)
    expect(house.server.rooms.size).toBe(1)
  })

  it('is left alone on a page without a room, where nothing has to come', async () => {
    const { house } = await begin()
    house.network.loses = name => name === 'heartbeat'
    await house.pass(120_000)
    expect(house.network.attempts).toHaveLength(1)
  })
})
