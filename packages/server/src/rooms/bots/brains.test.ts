import { gameOf } from '@diceroom/shared/games/registry.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Brains } from './brains.ts'
import type { Question } from './question.ts'

const race = gameOf('race')
const options = race.options.parse({})
const question: Question = {
  game: 'race',
  options,
  players: 2,
  view: race.setup([0, 1], options, 0),
  seat: 0,
  level: 'easy',
  seed: 7,
}

/** A thread that runs this in place of the bots. */
const thread = (script: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';${script}`)}`,
  )

describe('the thread of the bots', () => {
  let brains: Brains
  afterEach(() => brains.end())

  it('[BT7] is begun again where it ends, and who had asked is told', async () => {
    brains = new Brains(
      thread(`let asked = 0
        parentPort.on('message', ({ number, question }) => {
          if (question?.seed === 1) process.exit(1)
          if (question?.seed === 2) throw new Error('a bug')
          parentPort.postMessage({ number, move: question && { type: 'roll', asked: (asked += 1) } })
        })`),
    )
    const ask = (seed: number) => brains.move({ ...question, seed })
    expect(await ask(7)).toEqual({ type: 'roll', asked: 1 })
    await expect(ask(1)).rejects.toThrow('no answer')
    expect(await ask(7)).toEqual({ type: 'roll', asked: 1 })
    await expect(ask(2)).rejects.toThrow('no answer')
    expect(await ask(7)).toEqual({ type: 'roll', asked: 1 })
  })

  it('[BT7] tells what went wrong in one answer, and goes on', async () => {
    brains = new Brains(
      thread(`parentPort.on('message', ({ number, question }) =>
        parentPort.postMessage(question?.seed === 1 ? { number, error: 'lost' } : { number, move: null }))`),
    )
    const [failed, done] = await Promise.allSettled([
      brains.move({ ...question, seed: 1 }),
      brains.move(question),
    ])
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'a bot failed: lost' } })
    expect(done).toMatchObject({ status: 'fulfilled', value: null })
  })

  it('[BT7] is begun again where it hangs at its first question', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    brains = new Brains(
      thread(`parentPort.on('message', ({ number, question }) => {
        if (question?.seed === 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
        parentPort.postMessage({ number, move: question ? { type: 'roll' } : null })
      })`),
    )
    expect(await brains.move(question)).toEqual({ type: 'roll' })
    const hung = brains.move({ ...question, seed: 1 }).catch((error: Error) => error.cause)
    vi.advanceTimersByTime(60_000)
    expect(await hung).toMatchObject({ message: 'no answer in 60000 ms' })
    expect(await brains.move(question)).toEqual({ type: 'roll' })
    vi.useRealTimers()
  })

  /** Threads that answer with the tables they have made, and make those for nine players when they are told to. */
  const makers = () => {
    const gate = new BroadcastChannel('a table for nine')
    brains = new Brains(
      thread(`const tables = []
        const gate = new BroadcastChannel('a table for nine')
        parentPort.on('message', ({ number, table }) => {
          const made = () => {
            gate.onmessage = null
            if (table) tables.push(table.players)
            parentPort.postMessage({ number, move: { tables } })
          }
          if (table?.players === 9) {
            gate.onmessage = made
            gate.postMessage('begun')
          } else made()
        })`),
    )
    const begun = new Promise(resolve => {
      gate.onmessage = resolve
    })
    const make = () => {
      // And so from now on, in the other thread too.
      gate.onmessage = () => gate.postMessage('make')
      gate.postMessage('make')
    }
    return { begun, make, end: () => gate.close() }
  }
  const asking = (players: number) => brains.move({ ...question, players })

  it('[BT6] gets ready for a table once', async () => {
    const { end } = makers()
    for (const room of ['A', 'A', 'B']) brains.prepare(room, question)
    expect(await asking(2)).toEqual({ tables: [2] })
    brains.prepare('B', question)
    expect(await asking(3)).toEqual({ tables: [2, 3] })
    end()
  })

  it('[BT12] keeps no more than so many tables, those that are played at among them', async () => {
    const { begun, end } = makers()
    let most = 0
    await asking(2)
    for (let players = 10; players < 150; players += 1) {
      const { tables } = Object(await asking(players))
      expect(tables).toContain(players)
      expect(Object(await asking(2)).tables).toContain(2)
      most = Math.max(most, tables.length)
    }
    expect(most).toBeLessThanOrEqual(26)
    expect(Object(await asking(10)).tables).toContain(10)
    brains.prepare('A', { ...question, players: 9 })
    await begun
    expect(Object(await asking(2)).tables).toContain(2)
    end()
  })

  it('[BT12] answers all others while it gets ready for a table, and of each room hears the last wish alone', async () => {
    const { begun, make, end } = makers()
    expect(await asking(2)).toEqual({ tables: [2] })
    brains.prepare('A', { ...question, players: 9 })
    await begun
    // Somebody who goes through all there is to choose from, and somebody who went away.
    for (const players of [3, 4, 5, 6]) brains.prepare('A', { ...question, players })
    brains.prepare('B', { ...question, players: 7 })
    brains.forget('B')
    expect(await asking(2)).toEqual({ tables: [2] })
    const next = asking(8)
    make()
    expect(await next).toEqual({ tables: [2, 9, 8] })
    expect(await asking(6)).toEqual({ tables: [2, 9, 8, 6] })
    end()
  })
})
