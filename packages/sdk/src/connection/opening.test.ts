import { describe, expect, it } from 'vitest'
import { openRoom } from './room-session.ts'
import { finish, logOf, missingIn, reload, sealsGiven, typesOf } from './testing/dealt.ts'
import { type House, sent, statusOf, tableIn, twoAt } from './testing/house.ts'

const ROLL = { type: 'roll' }

/** How often each request to open a seal came to the server. */
function timesOpened(house: House): readonly number[] {
  const ids = sent(house, 'open_seal').map(payload => ('id' in payload ? payload.id : null))
  return [...new Set(ids)].map(id => ids.filter(other => other === id).length)
}

describe('a deal that opens', () => {
  it('[BS7] gets the seeds of all who are there, and their next seals, at once', async () => {
    const { house, ada } = await twoAt('race')
    const seq = tableIn(ada.session).room.seq
    ada.session.start()
    await house.pass(25)
    expect(tableIn(ada.session).room.phase).toBe('playing')
    const types = typesOf(house, ada).slice(seq)
    expect(types.slice(0, 5)).toEqual([
      'deal_opened',
      'seed_opened',
      'seed_opened',
      'deal_ready',
      'game_started',
    ])
    expect(missingIn(house, ada)).toEqual([[]])
    expect([sealsGiven(house, ada, 0).length, sealsGiven(house, ada, 1).length]).toEqual([2, 2])
  })

  it('[BS7] gets the seed of who missed the message of it', async () => {
    const { house, ada } = await twoAt('race')
    house.network.loses = name => name === 'room_event'
    ada.session.start()
    await house.pass(100)
    expect(missingIn(house, ada)).toEqual([])
    house.network.loses = () => false
    ada.session.chat('anybody?')
    await house.pass(100)
    expect(missingIn(house, ada)).toEqual([[]])
  })

  it('[BS7] gets the seed of who loads the page again before it, or while it is awaited', async () => {
    const { house, ada, bo } = await twoAt('race')
    const again = await reload(house, bo)
    ada.session.start()
    await house.pass(100)
    await finish(house, ada, again)
    again.client.close()
    ada.session.start()
    await house.pass(1_000)
    expect(tableIn(ada.session).room.phase).toBe('over')
    await reload(house, again)
    expect(tableIn(ada.session).room.phase).toBe('playing')
    expect(missingIn(house, ada)).toEqual([[], []])
  })

  it('[BS8] gets a seed again under the same id where the answer was lost, and has it once', async () => {
    const { house, ada } = await twoAt('race')
    house.network.loses = name => name === 'open_seal answer'
    ada.session.start()
    await house.pass(100)
    house.network.loses = () => false
    await house.pass(8_000)
    expect(timesOpened(house)).toEqual([2, 2])
    expect(typesOf(house, ada).filter(type => type === 'seed_opened')).toHaveLength(2)
  })

  it('[BS8] gets the seeds that a restart of the server has swallowed, after it', async () => {
    const { house, ada, bo } = await twoAt('race')
    house.network.loses = name => name === 'open_seal'
    ada.session.start()
    await house.pass(100)
    house.network.loses = () => false
    house.server.restart()
    await house.pass(1_000)
    expect(missingIn(house, ada)).toEqual([[]])
    for (const { session } of [ada, bo]) expect(tableIn(session).room.phase).toBe('playing')
    expect(timesOpened(house)).toEqual([1, 1])
  })

  it('[BS9] is opened by any page of the player, once', async () => {
    const { house, ada, bo } = await twoAt('race')
    const tab = house.tab(bo)
    const session = openRoom(tab.client, bo.code)
    await house.pass(100)
    ada.session.start()
    await house.pass(100)
    expect(typesOf(house, ada).filter(type => type === 'seed_opened')).toHaveLength(2)
    await finish(house, ada, bo)
    bo.client.close()
    ada.session.start()
    await house.pass(100)
    expect(tableIn(session).room.phase).toBe('playing')
    expect(missingIn(house, ada)).toEqual([[], []])
  })

  it('[BS9] is opened by the device that sat down last, and the other one stays silent', async () => {
    const { house, ada, bo } = await twoAt('race')
    const token = bo.environment.stored.get('diceroom.token') ?? ''
    const phone = house.page({ 'diceroom.token': token })
    const session = openRoom(phone.client, bo.code)
    await house.pass(100)
    expect(tableIn(session).seat).toBe(1)
    expect(typesOf(house, ada).at(-1)).toBe('seal_given')
    ada.session.start()
    await house.pass(100)
    expect(missingIn(house, ada)).toEqual([[]])
    expect(sent(house, 'open_seal')).toHaveLength(2)
    await finish(house, ada, bo)
    phone.client.close()
    bo.cut()
    await house.pass(1_000)
    ada.session.start()
    await house.pass(100)
    expect(missingIn(house, ada)).toEqual([[], []])
    for (const { dealWarnings } of [ada.session, bo.session, session])
      expect(dealWarnings.getState()).toEqual([])
  })

  it('[BS10] waits 2 s for who does not answer, who plays on, and is sealed again when the game is over', async () => {
    const { house, ada, bo } = await twoAt('race')
    bo.hush()
    ada.session.start()
    await house.pass(1_990)
    expect(tableIn(ada.session).room.phase).toBe('lobby')
    await house.pass(20)
    expect(tableIn(ada.session).room.phase).toBe('playing')
    expect(missingIn(house, ada)).toEqual([[1]])
    await house.pass(30_000)
    bo.cut()
    await house.pass(1_000)
    expect(sealsGiven(house, ada, 1)).toHaveLength(1)
    await finish(house, ada, bo)
    await house.pass(100)
    expect(new Set(sealsGiven(house, ada, 1)).size).toBe(2)
    ada.session.start()
    await house.pass(100)
    expect(missingIn(house, ada)).toEqual([[1], []])
    expect(bo.session.dealWarnings.getState()).toEqual([])
  })

  it('[BS11] that begins before who was missing could hand in a seal is no reason to warn them', async () => {
    const { house, ada, bo } = await twoAt('race')
    bo.hush()
    ada.session.start()
    await house.pass(30_000)
    expect(sent(house, 'join_room').at(-1)).toMatchObject({ seal: sealsGiven(house, ada, 1)[0] })
    // By now another seal is handed in, which is not taken before the game is over.
    bo.cut()
    await house.pass(1_000)
    expect(sealsGiven(house, ada, 1)).toHaveLength(1)
    house.network.loses = name => name === 'join_room'
    await finish(house, ada, bo)
    ada.session.start()
    await house.pass(100)
    expect(missingIn(house, ada)).toEqual([[1], []])
    expect(bo.session.dealWarnings.getState()).toEqual([])
  })

  it('[BS10] that is over when the seed comes is no matter for the player', async () => {
    const { house, ada, bo } = await twoAt('race')
    house.network.loses = name => name === 'open_seal'
    ada.session.start()
    await house.pass(2_100)
    house.network.loses = () => false
    await house.pass(8_000)
    expect(missingIn(house, ada)).toEqual([[0, 1]])
    expect(sent(house, 'open_seal')).toHaveLength(2)
    for (const { session } of [ada, bo]) {
      expect(statusOf(session).status).toBe('live')
      expect(session.dealWarnings.getState()).toEqual([])
    }
  })

  it('[BS7] in free roll is there for who came, and after 50 rolls, while rolls go on', async () => {
    const { house, ada } = await twoAt('free-roll')
    for (let throws = 0; throws < 51; throws += 1) {
      ada.session.move(ROLL)
      await house.pass(10)
    }
    await house.pass(50)
    expect(missingIn(house, ada)).toEqual([[], [], [], []])
    const seeds = logOf(house, ada).flatMap(event => ('seeds' in event ? [Object.keys(event.seeds)] : []))
    expect(seeds).toEqual([[], ['0'], ['0', '1'], ['0', '1']])
  })
})
