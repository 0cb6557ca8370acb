import { expect, it } from 'vitest'
import { GroupCommit } from './group-commit.ts'

const counting = () => {
  const sizes: number[] = []
  const group = new GroupCommit<void>(batch => {
    sizes.push(batch.length)
    return batch.map(work => work())
  })
  return { group, sizes }
}

const unlucky = () => {
  throw new Error('unlucky')
}

it('[ST11] commits what came in one turn of the event loop at one stroke, each with its own outcome', async () => {
  const { group, sizes } = counting()
  expect(await Promise.all([1, 2, 3].map(n => group.add(() => n * 2)))).toEqual([2, 4, 6])
  expect(await group.add(() => 'alone')).toBe('alone')
  expect(sizes).toEqual([3, 1])
})

it('fails what was in a batch that failed, and nothing after it', async () => {
  const { group } = counting()
  const outcomes = await Promise.allSettled([group.add(() => 1), group.add(unlucky)])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await group.add(() => 5)).toBe(5)
})

it('does at once what waits when it is flushed', async () => {
  const { group, sizes } = counting()
  const added = group.add(() => 7)
  group.flush()
  expect(sizes).toEqual([1])
  expect(await added).toBe(7)
})
