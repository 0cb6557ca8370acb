import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextPage, pageThen } from './next-page.ts'

const HERE = 'https://dice.example'
const after = (next: string) => nextPage(`?next=${encodeURIComponent(next)}`, HERE)

it('[AP3] leads back to where one came from', () => {
  expect(after('/r/ABC234?as=x#talk')).toBe(`${HERE}/r/ABC234?as=x#talk`)
  expect(nextPage(`?${pageThen('/log-in', '/games').split('?')[1]}`, HERE)).toBe(`${HERE}/games`)
  expect(nextPage('', HERE)).toBe(`${HERE}/`)
})

it.each([
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'evil.example',
  'https:evil.example',
  '/log-in?next=/log-in',
  '//',
  '',
])('[AP3] leads to no other site: %j', next => {
  expect(after(next)).toBe(`${HERE}/`)
})

it('[AP3] gives an address of this site for anything at all', () => {
  const part = fc.constantFrom('/', '\\', '.', ':', '@', '?', '#', '%2f', '\t', 'evil.example', 'https', 'r')
  fc.assert(
    fc.property(fc.array(part), parts => {
      const led = after(parts.join(''))
      expect(led.startsWith(`${HERE}/`)).toBe(true)
      expect(new URL(led, HERE).origin).toBe(HERE)
    }),
  )
})
