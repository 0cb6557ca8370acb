import { expect, it } from 'vitest'
import { GroupCommit } from './group-commit.ts'

const doubling = () => {
  const batches: (readonly number[])[] = []
  const group = new GroupCommit((batch: readonly number[]) => {
    batches.push(batch)
    if (batch.includes(13)) throw new Error('unlucky')
    return batch.map(work => work * 2)
  })
  return { group, batches }
}

it('[ST11] commits what came in one turn of the event loop at one stroke, each with its own outcome', async () => {
  const { group, batches } = doubling()
  expect(await Promise.all([group.add(1), group.add(2), group.add(3)])).toEqual([2, 4, 6])
  expect(await group.add(4)).toBe(8)
  expect(batches).toEqual([[1, 2, 3], [4]])
})

it('fails what was in a batch that failed, and nothing after it', async () => {
  const { group } = doubling()
  const outcomes = await Promise.allSettled([group.add(1), group.add(13)])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await group.add(5)).toBe(10)
})

it('does at once what waits when it is flushed', async () => {
  const { group, batches } = doubling()
  const added = group.add(7)
  group.flush()
  expect(batches).toEqual([[7]])
  expect(await added).toBe(14)
})
