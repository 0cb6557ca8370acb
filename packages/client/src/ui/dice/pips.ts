import type { Face } from './orientation.ts'

type Pip = readonly [x: number, y: number]

const NEAR = 19
const FAR = 81
const MIDDLE: Pip = [50, 50]
const DIAGONAL: readonly Pip[] = [
  [NEAR, NEAR],
  [FAR, FAR],
]
const CORNERS: readonly Pip[] = [...DIAGONAL, [FAR, NEAR], [NEAR, FAR]]

/** Where the pips of each face are, as CSS background positions in per cent. */
const PIPS: Record<Face, readonly Pip[]> = {
  1: [MIDDLE],
  2: DIAGONAL,
  3: [...DIAGONAL, MIDDLE],
  4: CORNERS,
  5: [...CORNERS, MIDDLE],
  6: [...CORNERS, [NEAR, 50], [FAR, 50]],
}

/** The layers of a CSS background that draw a face's pips; `--pip` and `--pip-rim` are the images of one. */
export function pipLayers(face: Face): string {
  const size = face === 1 ? 28 : 20.5
  return PIPS[face]
    .flatMap(([x, y]) => [
      `var(--pip) ${x}% ${y}% / ${size}% ${size}% no-repeat`,
      `var(--pip-rim) ${x + 1}% ${y + 1.4}% / ${size}% ${size}% no-repeat`,
    ])
    .join(', ')
}
