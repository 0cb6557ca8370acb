import { beforeEach, describe, expect, it } from 'vitest'
import { ServerClock } from './server-clock.ts'
import { FakeClock } from './testing/fake-environment.ts'
import { House } from './testing/house.ts'

const HOUR = 3_600_000

let own: FakeClock
let server: ServerClock

beforeEach(() => {
  own = new FakeClock()
  server = new ServerClock(own)
})

describe("the server's time", () => {
  it("is this machine's until the server has told its own", () => {
    expect(server.now()).toBe(own.now())
  })

  it('is what the server told, and goes on', async () => {
    server.heard(own.now() + HOUR)
    await own.pass(700)
    expect(server.now()).toBe(own.now() + HOUR)
    expect(server.here(own.now() + HOUR)).toBe(own.now())
  })

  it('goes by the message that came quickest', async () => {
    server.heard(own.now() + HOUR - 80)
    await own.pass(5_000)
    server.heard(own.now() + HOUR - 10)
    await own.pass(5_000)
    server.heard(own.now() + HOUR - 900)
    expect(server.now()).toBe(own.now() + HOUR - 10)
  })

  it("follows where this machine's clock was set, forward or back", () => {
    server.heard(own.now())
    own.sleep(HOUR)
    server.heard(own.now() - HOUR)
    expect(server.now()).toBe(own.now() - HOUR)
    server.heard(own.now() + HOUR)
    expect(server.now()).toBe(own.now() + HOUR)
  })

  it('is told by the welcome and by every heartbeat', async () => {
    const house = new House()
    const { client, environment } = house.page()
    await house.pass(100)
    expect(client.serverClock.now()).toBe(house.clock.now() - 5)
    expect(environment.clock).toBe(house.clock)
    await house.pass(60_000)
    expect(client.serverClock.now()).toBe(house.clock.now() - 5)
  })
})
