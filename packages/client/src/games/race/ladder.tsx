import { between, heading, type Link, middleOf, type Point } from './geometry.ts'

/** A wooden ladder from the square `from` up to the square `to`; drawn in a picture of ten by ten. */
export function Ladder({ from, to }: Link) {
  const foot = middleOf(from)
  const top = middleOf(to)
  const way = heading(foot, top)
  const rail = (side: 1 | -1): string => {
    const aside = { x: -way.y * 0.17 * side, y: way.x * 0.17 * side }
    const begin = moved(foot, aside, way, 0.12 - 0.3)
    const end = moved(top, aside, way, 0.3 - 0.12)
    return `M${point(begin)}L${point(end)}`
  }
  const count = Math.max(2, Math.round(way.length / 0.36))
  const rungs = Array.from({ length: count }, (_, index) => {
    const { x, y } = between(foot, top, (index + 0.5) / count)
    return `M${point({ x: x - way.y * 0.17, y: y + way.x * 0.17 })}L${point({ x: x + way.y * 0.17, y: y - way.x * 0.17 })}`
  }).join('')
  const rails = rail(1) + rail(-1)
  return (
    <g className="race-ladder">
      <path
        className="race-link-shadow"
        d={rails + rungs}
        transform="translate(0.07 0.09)"
        strokeWidth="0.12"
      />
      <path className="race-wood-dark" d={rungs} strokeWidth="0.115" />
      <path className="race-wood-lit" d={rungs} strokeWidth="0.065" />
      <path className="race-wood-dark" d={rails} strokeWidth="0.15" />
      <path className="race-wood" d={rails} strokeWidth="0.1" />
      <path className="race-wood-lit" d={rails} strokeWidth="0.03" transform="translate(-0.018 -0.018)" />
    </g>
  )
}

function moved(from: Point, aside: Point, along: Point, by: number): Point {
  return { x: from.x + aside.x + along.x * by, y: from.y + aside.y + along.y * by }
}

function point({ x, y }: Point): string {
  return `${x.toFixed(3)} ${y.toFixed(3)}`
}
