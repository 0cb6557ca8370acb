import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openWires } from '../../testing/open-wires.ts'
import { RawSocket } from '../../testing/raw-socket.ts'
import { streamWire } from './stream.ts'

const messages = (count: number) => Array.from({ length: count }, (_, at) => `service message: ${at}`)

/** The server's end of a connection that only remembers. */
function listener() {
  const sent: string[] = []
  const closed: (number | undefined)[] = []
  return {
    sent,
    closed,
    isOpen: true,
    send: (data: string | Uint8Array) => sent.push(String(data)),
    write() {},
    close: (code?: number) => closed.push(code),
  }
}

const request = { path: '/ws/stream/', query: new URLSearchParams(), headers: {}, protocols: [], address: '' }

describe('the push stream', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('[OW10] sends ten messages, one every half second, and closes', () => {
    const connection = listener()
    const ear = streamWire().open(connection, request)
    vi.advanceTimersByTime(60_000)
    expect(connection.sent).toEqual([])
    ear.text('{}')
    expect(connection.sent).toEqual(messages(1))
    vi.advanceTimersByTime(499)
    expect(connection.sent).toEqual(messages(1))
    vi.advanceTimersByTime(1)
    expect(connection.sent).toEqual(messages(2))
    // Another frame does not begin anew.
    ear.text('{}')
    vi.advanceTimersByTime(3_999)
    expect([connection.sent, connection.closed]).toEqual([messages(9), []])
    vi.advanceTimersByTime(1)
    expect([connection.sent, connection.closed]).toEqual([messages(10), [1000]])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('[OW10] stops when the client leaves', () => {
    const connection = listener()
    const ear = streamWire().open(connection, request)
    ear.text('1')
    vi.advanceTimersByTime(1_200)
    ear.closed()
    expect(vi.getTimerCount()).toBe(0)
    expect(connection.sent).toEqual(messages(3))
  })
})

describe('the push stream on the wire', () => {
  it('[OW2] [OW10] [OW17] waits for a frame of JSON, at each of its addresses, and closes with 1000', async () => {
    const wires = await openWires([streamWire({ everyMs: 1 })])
    for (const path of ['/ws/stream/', '/test/', '/test']) {
      const socket = await RawSocket.open(wires.url, path)
      socket.say('go')
      expect(JSON.parse(await socket.hears())).toMatchObject({ error: { code: 'bad_request' } })
      socket.say('"go"')
      expect(await socket.closeCode()).toBe(1000)
      expect(socket.heard.slice(1)).toEqual(messages(10))
    }
    await wires.close()
  })
})
