import { FakeClock } from '@diceroom/sdk/connection/testing/fake-environment.ts'
import { expect, it } from 'vitest'
import { AskingAgain } from './asking-again.ts'

function started({ answers = async () => {} }: { answers?: () => Promise<void> } = {}) {
  const clock = new FakeClock()
  const begin = clock.now()
  const asked: number[] = []
  const asking = new AskingAgain({
    clock,
    soon: 300,
    apart: () => 1_000,
    ask() {
      asked.push(clock.now() - begin)
      return answers()
    },
  })
  return { clock, asked, asking }
}

it('[LB9] many changes are one question, and the next comes a second later at the earliest', async () => {
  const { clock, asked, asking } = started()
  for (let change = 0; change < 50; change += 1) {
    asking.changed()
    await clock.pass(50)
  }
  await clock.pass(5_000)
  expect(asked).toEqual([300, 1_300, 2_300, 3_300])
})

it('what changes while an answer is under way is asked for after it', async () => {
  const answer = Promise.withResolvers<void>()
  const { clock, asked, asking } = started({ answers: () => answer.promise })
  asking.changed()
  await clock.pass(300)
  asking.changed()
  await clock.pass(3_000)
  expect(asked).toEqual([300])
  answer.resolve()
  await clock.pass(300)
  expect(asked).toEqual([300, 3_600])
})

it('[LB8] asks nothing after it was stopped', async () => {
  const { clock, asked, asking } = started()
  asking.changed()
  asking.stop()
  asking.changed()
  expect(clock.waiting).toBe(0)
  await clock.pass(5_000)
  expect(asked).toEqual([])
})
