import { refuse } from '@diceroom/shared/protocol/rejections.ts'
import { describe, expect, it } from 'vitest'
import { NotOpen, Refused } from './errors.ts'
import { program, readAll, seqs, soon, twoPrograms } from './testing/programs.ts'

/** Whole numbers from the first to the last. */
const numbers = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)

const DONE = { value: undefined, done: true }
const ROLL = { type: 'roll' } as const

describe('what a room tells', () => {
  it('[SD1] begins with how it stands, and goes on with each event once and in order', async () => {
    const { house, ada, bo } = await twoPrograms('free-roll')
    for (let roll = 0; roll < 5; roll += 1) await soon(house, bo.room.move(ROLL))
    const [first, ...events] = readAll(ada.room)
    if (first?.type !== 'standing') throw new Error('no standing')
    expect(first).toMatchObject({ missed: 0, state: { game: 'free-roll', seq: first.seq } })
    expect(seqs(events)).toEqual(numbers(first.seq + 1, ada.room.state.seq))
    expect(events.filter(({ type }) => type === 'rolled')).toHaveLength(5)
    expect(events.at(-1)).toMatchObject({ type: 'rolled', seat: 1 })
    expect(ada.room.state).toEqual(bo.room.state)
  })

  it('[SD1] has what was lost on the way, in its place', async () => {
    const { house, ada, bo } = await twoPrograms('free-roll')
    const known = ada.room.state.seq
    readAll(ada.room)
    house.network.loses = name => name === 'game_process'
    await soon(house, bo.room.move(ROLL))
    await soon(house, bo.room.move(ROLL))
    expect(ada.room.pending).toBe(0)
    house.network.loses = () => false
    await soon(house, bo.room.move(ROLL))
    expect(seqs(readAll(ada.room))).toEqual(numbers(known + 1, known + 3))
  })

  it('[SD1] goes on after a connection that was lost, with what happened meanwhile', async () => {
    const { house, ada, bo } = await twoPrograms('free-roll')
    const known = ada.room.state.seq
    readAll(ada.room)
    ada.cut()
    await soon(house, bo.room.move(ROLL))
    await house.pass(2_000)
    await soon(house, bo.room.move(ROLL))
    expect(ada.client.state).toBe('open')
    const events = readAll(ada.room)
    expect(events.filter(({ type }) => type === 'standing')).toEqual([])
    expect(seqs(events)).toEqual(numbers(known + 1, ada.room.state.seq))
    expect(events.filter(({ type }) => type === 'rolled')).toHaveLength(2)
  })

  it('[SD2] is how the room stands where too much was missed, and says how much', async () => {
    const { house, ada, bo } = await twoPrograms('free-roll')
    readAll(ada.room)
    const known = ada.room.state.seq
    ada.hush()
    for (let roll = 0; roll < 250; roll += 1) await soon(house, bo.room.move(ROLL), 10)
    ada.cut()
    await house.pass(2_000)
    const [standing, ...rest] = readAll(ada.room)
    if (standing?.type !== 'standing') throw new Error('no standing')
    expect(standing.missed).toBe(standing.seq - known)
    expect(standing.missed).toBeGreaterThanOrEqual(250)
    expect(seqs(rest)).toEqual(numbers(standing.seq + 1, ada.room.state.seq))
  })

  it('[SD2] never piles up: who reads too slowly gets how the room stands', async () => {
    const { house, ada, bo } = await twoPrograms('free-roll', { pendingMax: 10 })
    readAll(ada.room)
    for (let roll = 0; roll < 47; roll += 1) {
      await soon(house, bo.room.move(ROLL), 10)
      expect(ada.room.pending).toBeLessThanOrEqual(10)
    }
    const messages = readAll(ada.room)
    const [standing, ...rest] = messages
    if (standing?.type !== 'standing') throw new Error('no standing')
    expect(standing.missed + rest.length).toBe(47)
    expect(standing.state.seq).toBe(standing.seq)
    expect(seqs(rest)).toEqual(rest.map((_, at) => standing.seq + 1 + at))
    expect(ada.room.state.seq).toBe(messages.at(-1)?.seq)
  })

  it('[SD3] waits for the next message, and goes to whichever loop asked first', async () => {
    const { house, ada, bo } = await twoPrograms('free-roll')
    readAll(ada.room)
    const [first, second] = [ada.room.next(), ada.room.next()]
    await soon(house, bo.room.chat('one'))
    await soon(house, bo.room.chat('two'))
    expect((await second).value).toMatchObject({ type: 'chat', text: 'two' })
    expect((await first).value).toMatchObject({ type: 'chat', text: 'one' })
  })

  it('[SD4] ends for everybody who waits when the room is closed', async () => {
    const { house, ada } = await twoPrograms('free-roll')
    readAll(ada.room)
    const waiting = ada.room.next()
    const looped: string[] = []
    const loop = (async () => {
      for await (const { type } of ada.room) looped.push(type)
    })()
    await soon(house, ada.room.close())
    expect(await waiting).toEqual(DONE)
    await loop
    expect(looped).toEqual([])
  })

  it('[SD4] goes on after a loop that was left', async () => {
    const { house, ada, bo } = await twoPrograms('free-roll')
    for await (const { type } of ada.room) {
      expect(type).toBe('standing')
      break
    }
    await soon(house, bo.room.chat('still there?'))
    expect(readAll(ada.room).at(-1)).toMatchObject({ text: 'still there?' })
  })

  it('[SD8] ends with the refusal where the server does not let us back', async () => {
    const { house, ada, bo } = await twoPrograms('free-roll')
    readAll(ada.room)
    await soon(house, bo.room.chat('the last words'))
    ada.cut()
    house.server.trouble = refuse('room_damaged', 'It cannot be read.')
    await house.pass(2_000)
    expect((await ada.room.next()).value).toMatchObject({ type: 'chat' })
    await expect(ada.room.next()).rejects.toMatchObject({ name: 'Refused', code: 'room_damaged' })
    await expect(ada.room.chat('hello?')).rejects.toBeInstanceOf(Refused)
  })
})

