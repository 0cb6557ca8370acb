import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { webSocketTransport } from './web-socket.ts'

class Forbidden {
  constructor() {
    throw new DOMException('not here', 'SecurityError')
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('WebSocket', Forbidden)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const ear = () => ({ message: vi.fn(), alive: vi.fn(), travels: vi.fn(), lost: vi.fn() })

it('a socket that cannot be made is a connection that is lost at once, and nothing throws', () => {
  const [heard, silent] = [ear(), ear()]
  const transport = webSocketTransport('https://dice.example')
  transport.open(null, heard)
  transport.open(null, silent).close()
  expect(heard.lost).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(heard.lost.mock.calls).toEqual([[{ kind: 'broken' }]])
  expect(silent.lost).not.toHaveBeenCalled()
})
