import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PacedGroup } from './paced-group.ts'

/** Somebody who remembers the first letter of what they hear, and how many bytes it was. */
function member() {
  const heard: string[] = []
  let bytes = 0
  return {
    heard,
    get bytes() {
      return bytes
    },
    isOpen: true,
    send() {},
    write(frame: Buffer) {
      bytes += frame.length
      heard.push(frame.toString().slice(-1))
    },
    close() {},
  }
}

describe('a paced group', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('[OW25] tells a small group everything at once', () => {
    const group = new PacedGroup()
    const [ada, bo] = [member(), member()]
    group.join(ada)
    group.tell('a')
    group.join(bo)
    group.tell('b')
    group.leave(ada)
    group.tell('c')
    expect([ada.heard, bo.heard]).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('[OW25] takes its time in a large one, in order, and tells a newcomer nothing older', () => {
    const group = new PacedGroup()
    const crowd = Array.from({ length: 1000 }, member)
    for (const one of crowd) group.join(one)
    for (const letter of 'abcde') group.tell('x'.repeat(999) + letter)
    const newcomer = member()
    group.join(newcomer)
    group.tell('f')
    // A thousand bytes for each of a thousand: a megabyte, and 25 ms.
    expect(crowd[0]?.heard).toEqual(['a'])
    vi.advanceTimersByTime(30)
    expect(crowd[0]?.heard).toEqual(['a', 'b'])
    vi.advanceTimersByTime(200)
    expect(crowd.map(({ heard }) => heard.join(''))).toEqual(crowd.map(() => 'abcdef'))
    expect(newcomer.heard).toEqual(['f'])
  })

  it('[OW25] leaves out the oldest under a flood, and tells the newest', () => {
    const group = new PacedGroup()
    const crowd = Array.from({ length: 1000 }, member)
    for (const one of crowd) group.join(one)
    for (let at = 0; at < 5_000; at += 1) group.tell('x'.repeat(1_000))
    group.tell('z')
    vi.advanceTimersByTime(10_000)
    const [first] = crowd
    expect(first?.heard).toHaveLength(101)
    expect(first?.heard.at(-1)).toBe('z')
    expect(vi.getTimerCount()).toBe(0)
  })
})
