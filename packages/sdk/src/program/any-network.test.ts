import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoomMessage } from './room-messages.ts'
import { readAll, readSome, soon, twoPrograms } from './testing/programs.ts'

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constantFrom('deliver' as const, 'deliver' as const, 'duplicate' as const, 'lose' as const),
      pick: fc.nat(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('ask' as const, 'cut' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('read' as const), count: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat({ max: 9_000 }) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** What one program reads of a room that another plays in, over a network that does what it likes. */
async function evening(pendingMax: number, steps: readonly Step[]) {
  const { house, ada, bo, code } = await twoPrograms('free-roll', { pendingMax })
  const read: RoomMessage[] = []
  const asked: Promise<unknown>[] = []
  house.network.state = 'wild'
  for (const step of steps) {
    if ('pick' in step) house.network.fate(step.do, step.pick)
    else if ('ms' in step) await house.pass(step.ms)
    else if ('count' in step) read.push(...readSome(ada.room, step.count))
    else if (step.do === 'cut') ada.cut()
    else asked.push(bo.room.move({ type: 'roll' }).catch(() => 'not sent'))
    expect(ada.room.pending).toBeLessThanOrEqual(pendingMax)
  }
  house.network.calm()
  await soon(house, Promise.all(asked), 90_000)
  return { read: [...read, ...readAll(ada.room)], room: house.server.room(code), ada }
}

describe('whatever the network does, and however a program reads', () => {
  it('[SD1] [SD2] it gets each event once and in order, or is told how many it does not get', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 30 }),
        fc.array(step, { maxLength: 60 }),
        async (max, steps) => {
          const { read, room, ada } = await evening(max, steps)
          let known: number | null = null
          for (const message of read) {
            if (message.type === 'standing') {
              if (known !== null) expect(message.seq - message.missed).toBe(known)
              expect(message.state.view).toEqual(room.stateAt(message.seq).view)
            } else {
              expect(message.seq).toBe((known ?? Number.NaN) + 1)
              expect(message.type).toBe(room.log[message.seq - 1]?.type)
            }
            known = message.seq
          }
          expect(known).toBe(room.state.seq)
          expect(ada.room.state.seq).toBe(room.state.seq)
        },
      ),
      { numRuns: 200 },
    )
  })
})
