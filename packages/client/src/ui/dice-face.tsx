interface DiceFaceProps {
  /** what it shows, from 1 to 6 */
  readonly face: number
  /** the edge, in the units of the picture that it stands in */
  readonly edge: number
  readonly x?: number
  readonly y?: number
  /** degrees */
  readonly turn?: number
}

const NEAR = 25
const FAR = 75
const DIAGONAL = [
  [NEAR, NEAR],
  [FAR, FAR],
] as const
const CORNERS = [...DIAGONAL, [FAR, NEAR], [NEAR, FAR]] as const

/** Where the pips of each face are, in per cent. */
const PIPS: Readonly<Record<number, readonly (readonly [x: number, y: number])[]>> = {
  1: [[50, 50]],
  2: DIAGONAL,
  3: [...DIAGONAL, [50, 50]],
  4: CORNERS,
  5: [...CORNERS, [50, 50]],
  6: [...CORNERS, [NEAR, 50], [FAR, 50]],
}

/** A die from above, flat, as part of a drawing: for pictures and examples. */
export function DiceFace({ face, edge, x = 0, y = 0, turn = 0 }: DiceFaceProps) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn}) scale(${edge / 100}) translate(-50 -50)`}>
      <rect x="2" y="9" width="96" height="93" rx="20" fill="var(--die-shaded)" />
      <rect x="2" y="0" width="96" height="96" rx="20" fill="var(--die-top)" />
      {PIPS[face]?.map(([cx, cy]) => (
        <circle
          key={`${cx} ${cy}`}
          cx={cx}
          cy={cy - 2}
          r={face === 1 ? 14 : 10}
          fill={face === 1 ? 'var(--die-one)' : 'var(--die-pip)'}
        />
      ))}
    </g>
  )
}
