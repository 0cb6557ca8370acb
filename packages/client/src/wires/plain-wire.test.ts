import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { browserWire } from './plain-wire.ts'

/** What a browser has whose owner or whose extension forbids WebSockets. */
class Forbidden {
  constructor() {
    throw new DOMException('not here', 'SecurityError')
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', { location: { href: 'https://dice.example/connection' } })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it.each([
  ['there are no WebSockets', undefined],
  ['they may not be made', Forbidden],
])('[LB5] where %s, a wire closes in a moment, and nothing throws', (_, socket) => {
  vi.stubGlobal('WebSocket', socket)
  const closed = vi.fn()
  const ear = { opened: vi.fn(), text: vi.fn(), closed }
  browserWire('/ws/', ear).send('lost')
  expect(closed).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(closed.mock.calls).toEqual([[1006]])
  browserWire('/ws/', ear).close()
  vi.runAllTimers()
  expect(closed).toHaveBeenCalledTimes(1)
  expect(ear.opened).not.toHaveBeenCalled()
})
