import { beforeEach, describe, expect, it } from 'vitest'
import { MessageQueue } from './message-queue.ts'

let queue: MessageQueue<string>

beforeEach(() => {
  queue = new MessageQueue()
})

const read = (value: string) => ({ value, done: false })
const DONE = { value: undefined, done: true }

describe('messages that wait', () => {
  it('[SD3] are counted, and read in their order, by waiting or not', async () => {
    queue.push('a')
    queue.push('b')
    queue.push('c')
    expect(queue.pending).toBe(3)
    expect(await queue.next()).toEqual(read('a'))
    expect(queue.poll()).toBe('b')
    expect(queue.pending).toBe(1)
    expect(await queue.next()).toEqual(read('c'))
    expect([queue.pending, queue.poll()]).toEqual([0, undefined])
  })

  it('[SD3] go to one reader each, to whoever asked first', async () => {
    const first = queue.next()
    const second = queue.next()
    queue.push('a')
    queue.push('b')
    queue.push('c')
    expect(queue.pending).toBe(1)
    expect(await Promise.all([second, first])).toEqual([read('b'), read('a')])
    expect(queue.poll()).toBe('c')
  })

  it('[SD4] are gone when it is closed, and everybody who waits is told', async () => {
    const waiting = [queue.next(), queue.next()]
    queue.close()
    expect(await Promise.all(waiting)).toEqual([DONE, DONE])
    queue.push('late')
    expect([queue.pending, queue.poll()]).toEqual([0, undefined])
    expect(await queue.next()).toEqual(DONE)
  })

  it('[SD4] that were not read are forgotten by closing', async () => {
    queue.push('a')
    queue.close()
    expect([queue.pending, await queue.next()]).toEqual([0, DONE])
  })

  it('[SD8] are still read after a failure, and then it is told to everybody', async () => {
    queue.push('a')
    queue.fail(new Error('refused'))
    queue.close()
    expect(await queue.next()).toEqual(read('a'))
    await expect(queue.next()).rejects.toThrow('refused')
    expect(() => queue.poll()).toThrow('refused')
  })

  it('[SD8] and those who wait for them are told of a failure', async () => {
    const waiting = Promise.allSettled([queue.next(), queue.next()])
    queue.fail(new Error('refused'))
    expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})
