import { PROTOCOL_VERSION } from '@diceroom/shared/protocol/limits.ts'
import { describe, expect, it } from 'vitest'
import { House } from '../connection/testing/house.ts'
import { NotOpen, Outdated, Refused } from './errors.ts'
import { program, soon, twoPrograms } from './testing/programs.ts'

/** The server's next heartbeat. */
const SERVERS_OWN = 1

const WISH = { game: 'free-roll' } as const

describe('the state of the connection', () => {
  it('[SD5] is connecting, open, connecting after a loss, closing while answers are awaited, and closed', async () => {
    const { house, ada } = await twoPrograms('free-roll')
    const states: string[] = [ada.client.state]
    const stop = ada.client.onState(state => states.push(state))
    ada.cut()
    await house.pass(2_000)
    const unanswered = ada.room.chat('bye')
    const closed = ada.client.close()
    expect(ada.client.state).toBe('closing')
    await soon(house, closed)
    await unanswered
    expect(states).toEqual(['open', 'connecting', 'open', 'closing', 'closed'])
    stop()
  })

  it('[SD5] is connecting before the first welcome, and until there is one', async () => {
    const house = new House()
    house.network.state = 'down'
    const { client } = program(house)
    const ready = client.ready()
    await house.pass(10_000)
    expect([client.state, client.player]).toEqual(['connecting', null])
    house.network.state = 'steady'
    await soon(house, ready, 10_000)
    expect([client.state, client.problem]).toEqual(['open', null])
    expect(client.token).not.toBeNull()
  })

  it('[SD9] is closed for good where the server is of another version', async () => {
    const house = new House()
    house.server.protocol = PROTOCOL_VERSION + 1
    const { client } = program(house, { whenNotOpen: 'wait' })
    const waiting = Promise.allSettled([client.createRoom(WISH), client.ready()])
    await house.pass(1_000)
    expect((await waiting).map(result => result.status === 'rejected' && result.reason)).toEqual([
      expect.any(Outdated),
      expect.any(Outdated),
    ])
    expect(client.state).toBe('closed')
    expect(house.clock.waiting).toBe(SERVERS_OWN)
  })

  it('[SD9] is closed for good where the token that was given is refused, and nobody else comes in its place', async () => {
    const house = new House()
    const { client } = program(house, { token: 'forged' })
    const ready = client.ready()
    await expect(soon(house, ready)).rejects.toMatchObject({ name: 'Refused', code: 'bad_token' })
    await house.pass(60_000)
    expect([client.state, client.player, house.network.attempts.length]).toEqual(['closed', null, 1])
    expect(client.problem).toBeInstanceOf(Refused)
  })
})

describe('a request', () => {
  it('[SD6] fails in each state but open, bearing it, and is not sent', async () => {
    const { house, ada } = await twoPrograms('free-roll')
    const { client, room } = ada
    const before = house.network.requests.length
    ada.cut()
    for (const request of [
      () => client.createRoom(WISH),
      () => client.join('NOSUCH'),
      () => room.chat('hi'),
    ]) {
      await expect(request()).rejects.toMatchObject({ name: 'NotOpen', state: 'connecting' })
    }
    const closed = client.close()
    await expect(client.createRoom(WISH)).rejects.toMatchObject({ name: 'NotOpen', state: 'closing' })
    await soon(house, closed)
    await expect(room.move({ type: 'roll' })).rejects.toMatchObject({ name: 'NotOpen', state: 'closed' })
    await expect(client.ready()).rejects.toBeInstanceOf(NotOpen)
    expect(house.network.requests.length).toBe(before)
  })

  it('[SD6] waits while it is connecting, where that is wished', async () => {
    const house = new House()
    house.network.state = 'down'
    const { client } = program(house, { whenNotOpen: 'wait', name: 'Ada' })
    const joining = client.createRoom(WISH).then(code => client.join(code))
    await house.pass(5_000)
    house.network.state = 'steady'
    const room = await soon(house, joining, 10_000)
    expect([room.seat, room.state.seats[0]?.name]).toEqual([0, 'Ada'])
    const closed = client.close()
    await expect(client.createRoom(WISH)).rejects.toMatchObject({ state: 'closing' })
    await soon(house, closed)
  })

  it('[SD7] that was sent when the connection broke is answered over the next one, and done once', async () => {
    const { house, ada, bo } = await twoPrograms('free-roll')
    house.network.loses = name => name === 'chat answer'
    const said = ada.room.chat('once')
    await house.pass(50)
    house.network.loses = () => false
    ada.cut()
    const { seq } = await soon(house, said, 5_000)
    expect(seq).toBeGreaterThan(0)
    const talk = []
    for (let next = bo.room.poll(); next; next = bo.room.poll())
      if (next.type === 'chat') talk.push(next.text)
    expect(talk).toEqual(['once'])
  })

  it('[SD7] that is not answered in time fails when the client is closed', async () => {
    const { house, ada } = await twoPrograms('free-roll')
    house.network.state = 'silent'
    const unanswered = ada.room.chat('anybody?')
    const joining = ada.client.join('NOSUCH')
    const outcomes = Promise.allSettled([unanswered, joining])
    const closed = ada.client.close({ within: 1_000 })
    await house.pass(999)
    expect(ada.client.state).toBe('closing')
    await soon(house, closed, 1)
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { name: 'NotOpen', state: 'closed' } })
    }
  })

  it('[SD7] does not keep a program from its end: nothing is left to be done after closing', async () => {
    const { house, ada, bo } = await twoPrograms('race')
    await soon(house, Promise.all([ada.client.close(), bo.client.close()]))
    expect(house.clock.waiting).toBe(SERVERS_OWN)
  })

  it('[SD13] that is larger than the wire allows is refused here, and the connection stays', async () => {
    const { house, ada } = await twoPrograms('free-roll')
    const before = house.network.requests.length
    const long = ada.room.chat('x'.repeat(70_000))
    await expect(soon(house, long)).rejects.toMatchObject({ name: 'Refused', code: 'too_large' })
    expect([ada.client.state, house.network.requests.length]).toEqual(['open', before])
  })
})
