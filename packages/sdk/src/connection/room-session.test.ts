import { refuse } from '@diceroom/shared/protocol/rejections.ts'
import { rulesOf } from '@diceroom/shared/room/room.ts'
import { describe, expect, it } from 'vitest'
import { openRoom } from './room-session.ts'
import { finish } from './testing/dealt.ts'
import { House, sent, statusOf, tableIn, twoAt } from './testing/house.ts'

const ROLL = { type: 'roll' }

/** What an answer turns out to be; `waiting` until there is one. */
function outcome<T>(answer: Promise<T>): { value: T | 'waiting' } {
  const seen: { value: T | 'waiting' } = { value: 'waiting' }
  answer.then(value => {
    seen.value = value
  })
  return seen
}

describe('a room', () => {
  it('is joined, in any spelling of its code, and seats everybody at one table', async () => {
    const { house, ada, bo } = await twoAt('free-roll')
    expect(openRoom(bo.client, `${ada.code.slice(0, 3)} ${ada.code.slice(3)}`.toLowerCase())).toBe(bo.session)
    expect([tableIn(ada.session).seat, tableIn(bo.session).seat]).toEqual([0, 1])
    expect(tableIn(ada.session).room).toEqual(house.server.room(ada.code).state)
    expect(tableIn(ada.session).online).toEqual(['p1', 'p2'])
    expect(bo.client.name).toBe('Bo')
  })

  it('is made and answered, also while the server cannot be reached yet', async () => {
    const house = new House()
    house.network.state = 'down'
    const page = house.page()
    const made = outcome(page.client.createRoom({ game: 'race', private: true }))
    await house.pass(5_000)
    expect(made.value).toBe('waiting')
    house.network.state = 'steady'
    await house.pass(5_000)
    expect(made.value).toEqual({ ok: true, room: 'DESK22' })
  })

  it('is among the games that one has played, once its game is over', async () => {
    const { house, ada, bo } = await twoAt('race')
    ada.session.start()
    await house.pass(100)
    await finish(house, ada, bo)
    const [first, none] = [outcome(bo.client.myGames()), outcome(bo.client.myGames(1))]
    await house.pass(100)
    expect(first.value).toMatchObject({ ok: true, games: [{ room: ada.code, number: 1, game: 'race' }] })
    expect(none.value).toEqual({ ok: true, games: [] })
  })

  it('[BS16] that was begun anew under its name, while one was away for long, is shown as it is now', async () => {
    const house = new House()
    const code = house.server.makeNamed('~club', 'free-roll')
    const [ada] = await house.seat(code, 'Ada')
    if (!ada) throw new Error('somebody was to be seated')
    for (let rolls = 0; rolls < 5; rolls += 1) ada.session.move(ROLL)
    await house.pass(1_100)
    house.network.state = 'down'
    ada.cut()
    await house.pass(25 * 3_600_000)
    house.server.makeNamed('~club', 'free-roll', { dice: 2, sides: 6 })
    house.network.state = 'steady'
    await house.pass(10_000)
    const { room } = tableIn(ada.session)
    expect(room).toEqual(house.server.room(code).state)
    expect(room).toMatchObject({ options: { dice: 2 }, seats: [{ name: 'Ada' }] })
    expect(ada.session.dealWarnings.getState()).toEqual([])
  })

  it('that does not exist is refused, and so is what is asked of it', async () => {
    const house = new House()
    const session = openRoom(house.page().client, 'NOSUCH')
    const rolled = outcome(session.move(ROLL))
    await house.pass(100)
    expect(statusOf(session)).toMatchObject({ status: 'refused', error: { code: 'room_not_found' } })
    const refusal = { ok: false, error: { code: 'room_not_found' } }
    expect(rolled.value).toMatchObject(refusal)
    expect(await session.chat('hello?')).toMatchObject(refusal)
  })

  it('is watched, until one sits down', async () => {
    const { house, ada } = await twoAt('free-roll')
    const page = house.page()
    const session = openRoom(page.client, ada.code, { name: 'Cy', as: 'spectator' })
    await house.pass(100)
    expect(tableIn(session).seat).toBeNull()
    expect(tableIn(session).spectators).toBe(1)
    const sat = outcome(session.sit())
    await house.pass(100)
    expect(sat.value).toMatchObject({ ok: true, seat: 2 })
    expect(tableIn(session).seat).toBe(2)
    page.cut()
    await house.pass(1_000)
    expect(tableIn(session).seat).toBe(2)
  })

  it('[SE20] is seen from the seat that one is given, with the dice that are only for it', async () => {
    const { house, ada, bo } = await twoAt('liars-dice')
    const page = house.page()
    const session = openRoom(page.client, ada.code, { name: 'Cy', as: 'spectator' })
    ada.session.start()
    await house.pass(3_000)
    bo.session.leave()
    await house.pass(100)
    const hands = () => JSON.stringify(tableIn(session).room.view).match(/"hands":(\[.*?\]),"/)?.[1]
    expect(hands()).toBe('[null,null]')
    house.server.give(ada.code, 1, { player: 'p3', name: 'Cy' })
    await house.pass(100)
    expect(tableIn(session).seat).toBe(1)
    expect(hands()).toMatch(/^\[null,\[\d/)
    expect(house.server.room(ada.code).state.dealing.seals[1]?.seal).toMatch(/^[0-9a-f]{64}$/)
    page.cut()
    await house.pass(1_000)
    expect(tableIn(session).seat).toBe(1)
  })

  it('stays watched by who watched it before the connection was lost', async () => {
    const house = new House()
    const seven = await house.table('race', 'A', 'B', 'C', 'D', 'E', 'F', 'G')
    const [first, last] = [seven[0], seven[6]]
    if (!first || !last) throw new Error('seven were to come')
    expect(tableIn(last.session).seat).toBeNull()
    first.session.leave()
    await house.pass(100)
    last.cut()
    await house.pass(1_000)
    expect(tableIn(last.session).seat).toBeNull()
  })

  it('is watched by who comes back too late for the seat', async () => {
    const house = new House()
    const six = await house.table('race', 'A', 'B', 'C', 'D', 'E', 'F')
    const late = six[5]
    if (!late) throw new Error('six were to come')
    house.network.state = 'down'
    late.cut()
    house.server.giveUp(late.code, 'p6')
    house.network.state = 'steady'
    const other = house.page()
    openRoom(other.client, late.code, { name: 'G', as: 'player' })
    await house.pass(5_000)
    expect(statusOf(late.session).status).toBe('live')
    expect(tableIn(late.session).seat).toBeNull()
  })
})

describe('a move', () => {
  it('has been applied when it is answered', async () => {
    const { house, ada } = await twoAt('free-roll')
    house.network.loses = name => name === 'game_process'
    const rolled = outcome(
      ada.session.move(ROLL).then(answer => ({ answer, throws: tableIn(ada.session).throws })),
    )
    await house.pass(50)
    expect(rolled.value).toMatchObject({ answer: { ok: true }, throws: [{ seat: 0, when: 'now' }] })
  })

  it('says what its player saw, so that one that comes too late is refused', async () => {
    const { house, ada, bo } = await twoAt('race')
    ada.session.start()
    await house.pass(50)
    house.network.loses = name => name === 'game_process'
    const { room } = tableIn(ada.session)
    const [acting] = room.phase === 'playing' ? rulesOf(room).toAct(room.view) : []
    const [first, second] = acting === 0 ? [ada, bo] : [bo, ada]
    const rolled = outcome(first.session.move(ROLL))
    await house.pass(50)
    expect(rolled.value).toMatchObject({ ok: true })
    const late = outcome(second.session.move(ROLL))
    await house.pass(50)
    expect(late.value).toMatchObject({ ok: false, error: { code: 'stale' } })
  })

  it('whose answer is lost is sent again under the same id, and acts once', async () => {
    const { house, ada, bo } = await twoAt('free-roll')
    house.network.loses = name => name === 'move answer'
    const rolled = outcome(ada.session.move(ROLL))
    await house.pass(7_000)
    house.network.loses = () => false
    expect(rolled.value).toBe('waiting')
    await house.pass(1_500)
    expect(rolled.value).toMatchObject({ ok: true })
    const [first, second, ...more] = sent(house, 'move')
    expect(second).toEqual(first)
    expect(more).toEqual([])
    expect(tableIn(bo.session).room.view).toMatchObject({ throws: 1 })
  })

  it('waits for the connection, and keeps its place among the others', async () => {
    const { house, ada, bo } = await twoAt('free-roll')
    house.network.state = 'down'
    ada.cut()
    const answers = [ada.session.chat('one'), ada.session.move(ROLL), ada.session.chat('two')].map(outcome)
    await house.pass(10_000)
    expect(answers.map(({ value }) => value)).toEqual(['waiting', 'waiting', 'waiting'])
    house.network.state = 'steady'
    await house.pass(5_000)
    expect(answers.map(({ value }) => value)).toMatchObject([{ ok: true }, { ok: true }, { ok: true }])
    const said = tableIn(bo.session).feed.slice(-3)
    expect(said.map(({ event }) => ('text' in event ? event.text : event.type))).toEqual([
      'one',
      'rolled',
      'two',
    ])
  })

  it('that was done just before the server died is not done again', async () => {
    const { house, ada } = await twoAt('free-roll')
    house.network.loses = name => name.endsWith('answer') || name === 'game_process'
    const rolled = outcome(ada.session.move(ROLL))
    await house.pass(20)
    house.network.loses = () => false
    house.server.restart()
    await house.pass(2_000)
    expect(rolled.value).toMatchObject({ ok: true })
    expect(tableIn(ada.session).room.view).toMatchObject({ throws: 1 })
    expect(tableIn(ada.session).room).toEqual(house.server.room(ada.code).state)
  })
})

describe('a refusal', () => {
  it('that passes is waited out, in the order of what was asked', async () => {
    const { house, ada } = await twoAt('free-roll')
    house.server.trouble = refuse('rate_limited', 'Slowly, please.')
    const answers = [outcome(ada.session.chat('one'))]
    await house.pass(20)
    answers.push(outcome(ada.session.chat('two')))
    house.server.trouble = null
    await house.pass(3_000)
    expect(answers.map(({ value }) => value)).toMatchObject([{ ok: true }, { ok: true }])
    const texts = tableIn(ada.session).feed.flatMap(({ event }) => ('text' in event ? [event.text] : []))
    expect(texts).toEqual(['one', 'two'])
    expect(sent(house, 'chat')).toHaveLength(3)
  })

  it('that does not pass is told after a while', async () => {
    const { house, ada } = await twoAt('free-roll')
    house.server.trouble = refuse('storage_unavailable', 'The disk is full.')
    const said = outcome(ada.session.chat('one'))
    await house.pass(15_000)
    expect(said.value).toBe('waiting')
    await house.pass(15_000)
    expect(said.value).toEqual(house.server.trouble)
  })

  it('of what is wrong is told at once', async () => {
    const { house, bo } = await twoAt('race')
    const started = outcome(bo.session.start())
    await house.pass(20)
    expect(started.value).toMatchObject({ ok: false, error: { code: 'not_host' } })
  })
})

describe('a message that is lost', () => {
  it('shows in the next one, and is fetched', async () => {
    const { house, ada, bo } = await twoAt('free-roll')
    house.network.loses = name => name === 'game_process'
    ada.session.move(ROLL)
    await house.pass(50)
    house.network.loses = () => false
    ada.session.move(ROLL)
    await house.pass(50)
    expect(statusOf(bo.session).status).toBe('live')
    expect(tableIn(bo.session).room).toEqual(house.server.room(bo.code).state)
    expect(sent(house, 'sync')).toHaveLength(1)
  })

  it('shows in a heartbeat at the latest', async () => {
    const { house, ada, bo } = await twoAt('free-roll')
    house.network.loses = name => name === 'game_process'
    ada.session.move(ROLL)
    await house.pass(5_200)
    expect(tableIn(bo.session).room).toEqual(house.server.room(bo.code).state)
  })

  it('is asked for slowly where the server does not have it yet', async () => {
    const { house, bo } = await twoAt('free-roll')
    const { seq } = tableIn(bo.session).room
    bo.session.message({ name: 'heartbeat', body: { rooms: { [bo.code]: seq + 1 }, now: 0 } })
    await house.pass(10_000)
    expect(statusOf(bo.session).status).toBe('catching-up')
    expect(sent(house, 'sync').length).toBeLessThan(10)
  })
})

describe('a subscription that the server has lost', () => {
  it('is made again when something is missing', async () => {
    const { house, ada, bo } = await twoAt('free-roll')
    house.server.forgetSubscriptions()
    ada.session.move(ROLL)
    bo.session.message({
      name: 'heartbeat',
      body: { rooms: { [bo.code]: tableIn(bo.session).room.seq + 1 }, now: 0 },
    })
    await house.pass(100)
    expect(statusOf(bo.session).status).toBe('live')
    ada.session.move(ROLL)
    await house.pass(100)
    expect(tableIn(bo.session).room).toEqual(house.server.room(bo.code).state)
  })

  it('is made again by who finds it too quiet', async () => {
    const { house, ada, bo } = await twoAt('free-roll')
    house.server.forgetSubscriptions()
    house.network.loses = name => name === 'heartbeat'
    await house.pass(13_000)
    ada.session.move(ROLL)
    await house.pass(100)
    expect(tableIn(bo.session).room).toEqual(house.server.room(bo.code).state)
  })
})

describe('somebody else', () => {
  it('than before comes back, and is shown the room anew', async () => {
    const { house, ada } = await twoAt('free-roll')
    house.server.loseKey()
    house.server.restart()
    await house.pass(1_000)
    expect(tableIn(ada.session)).toMatchObject({ seat: 2 })
    expect(sent(house, 'join_room').slice(2)).toEqual([
      expect.objectContaining({ since: undefined }),
      expect.objectContaining({ since: undefined }),
    ])
  })
})

it('leaves nothing behind that runs on', async () => {
  const { house, ada, bo } = await twoAt('free-roll')
  house.network.loses = name => name === 'game_process' || name === 'move answer'
  ada.session.move(ROLL)
  bo.cut()
  bo.session.chat('later')
  await house.pass(1_000)
  bo.session.message({ name: 'heartbeat', body: { rooms: { [bo.code]: 99 }, now: 0 } })
  await house.pass(1_000)
  for (const { client } of [ada, bo]) client.close()
  await house.pass(100)
  // What is left is the server's own heartbeat.
  expect(house.clock.waiting).toBe(1)
})

describe('leaving', () => {
  it('gives the seat up, now or when the server can be reached again', async () => {
    const { house, ada, bo } = await twoAt('free-roll')
    house.network.state = 'down'
    ada.cut()
    ada.session.leave()
    ada.client.closeRoom(ada.session)
    await house.pass(5_000)
    house.network.state = 'steady'
    await house.pass(5_000)
    expect(statusOf(ada.session)).toEqual({ status: 'left' })
    expect(tableIn(bo.session).room.seats.map(holder => holder?.name)).toEqual([undefined, 'Bo'])
    expect(await ada.session.chat('still here?')).toMatchObject({ ok: false, error: { code: 'not_in_room' } })
  })

  it('is not what looking away is: the seat stays, its player is away', async () => {
    const { house, ada, bo } = await twoAt('free-roll')
    ada.client.closeRoom(ada.session)
    await house.pass(3_000)
    expect(house.network.attempts).toHaveLength(3)
    expect(tableIn(bo.session).room.seats).toHaveLength(2)
    expect(sent(house, 'join_room')).toHaveLength(2)
  })

  it('does not happen to who comes straight back, as React does while developing', async () => {
    const { house, ada } = await twoAt('free-roll')
    ada.client.closeRoom(ada.session)
    expect(openRoom(ada.client, ada.code)).toBe(ada.session)
    await house.pass(5_000)
    expect(statusOf(ada.session).status).toBe('live')
    expect(house.network.attempts).toHaveLength(2)
  })
})
