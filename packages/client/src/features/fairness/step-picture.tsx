import './step-picture.css'
import type { ReactNode } from 'react'
import { seatColour, seatShape } from '../../ui/seat-mark.tsx'
import { type SealLook, WaxSeal } from '../../ui/wax-seal.tsx'

/** What the words beside it say, for who likes to see it: 1 lock away, 2 seal, 3 mix, 4 check. */
export function StepPicture({ step }: { readonly step: 1 | 2 | 3 | 4 }) {
  return (
    <svg className="step-picture" viewBox="0 0 240 120" aria-hidden="true">
      {PICTURES[step]}
    </svg>
  )
}

interface EnvelopeProps {
  readonly x: number
  readonly y: number
  /** its width; it is two thirds as high */
  readonly width: number
  readonly mark: SealLook | { readonly seat: number }
}

function Envelope({ x, y, width, mark }: EnvelopeProps) {
  const height = (width * 2) / 3
  const size = width * 0.42
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className="step-picture-paper" width={width} height={height} rx="4" />
      <path className="step-picture-fold" d={`M2 3L${width / 2} ${height * 0.58}L${width - 2} 3`} />
      <g transform={`translate(${width / 2 - size / 2} ${height * 0.52 - size / 2})`}>
        {typeof mark === 'string' ? (
          <Wax look={mark} size={size} />
        ) : (
          <path d={seatShape(mark.seat)} fill={seatColour(mark.seat)} transform={`scale(${size / 24})`} />
        )}
      </g>
    </g>
  )
}

function Wax({ look, size }: { readonly look: SealLook; readonly size: number }) {
  return (
    <foreignObject width={size} height={size} style={{ overflow: 'visible' }}>
      <span style={{ display: 'block', width: size, height: size }} className="step-picture-wax">
        <WaxSeal look={look} />
      </span>
    </foreignObject>
  )
}

function FlatDie({ x, y, face }: { readonly x: number; readonly y: number; readonly face: 1 | 3 | 5 }) {
  const corners = [
    [9, 9],
    [25, 25],
    [25, 9],
    [9, 25],
  ].slice(0, face - 1)
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className="step-picture-die" width="34" height="34" rx="7" />
      <circle
        className={face === 1 ? 'step-picture-one' : 'step-picture-pip'}
        cx="17"
        cy="17"
        r={face === 1 ? 5 : 3.2}
      />
      {corners.map(([cx, cy]) => (
        <circle key={`${cx} ${cy}`} className="step-picture-pip" cx={cx} cy={cy} r="3.2" />
      ))}
    </g>
  )
}

const PICTURES: Record<1 | 2 | 3 | 4, ReactNode> = {
  1: (
    <>
      <Envelope x={30} y={26} width={102} mark="sealed" />
      <path className="step-picture-way" d="M140 60H164" />
      <rect className="step-picture-paper" x="172" y="36" width="52" height="48" rx="4" />
      <text x="179" y="52">
        3f9a c1
      </text>
      <text x="179" y="64">
        07be 44
      </text>
      <text x="179" y="76">
        d2…
      </text>
    </>
  ),
  2: (
    <>
      <Envelope x={8} y={40} width={66} mark={{ seat: 0 }} />
      <Envelope x={87} y={26} width={66} mark={{ seat: 1 }} />
      <Envelope x={166} y={40} width={66} mark={{ seat: 2 }} />
    </>
  ),
  3: (
    <>
      <Envelope x={8} y={8} width={48} mark="sealed" />
      <Envelope x={8} y={46} width={48} mark={{ seat: 0 }} />
      <Envelope x={8} y={84} width={48} mark={{ seat: 1 }} />
      <path className="step-picture-way" d="M62 24C80 26 84 46 96 54M62 62H96M62 100C80 98 84 76 96 68" />
      <rect className="step-picture-wood" x="100" y="34" width="52" height="54" rx="9" />
      <rect className="step-picture-box" x="105" y="39" width="42" height="44" rx="6" />
      <path
        className="step-picture-ink"
        style={{ stroke: 'var(--felt-ink)' }}
        d="M116 54c6-8 15-8 20 0m0-6v6h-6M136 68c-6 8-15 8-20 0m0 6v-6h6"
      />
      <path className="step-picture-way" d="M156 60H172" />
      <FlatDie x={180} y={22} face={5} />
      <FlatDie x={196} y={64} face={1} />
    </>
  ),
  4: (
    <>
      <path className="step-picture-paper" d="M18 50L62 18L106 50V100H18Z" />
      <rect className="step-picture-paper" x="30" y="30" width="64" height="46" rx="3" />
      <path className="step-picture-ink" d="M40 42H84M40 52H84M40 62H66" />
      <path className="step-picture-paper" d="M18 52L62 82L106 52V100H18Z" />
      <path className="step-picture-way" d="M116 62H138" />
      <FlatDie x={146} y={20} face={3} />
      <FlatDie x={146} y={66} face={5} />
      <g transform="translate(188 40)">
        <Wax look="checked" size={44} />
      </g>
    </>
  ),
}
