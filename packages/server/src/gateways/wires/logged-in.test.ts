import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RawSocket } from '../../testing/raw-socket.ts'
import { openTable, type Table } from '../../testing/table.ts'

describe('who is logged in', () => {
  let table: Table
  let cookie: string

  beforeEach(async () => {
    table = await openTable()
    const answer = await post('/api/account/sign-up', { name: 'Ada', password: 'four quiet otters' })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  })
  afterEach(() => table.close())

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${table.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: table.url, ...headers },
      body: JSON.stringify(body),
    })
  const json = async (path: string): Promise<unknown> => (await fetch(`${table.url}${path}`)).json()

  it('[OW4] [OW6] [OW9] is called by name: in presence, in the list of people, and above what was said', async () => {
    const presence = await RawSocket.open(table.url, '/ws/presence/', { cookie })
    expect(await presence.hears()).toBe('{"msg":"Ada Connected","online":1,"users":["Ada"]}')
    expect(await json('/api/people')).toEqual({
      online: 1,
      people: [{ name: 'Ada', account: true, table: null }],
    })
    const chat = await RawSocket.open(table.url, '/ws/chat/', { cookie })
    chat.say('{"message":"hello"}')
    expect(await chat.hears()).toBe('{"message":"hello"}')
    expect(await json('/api/lobby/chat')).toMatchObject({ lines: [{ text: 'hello', name: 'Ada' }] })
  })

  it('[OW24] is cut off when the log-in ends, and everybody else is told', async () => {
    const other = await RawSocket.open(table.url, '/ws/presence/')
    const ada = await Promise.all(
      ['/ws/presence/', '/ws/chat/'].map(path => RawSocket.open(table.url, path, { cookie })),
    )
    expect((await post('/api/account/log-out', {}, { cookie })).status).toBe(200)
    for (const socket of ada) expect(await socket.closeCode()).toBe(4401)
    await other.heardTimes(3)
    expect(other.heard.at(-1)).toBe('{"msg":"Ada Disconnected","online":1,"users":["AnonymousUser"]}')
    const again = await RawSocket.open(table.url, '/ws/presence/', { cookie })
    expect(await again.hears()).toMatch('"msg":"AnonymousUser Connected","online":2')
  })
})
