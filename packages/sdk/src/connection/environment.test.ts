import { afterEach, describe, expect, it, vi } from 'vitest'
import { browserEnvironment } from './environment.ts'
import { randomFraction, randomId } from './random.ts'

afterEach(() => vi.unstubAllGlobals())

/** As much of a browser's storage as is used. */
function box() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    key: (at: number) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size
    },
  }
}

describe("the browser's storage", () => {
  it('keeps what it is given', () => {
    vi.stubGlobal('window', { localStorage: box() })
    const { storage } = browserEnvironment()
    storage.set('name', 'Ada')
    expect([storage.get('name'), storage.keys()]).toEqual(['Ada', ['name']])
    storage.delete('name')
    expect([storage.get('name'), storage.keys()]).toEqual([null, []])
  })

  it('lasts as long as the page where even looking at it throws', () => {
    vi.stubGlobal('window', {
      get localStorage() {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      },
    })
    const { storage } = browserEnvironment()
    storage.set('name', 'Ada')
    expect([storage.get('name'), storage.keys()]).toEqual(['Ada', ['name']])
    storage.delete('name')
    expect(storage.get('name')).toBeNull()
  })

  it('keeps what does not fit any more, in place of what was there', () => {
    const full = box()
    vi.stubGlobal('window', { localStorage: full })
    const { storage } = browserEnvironment()
    storage.set('name', 'Ada')
    full.setItem = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
    storage.set('name', 'Bo')
    expect([storage.get('name'), storage.keys()]).toEqual(['Bo', ['name']])
  })
})

describe('loading the page again', () => {
  it('happens once for each reason', () => {
    const reload = vi.fn()
    vi.stubGlobal('window', { sessionStorage: box(), location: { reload } })
    const { reloadOnce } = browserEnvironment()
    expect([reloadOnce('protocol 2'), reloadOnce('protocol 2'), reloadOnce('protocol 3')]).toEqual([
      true,
      false,
      true,
    ])
    expect(reload).toHaveBeenCalledTimes(2)
  })

  it('does not happen where nobody would remember that it did', () => {
    const reload = vi.fn()
    vi.stubGlobal('window', { sessionStorage: { ...box(), getItem: () => null }, location: { reload } })
    expect(browserEnvironment().reloadOnce('protocol 2')).toBe(false)
    expect(reload).not.toHaveBeenCalled()
  })
})

it('makes ids that fit on the wire, and fractions below 1, without what plain http has not', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  const ids = Array.from({ length: 100 }, randomId)
  expect(new Set(ids).size).toBe(100)
  expect(ids[0]).toMatch(/^[0-9a-f]{32}$/)
  for (const fraction of Array.from({ length: 100 }, randomFraction)) {
    expect(fraction).toBeGreaterThanOrEqual(0)
    expect(fraction).toBeLessThan(1)
  }
})