describe('a room', () => {
  it('[SD8] that is not there is refused to whoever joins', async () => {
    const { house, ada } = await twoPrograms('free-roll')
    const refused = { name: 'Refused', code: 'room_not_found' }
    await expect(soon(house, ada.client.join('NOSUCH'))).rejects.toMatchObject(refused)
    await expect(soon(house, ada.client.join('NOSUCH'))).rejects.toBeInstanceOf(Refused)
  })

  it('is joined once, however its code is written, until it is closed', async () => {
    const { house, code, ada } = await twoPrograms('free-roll')
    expect(await ada.client.join(` ${code.toLowerCase()} `)).toBe(ada.room)
    const unanswered = ada.room.chat('bye')
    const closing = ada.room.close()
    const again = ada.client.join(code)
    expect(await soon(house, again)).not.toBe(ada.room)
    await Promise.all([unanswered, closing])
    expect((await again).seat).toBe(0)
    await expect(ada.room.chat('gone')).rejects.toBeInstanceOf(NotOpen)
  })

  it('[SD7] that is left gives the seat up, and is closed', async () => {
    const { house, ada, bo } = await twoPrograms('free-roll')
    await soon(house, ada.room.leave())
    expect(bo.room.state.seats[0]).toBeNull()
    readAll(ada.room)
    expect(await ada.room.next()).toEqual(DONE)
    await expect(ada.room.move(ROLL)).rejects.toMatchObject({ name: 'NotOpen', state: 'closed' })
  })

  it('tells who is there, who watches, and what may be done', async () => {
    const { house, code, ada } = await twoPrograms('race')
    const cy = program(house, { name: 'Cy' })
    await house.pass(100)
    const room = await soon(house, cy.client.join(code, { as: 'spectator' }))
    expect([room.seat, ada.room.seat]).toEqual([null, 0])
    expect(ada.room.view).toBeNull()
    await soon(house, ada.room.start())
    expect(room.state).toMatchObject({ game: 'race', phase: 'playing', view: { winner: null } })
    await expect(soon(house, room.move(ROLL))).rejects.toMatchObject({ name: 'Refused' })
    expect(room.warnings).toEqual([])
    await soon(house, room.close())
    await expect(room.legalMoves()).rejects.toBeInstanceOf(NotOpen)
  })
})
