import { expect, it } from 'vitest'
import { shownText } from './shown-text.ts'

it('[LB4] shows any text as one line in which nothing reaches out', () => {
  expect(shownText('<b>hi</b> & 你好 👋🏽')).toBe('<b>hi</b> & 你好 👋🏽')
  expect(shownText(' many\n\n\nlines\u2028here\t')).toBe('many lines here')
  expect(shownText('a\u202eb\u0000c\u0007\ud800')).toBe('a�b�c��')
})

it('[LB4] shows no line in which there is nothing to see', () => {
  for (const text of ['', ' \n ', '\u200b\u200d', '\u2800']) expect(shownText(text)).toBeNull()
})
