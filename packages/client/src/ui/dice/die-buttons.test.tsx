import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { DieButtons } from './die-buttons.tsx'
import type { Placed } from './throw.tsx'

const die = (index: number, value: number): Placed => ({
  index,
  value,
  last: 'thrown',
  lying: { x: 80 * index + 40, y: 60, yaw: 20 },
  slot: undefined,
  look: 'plain',
  hold: 'free',
})

const buttons = (chosen: readonly number[], may: (index: number) => boolean) => {
  const pick = { chosen, may, onToggle: () => {}, label: (_: number, face: number) => `a ${face}` }
  const markup = renderToStaticMarkup(
    <DieButtons dice={[die(0, 1), die(1, 4), die(2, 5)]} edge={30} pick={pick} />,
  )
  return [...markup.matchAll(/<button ([^>]*)>/g)].map(([, attributes = '']) => attributes)
}

it('[PG102] makes a button of each die that may be chosen, which says what it shows', () => {
  const found = buttons([2], index => index !== 1)
  expect(found).toHaveLength(2)
  expect(found[0]).toMatch(/aria-pressed="false".*aria-label="a 1"/)
  expect(found[1]).toMatch(/aria-pressed="true".*aria-label="a 5"/)
})

it('[PG102] keeps what is chosen in its place where it may not be given back now', () => {
  const found = buttons([2], () => false)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/aria-pressed="true" aria-disabled="true"/)
})

it('is as large as a finger, however small the dice are', () => {
  expect(buttons([], () => true)[0]).toContain('width:48px;height:48px')
})
