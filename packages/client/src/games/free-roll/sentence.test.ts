import { expect, it } from 'vitest'
import { freeRollSentence } from './sentence.ts'
import { freeRollText } from './strings.ts'

const rolled = (faces: readonly number[], message?: string) =>
  freeRollSentence(
    {
      type: 'rolled',
      seat: 0,
      rolls: [{ deal: 1, who: '0', n: 0, count: faces.length, sides: 6, faces }],
      ...(message === undefined ? {} : { message }),
    },
    () => 'Ada',
  )

it('says the face of one die', () => {
  expect(rolled([4])).toEqual(freeRollText.said('rolled', { name: 'Ada', faces: '4' }))
})

it('adds up the faces of several dice', () => {
  expect(rolled([2, 6])).toEqual(freeRollText.said('rolledSum', { name: 'Ada', faces: '2 6', sum: 8 }))
})

it('begins with the sum where there are too many to read', () => {
  expect(rolled([1, 2, 3, 4, 5, 6, 6])?.key).toBe('rolledMany')
})

it('passes on what the player said to it', () => {
  expect(rolled([4], 'for luck')).toEqual(
    freeRollText.said('rolledWith', { name: 'Ada', faces: '4', text: 'for luck' }),
  )
})
