import { type Link, type Point, slideCurve } from './geometry.ts'

interface SlideProps extends Link {
  /** one of three enamels */
  readonly enamel: 1 | 2 | 3
}

/** A slide from the square `from` down to the square `to`: a trough with raised edges; drawn in a picture of ten by ten. */
export function Slide({ from, to, enamel }: SlideProps) {
  const curve = slideCurve({ from, to })
  const [start, lean, counterLean, end] = curve.map(text)
  const path = `M${start}C${lean} ${counterLean} ${end}`
  const [top, , , foot] = curve
  return (
    <g className={`race-slide race-slide-${enamel}`}>
      <path className="race-link-shadow" d={path} transform="translate(0.07 0.1)" strokeWidth="0.36" />
      <path className="race-slide-dark" d={path} strokeWidth="0.38" />
      <path className="race-slide-lit" d={path} strokeWidth="0.32" />
      <path className="race-slide-trough" d={path} strokeWidth="0.2" />
      <path className="race-slide-shine" d={path} strokeWidth="0.035" transform="translate(-0.055 -0.02)" />
      <Platform {...top} />
      <ellipse className="race-slide-foot" cx={foot.x} cy={foot.y} rx="0.1" ry="0.1" />
    </g>
  )
}

function Platform({ x, y }: Point) {
  return (
    <>
      <circle className="race-slide-dark-fill" cx={x} cy={y} r="0.265" />
      <circle className="race-slide-lit-fill" cx={x} cy={y} r="0.23" />
      <circle className="race-slide-trough-fill" cx={x} cy={y} r="0.13" />
    </>
  )
}

function text({ x, y }: Point): string {
  return `${x.toFixed(3)} ${y.toFixed(3)}`
}
