import { describe, expect, it } from 'vitest'
import { FakeWires } from '../../../wires/testing/fake-wires.ts'
import type { KeptLine } from './lobby-api.ts'
import { LobbyChat } from './lobby-chat.ts'

/** A lobby of which a test plays the server; `kept` is what it lists, `null` while it cannot be reached. */
function lobby() {
  const world = new FakeWires()
  const server: { kept: readonly KeptLine[] | null; asked: number } = { kept: [], asked: 0 }
  const chat = new LobbyChat({
    world,
    apart: () => 1_000,
    sayByHttp: async text => {
      if (server.kept === null) return 'not open'
      posted.push(text)
      return 'said'
    },
    lines: async () => {
      server.asked += 1
      return server.kept
    },
  })
  const posted: string[] = []
  const says = (text: string, name: string | null = null) => {
    const id = (server.kept?.at(-1)?.id ?? 0) + 1
    server.kept = [...(server.kept ?? []), { id, at: id * 1_000, text, name }]
    world.last.ear.text(JSON.stringify({ message: text }))
  }
  const read = () => chat.talk.getState().log.lines.map(({ text, by }) => [by, text])
  return { world, server, posted, chat, says, read, way: () => chat.talk.getState().way }
}

async function open() {
  const all = lobby()
  await all.world.clock.pass(0)
  all.world.last.ear.opened()
  return all
}

describe('the talk of the lobby', () => {
  it('[LB1] sends {"message"} and shows what comes back', async () => {
    const { world, chat, says, read } = await open()
    const said = chat.say('hello')
    expect(world.last.sent).toEqual(['{"message":"hello"}'])
    says('hello')
    expect([await said, read()]).toEqual(['said', [['you', 'hello']]])
  })

  it('[LB3] a line of an account has its name', async () => {
    const { world, says, read } = await open()
    says('hi', 'Bo')
    expect(read()).toEqual([['unknown', 'hi']])
    await world.clock.pass(1_000)
    expect(read()).toEqual([[{ name: 'Bo' }, 'hi']])
  })

  it('[LB5] what cannot be sent is given back with the reason', async () => {
    const { world, chat } = await open()
    expect(await chat.say('x'.repeat(501))).toBe('too_large')
    const refused = chat.say('again and again')
    const under = chat.say('on its way')
    world.last.ear.text('{"error":{"code":"rate_limited","message":"Slow down."}}')
    expect(await refused).toBe('rate_limited')
    world.last.breaks()
    expect([await under, await chat.say('too late')]).toEqual(['lost', 'not open'])
  })

  it('[LB5] a line that is quicker than the first connection waits for it', async () => {
    const { world, chat, says } = lobby()
    const said = [chat.say('first'), chat.say('second')]
    expect(world.last.sent).toEqual([])
    world.last.ear.opened()
    await world.clock.pass(0)
    expect(world.last.sent).toEqual(['{"message":"first"}', '{"message":"second"}'])
    says('first')
    says('second')
    expect(await Promise.all(said)).toEqual(['said', 'said'])
  })

  it('[LB5] where the first connection fails, the line is given back', async () => {
    const { world, chat } = lobby()
    const said = chat.say('too early')
    world.last.breaks()
    expect(await said).toBe('not open')
  })

  it('500 characters are 500, whatever they are made of', async () => {
    const { world, chat } = await open()
    void chat.say('🎲'.repeat(500))
    expect(world.last.sent).toHaveLength(1)
    expect(await chat.say('🎲'.repeat(501))).toBe('too_large')
  })

  it('[LB6] says that the connection is lost, heals, and then has every line once', async () => {
    const { world, server, says, read, way } = await open()
    says('before')
    world.last.breaks()
    expect(way()).toBe('lost')
    server.kept = [...(server.kept ?? []), { id: 2, at: 2_000, text: 'missed', name: null }]
    await world.clock.pass(500)
    world.last.ear.opened()
    says('after')
    await world.clock.pass(2_000)
    expect([way(), read().map(([, text]) => text)]).toEqual(['open', ['before', 'missed', 'after']])
  })

  it('[LB7] talks and reads where WebSockets are not let through, and says so', async () => {
    const { world, server, posted, chat, read, way } = lobby()
    world.last.breaks()
    await world.clock.pass(0)
    expect(way()).toBe('lost')
    server.kept = [{ id: 1, at: 1, text: 'hello', name: null }]
    await world.clock.pass(4_500)
    expect([way(), read()]).toEqual(['asking', [['guest', 'hello']]])
    expect([await chat.say('hi'), posted]).toEqual(['said', ['hi']])
    expect(read().at(-1)).toEqual(['you', 'hi'])
    server.kept = null
    world.last.breaks()
    await world.clock.pass(4_500)
    expect(way()).toBe('lost')
  })

  it('[LB9] looks at the list once a second at most, however much is said', async () => {
    const { world, server, says } = await open()
    await world.clock.pass(1_000)
    const before = server.asked
    for (let line = 0; line < 100; line += 1) {
      says('quick')
      await world.clock.pass(50)
    }
    expect(server.asked - before).toBeLessThanOrEqual(6)
  })

  it('[LB8] leaves no timer behind when it is closed', async () => {
    for (const before of ['connecting', 'open', 'lost'] as const) {
      const { world, chat } = lobby()
      if (before !== 'connecting') world.last.ear.opened()
      if (before === 'lost') world.last.breaks()
      chat.close()
      await world.clock.pass(0)
      expect([before, world.clock.waiting]).toEqual([before, 0])
    }
  })

  it('takes frames that it does not know for nothing', async () => {
    const { world, read } = await open()
    for (const frame of ['', '[]', '{', 'null', '{"message":7}']) world.last.ear.text(frame)
    expect(read()).toEqual([])
  })
})
