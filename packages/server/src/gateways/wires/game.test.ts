import { testHashes } from '@diceroom/shared/fairness/testing/hashes.ts'
import { verifyTranscript } from '@diceroom/shared/fairness/verify.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryStore } from '../../stores/memory.ts'
import { checkTranscript } from '../../testing/check-transcript.ts'
import { keepTranscript } from '../../testing/keep-transcript.ts'
import { RawSocket } from '../../testing/raw-socket.ts'
import { openTable, type Table } from '../../testing/table.ts'

const POSITION = expect.toSatisfy((position: unknown) => [1, 2, 3, 4, 5, 6].includes(Number(position)))
const BEGINS = { message: '游戏开始', gameStatus: 1, position: POSITION }

describe('the older dice game', () => {
  let table: Table
  beforeEach(async () => {
    table = await openTable({ CHAT_BURST: '100', RATE_LIMIT_BURST: '1000' })
  })
  afterEach(() => table.close())

  const open = (name: string) => RawSocket.open(table.url, `/ws/game/${encodeURIComponent(name)}/`)
  const status = async (name: string) =>
    (await RawSocket.knock(table.url, { path: `/ws/game/${encodeURIComponent(name)}/` })).status
  const heard = async (socket: RawSocket) => JSON.parse(await socket.hears())
  const transcriptOf = async (room: string) =>
    (await fetch(`${table.url}/api/rooms/${encodeURIComponent(room)}/transcript`)).json()

  it('[OW30] begins for the whole room whenever somebody comes', async () => {
    const ada = await open('lobby')
    expect(await heard(ada)).toEqual(BEGINS)
    const bo = await open('lobby')
    expect(await heard(bo)).toEqual(BEGINS)
    expect(await heard(ada)).toEqual(BEGINS)
  })

  it('[OW31] gives everybody a position for each message, and takes none', async () => {
    const ada = await open('lobby')
    await heard(ada)
    const bo = await open('lobby')
    await heard(bo)
    await heard(ada)
    for (const message of ['again', '', '再来', '\u202e\n"🎲"']) {
      ada.say(JSON.stringify({ message, gameStatus: 0, position: 9 }))
      expect(await heard(bo)).toEqual({ message, position: POSITION })
      expect(await heard(ada)).toEqual({ message, position: POSITION })
    }
  })

  it('[OW32] keeps rooms apart, whose names are told apart by every letter', async () => {
    const [ada, bo] = [await open('Room_1'), await open('room_1')]
    await Promise.all([heard(ada), heard(bo)])
    bo.say('{"message": "only here"}')
    ada.say('{"message": "here"}')
    expect(await heard(ada)).toMatchObject({ message: 'here' })
    expect(await heard(bo)).toMatchObject({ message: 'only here' })
  })

  it('[OW32] makes a room anew where the one of this name was closed, and was not removed after that', async () => {
    const store = memoryStore()
    const before = await openTable({}, { store })
    const first = await RawSocket.open(before.url, '/ws/game/lobby/')
    await heard(first)
    await before.close()
    const log = await store.read('~lobby', 0, 100)
    await store.append('~lobby', log.length, [
      { seq: log.length + 1, at: Date.now(), type: 'room_closed', reason: 'idle' },
    ])
    const after = await openTable({}, { store: { ...store, claim: async () => true } })
    const next = await RawSocket.open(after.url, '/ws/game/lobby/')
    expect(await heard(next)).toEqual(BEGINS)
    await after.close()
  })

  it('[OW32] is played in rooms with names of all scripts, and in no others', async () => {
    for (const name of ['房间', 'Öl_7', 'x'.repeat(64)]) await heard(await open(name))
    for (const name of ['x'.repeat(65), 'a-b', 'a b', 'a/b', 'é'.normalize('NFD')]) {
      expect(await status(name), name).toBe(404)
    }
  })

  it('[OW33] is a table that the page opens: each sees what the others roll', async () => {
    const plain = await open('club')
    await heard(plain)
    const ada = await table.connect()
    const joined = await ada.done('join_room', { room: '~club', name: 'Ada' })
    expect(joined).toMatchObject({ room: '~club', seat: 0 })
    expect(await heard(plain)).toEqual(BEGINS)
    await ada.done('move', { room: '~club', move: { type: 'roll', message: 'mine' } })
    const mine = await ada.until('game_process', ({ message }) => message === 'mine')
    expect(await heard(plain)).toEqual({ message: 'mine', position: mine.position })
    plain.say('{"message": "theirs"}')
    const theirs = await heard(plain)
    const seen = await ada.until('game_process', ({ message }) => message === 'theirs')
    expect(seen).toMatchObject({ position: theirs.position, dice: [theirs.position], gameStatus: 1 })
    expect(seen.events[0]).toMatchObject({ rolls: [{ who: 'v1', n: 0 }] })
    expect(seen.events[0]).not.toHaveProperty('seat')
  })

  it('[OW33] is a visit to a table that has that code, in any case', async () => {
    const ada = await table.connect()
    const { room } = await ada.done('create_room', { game: 'free-roll' })
    await ada.done('join_room', { room, name: 'Ada' })
    const plain = await open(room.toLowerCase())
    await heard(plain)
    plain.say('{"message": "hello"}')
    await ada.until('game_process', ({ message }) => message === 'hello')
    const seen = await (await fetch(`${table.url}/api/rooms/${room}`)).json()
    expect(seen).toMatchObject({ seats: [{ name: 'Ada' }], spectators: 1, visitors: 1 })
  })

  it('[OW34] is not played by visitors at other games, with other dice, or at private tables', async () => {
    const ada = await table.connect()
    const race = await ada.done('create_room', { game: 'race' })
    const twenty = await ada.done('create_room', { game: 'free-roll', options: { dice: 1, sides: 20 } })
    const hidden = await ada.done('create_room', { game: 'free-roll', private: true })
    for (const { room } of [race, twenty, hidden]) expect(await status(room)).toBe(403)
  })

  it.each([
    ['the host ends the game', 'end_game', {}],
    ['the table becomes private', 'set_room', { settings: { private: true } }],
    ['the dice get other sides', 'set_options', { options: { dice: 1, sides: 20 } }],
  ] as const)('[OW35] is over for visitors when %s', async (_, name, wish) => {
    const plain = await open('club')
    const { position } = await heard(plain)
    const ada = await table.connect()
    await ada.done('join_room', { room: '~club', name: 'Ada' })
    const last = await heard(plain)
    expect([position, last.position]).toEqual([POSITION, POSITION])
    await ada.done(name, { room: '~club', ...wish } as never)
    expect(await heard(plain)).toEqual({ message: '游戏结束', gameStatus: 0, position: last.position })
    expect(await plain.closeCode()).toBe(1000)
    const back = await ada.until('presence', ({ spectators }) => spectators === 0)
    expect(back.online).toHaveLength(1)
  })

  it('[OW35] begins again with who comes next', async () => {
    const ada = await table.connect()
    await heard(await open('club'))
    await ada.done('join_room', { room: '~club', name: 'Ada' })
    await ada.done('end_game', { room: '~club' })
    const plain = await open('club')
    expect(await heard(plain)).toEqual(BEGINS)
    plain.say('{"message": "on"}')
    expect(await heard(plain)).toEqual({ message: 'on', position: POSITION })
  })

  it('[TK3] counts what visitors say like all talk, and no roll without a word', async () => {
    const plain = await open('club')
    await heard(plain)
    for (let line = 0; line < 100; line += 1) {
      plain.say('{"message": "ha"}')
      if ((await heard(plain)).message !== 'ha') throw new Error(`line ${line} was refused`)
    }
    plain.say('{"message": "ha"}')
    expect(await heard(plain)).toMatchObject({ error: { code: 'rate_limited' } })
    plain.say('{"message": ""}')
    expect(await heard(plain)).toEqual({ message: '', position: POSITION })
  })

  it('[OW36] verifies like any other', async () => {
    const [ada, bo] = [await open('房间'), await open('房间')]
    for (let rolls = 0; rolls < 70; rolls += 1) {
      const one = rolls % 3 === 0 ? ada : bo
      one.say(JSON.stringify({ message: `${rolls}` }))
      for (let told = await heard(one); told.message !== `${rolls}`; ) told = await heard(one)
    }
    const browser = await table.connect()
    await browser.done('join_room', { room: '~房间', name: 'Cy' })
    await browser.done('end_game', { room: '~房间' })
    const transcript = await transcriptOf('~房间')
    expect(checkTranscript(transcript)).toMatchObject({ complaints: [], finished: true })
    expect(await verifyTranscript(transcript, { crypto: testHashes })).toMatchObject({ reason: null })
    keepTranscript('visitors', transcript)
  })
})
