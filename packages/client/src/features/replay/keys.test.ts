import { expect, it } from 'vitest'
import { deedOf } from './keys.ts'

const bare = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false }

it.each([
  ['ArrowRight', 'forward'],
  ['ArrowLeft', 'back'],
  ['Home', 'first'],
  ['End', 'last'],
  [' ', 'toggle'],
  ['a', null],
])('does for the key %j: %s', (key, deed) => {
  expect(deedOf({ ...bare, key }, 'nothing')).toBe(deed)
})

it('leaves to a button what presses it, and to a field all keys', () => {
  expect(deedOf({ ...bare, key: ' ' }, 'button')).toBeNull()
  expect(deedOf({ ...bare, key: 'ArrowLeft' }, 'button')).toBe('back')
  expect(deedOf({ ...bare, key: 'ArrowLeft' }, 'field')).toBeNull()
})

it.each(['altKey', 'ctrlKey', 'metaKey', 'shiftKey'])('leaves keys with %s to the browser', held => {
  expect(deedOf({ ...bare, [held]: true, key: 'ArrowLeft' }, 'nothing')).toBeNull()
})
