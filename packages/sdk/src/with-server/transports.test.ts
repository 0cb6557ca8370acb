import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTable, type Table } from '@diceroom/server/src/testing/table.ts'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ConnectOptions, connect, type DiceClient, memoryStorage, type Room } from '../index.ts'

const folder = mkdtempSync(join(tmpdir(), 'diceroom-sdk-'))
let table: Table
const clients: DiceClient[] = []

beforeEach(async () => {
  table = await openTable()
})

afterEach(async () => {
  await Promise.all(clients.splice(0).map(client => client.close({ within: 0 })))
  await table.close()
})

/** On a machine that is busy with other things too. */
const PATIENT = { timeout: 30_000 }

/** When a client is not open any more. */
const lost = (client: DiceClient): Promise<void> =>
  new Promise(resolve => {
    client.onState(state => state !== 'open' && resolve())
    if (client.state !== 'open') resolve()
  })

afterAll(() => rmSync(folder, { recursive: true }))

describe.each(['socket.io', 'websocket'] as const)('over %s', transport => {
  const program = (options: ConnectOptions = {}): DiceClient => {
    const client = connect({ url: table.url, transport, ...options })
    clients.push(client)
    return client
  }

  /** Two programs in a new room. */
  async function twoAt(game: 'race' | 'free-roll'): Promise<{ ada: Room; bo: Room; code: string }> {
    const [a, b] = [program({ name: 'Ada', whenNotOpen: 'wait' }), program({ name: 'Bo' })]
    const code = await a.createRoom({ game, private: true })
    const ada = await a.join(code)
    await b.ready()
    return { ada, bo: await b.join(code), code }
  }

  it('[SD1] [SD10] two play a race to its end, and their seeds are in its dice', async () => {
    const { ada, bo } = await twoAt('race')
    const seeds: unknown[] = []
    const play = async (room: Room) => {
      let seq: number | null = null
      for await (const message of room) {
        expect(message.seq).toBe(seq === null ? message.seq : seq + 1)
        seq = message.seq
        if (message.type === 'deal_ready') seeds.push([Object.keys(message.seeds), message.missing])
        if (message.type === 'game_over') return message.outcome.places
        const { state } = room
        const isMine = state.game === 'race' && state.view?.turn === room.seat && state.seq === seq
        if (isMine && state.phase === 'playing')
          for (const move of await room.legalMoves()) await room.move(move)
      }
      throw new Error('no end')
    }
    await ada.start()
    const [places, same] = await Promise.all([play(ada), play(bo)])
    expect(same).toEqual(places)
    expect(seeds).toEqual(seeds.map(() => [['0', '1'], []]))
    expect(seeds.length).toBeGreaterThanOrEqual(2)
    expect([ada.warnings, bo.warnings]).toEqual([[], []])
  })

  it('[SD5] [SD6] fails what is asked before it is open, while it closes and after', async () => {
    const client = program()
    const wish = { game: 'free-roll' } as const
    expect(client.state).toBe('connecting')
    await expect(client.createRoom(wish)).rejects.toMatchObject({ name: 'NotOpen', state: 'connecting' })
    await client.ready()
    expect(client.state).toBe('open')
    const room = await client.join(await client.createRoom(wish))
    const [said, closed] = [room.chat('bye'), client.close()]
    expect(client.state).toBe('closing')
    await expect(room.chat('late')).rejects.toMatchObject({ name: 'NotOpen', state: 'closing' })
    expect((await said).seq).toBe(room.state.seq)
    await closed
    await expect(room.chat('later')).rejects.toMatchObject({ name: 'NotOpen', state: 'closed' })
    expect(await room.next()).toEqual({ done: true, value: undefined })
  })

  it('[SD1] [SD7] goes on when the server is started again, and does once what was asked meanwhile', async () => {
    await table.close()
    const env = { DATABASE_URL: join(folder, `${transport}.db`) }
    table = await openTable(env)
    const { ada, bo } = await twoAt('free-roll')
    const asked = [ada.chat('one'), ada.chat('two')]
    await table.close()
    await Promise.all(clients.map(lost))
    await expect(bo.chat('lost')).rejects.toMatchObject({ name: 'NotOpen', state: 'connecting' })
    asked.push(ada.chat('three'))
    table = await openTable({ ...env, PORT: new URL(table.url).port })
    await Promise.all(asked)
    const talk: string[] = []
    for await (const message of bo) {
      if (message.type === 'chat') talk.push(message.text)
      if (talk.length === 3) break
    }
    expect(talk).toEqual(['one', 'two', 'three'])
  })

  it('[SD6] throws at once where nothing can be connected to', () => {
    for (const url of ['', 'localhost:3000', 'ftp://localhost', '/r/DESK22']) {
      expect(() => program({ url })).toThrow('url: where the server is')
    }
  })

  it('[SD8] tells a refusal by its code', async () => {
    const { ada, bo } = await twoAt('race')
    await expect(bo.start()).rejects.toMatchObject({ name: 'Refused', code: 'not_host' })
    await expect(ada.move({ type: 'roll' })).rejects.toMatchObject({ name: 'Refused', code: 'not_playing' })
    const [client] = clients
    await expect(client?.join('NOSUCH')).rejects.toMatchObject({ name: 'Refused', code: 'room_not_found' })
  })

  it('[SD4] leaves the seat of who closes a room, and does not watch it any more', async () => {
    const { ada, bo, code } = await twoAt('race')
    const client = program()
    await client.ready()
    const watching = await client.join(code, { as: 'spectator' })
    await expect.poll(() => ada.spectators, PATIENT).toBe(1)
    await Promise.all([watching.close(), bo.close()])
    await expect.poll(() => ada.spectators, PATIENT).toBe(0)
    expect(ada.state.seats[1]).toMatchObject({ name: 'Bo' })
    expect((await clients[1]?.join(code))?.seat).toBe(1)
  })

  it('[SD9] is who the token says, and nobody at all with a wrong one', async () => {
    const first = program()
    await first.ready()
    const token = first.token ?? ''
    const second = program({ token, storage: memoryStorage() })
    await second.ready()
    expect(second.player?.id).toBe(first.player?.id)
    const nobody = program({ token: `${token}x` })
    await expect(nobody.ready()).rejects.toMatchObject({ name: 'Refused', code: 'bad_token' })
    expect([nobody.state, nobody.player]).toEqual(['closed', null])
  })

  it('[SD13] refuses what is too large, and stays open', async () => {
    const { ada } = await twoAt('free-roll')
    await expect(ada.chat('x'.repeat(70_000))).rejects.toMatchObject({ code: 'too_large' })
    await expect(ada.chat('x'.repeat(60_000))).rejects.toMatchObject({ code: 'bad_request' })
    expect((await ada.chat('x')).seq).toBeGreaterThan(0)
  })
})
