import { gameOf } from '@diceroom/shared/games/registry.ts'
import { afterEach, describe, expect, it } from 'vitest'
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
          if (question.seed === 1) process.exit(1)
          if (question.seed === 2) throw new Error('a bug')
          parentPort.postMessage({ number, move: { type: 'roll', asked: (asked += 1) } })
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
        parentPort.postMessage(question.seed === 1 ? { number, error: 'lost' } : { number, move: null }))`),
    )
    const [failed, done] = await Promise.allSettled([
      brains.move({ ...question, seed: 1 }),
      brains.move(question),
    ])
    expect(failed).toMatchObject({ status: 'rejected', reason: { message: 'a bot failed: lost' } })
    expect(done).toMatchObject({ status: 'fulfilled', value: null })
  })

  it('[BT6] gets ready for a table once', async () => {
    brains = new Brains(
      thread(`let tables = 0
        parentPort.on('message', ({ number, table }) => {
          if (table) tables += 1
          parentPort.postMessage({ number, move: { tables } })
        })`),
    )
    brains.prepare(question)
    brains.prepare(question)
    brains.prepare({ ...question, players: 3 })
    expect(await brains.move(question)).toEqual({ tables: 2 })
  })
})
