import { SeatBadge } from '../seat-mark.tsx'
import { Cube, CubeShadow } from './cube.tsx'
import { faceOf } from './orientation.ts'
import type { Lying } from './scatter.ts'
import { Token, TokenShadow, type TokenSides } from './token.tsx'

export type DieSides = 6 | TokenSides

interface DieProps {
  readonly sides: DieSides
  readonly value: number
  /** the seat whose die it is, where that is to be told */
  readonly owner?: number | undefined
  readonly lying: Lying
  /** the edge in pixels */
  readonly edge: number
}

/** A die where it lies. Its parts are marked with `data-part` for the animation of a throw: place, shadow, height. */
export function Die({ sides, value, owner, lying, edge }: DieProps) {
  const box = { left: lying.x - edge / 2, top: lying.y - edge / 2, width: edge, height: edge }
  return (
    <span className="die" style={box} data-part="place" data-value={value}>
      <span className="die-part die-shadow" data-part="shadow">
        {sides === 6 ? <CubeShadow yaw={lying.yaw} edge={edge} /> : <TokenShadow />}
      </span>
      <span className="die-part" data-part="height">
        {sides === 6 ? (
          <Cube top={faceOf(value)} yaw={lying.yaw} edge={edge} />
        ) : (
          <span className="die-part die-token cube-tumble" style={{ rotate: `${tokenTurn(lying.yaw)}deg` }}>
            <Token sides={sides} value={value} />
          </span>
        )}
      </span>
      {owner !== undefined && (
        <span className="die-owner">
          <SeatBadge seat={owner} />
        </span>
      )}
    </span>
  )
}

/** A number is read upright, so a token lies only a little askew. */
function tokenTurn(yaw: number): number {
  return Math.round(((yaw % 90) - 45) * 0.35)
}

const DRAWN: readonly DieSides[] = [4, 6, 8, 10, 12, 20, 100]

/** The kind of die that is drawn for so many sides; any number can be read on the last one. */
export function dieSides(sides: number): DieSides {
  return DRAWN.find(drawn => drawn === sides) ?? 100
}
