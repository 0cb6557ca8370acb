import { expect, it } from 'vitest'
import { FACES } from './orientation.ts'
import { pipLayers } from './pips.ts'

it('draws as many pips as the face is worth', () => {
  for (const face of FACES) expect(pipLayers(face).match(/var\(--pip\)/g)).toHaveLength(face)
})
