import type { CSSProperties } from 'react'
import { SeatBadge } from '../seat-mark.tsx'
import { Cube, CubeShadow } from './cube.tsx'
import { faceOf } from './orientation.ts'
import { nearestTurn, type Slot } from './rail.ts'
import type { Lying } from './scatter.ts'
import { Token, TokenShadow, type TokenSides } from './token.tsx'

export type DieSides = 6 | TokenSides

interface DieProps {
  readonly sides: DieSides
  readonly value: number
  /** the seat whose die it is, where that is to be told */
  readonly owner?: number | undefined
  /** where it lies on the felt, and goes back to from the rail */
  readonly lying: Lying
  /** where it lies on the rail, if it does */
  readonly slot?: Slot | undefined
  /** the edge in pixels, on the felt */
  readonly edge: number
  readonly look?: 'plain' | 'marked' | 'dull' | undefined
}

/** A die where it lies. Its parts are marked with `data-part` for the animation of a throw: place, shadow, height. */
export function Die({ sides, value, owner, lying, slot, edge, look = 'plain' }: DieProps) {
  const box = { left: lying.x - edge / 2, top: lying.y - edge / 2, width: edge, height: edge }
  const yaw = slot ? nearestTurn(slot.yaw, lying.yaw) : lying.yaw
  return (
    <span
      className={`die die-${look}`}
      style={slot ? { ...box, ...slid(lying, slot, edge) } : box}
      data-part="place"
      data-value={value}
    >
      {look === 'marked' && <span className="die-ring" />}
      <span className="die-part die-shadow" data-part="shadow">
        {sides === 6 ? <CubeShadow yaw={yaw} edge={edge} /> : <TokenShadow />}
      </span>
      <span className="die-part" data-part="height">
        {sides === 6 ? (
          <Cube top={faceOf(value)} yaw={yaw} edge={edge} />
        ) : (
          <span className="die-part die-token cube-tumble" style={{ rotate: `${tokenTurn(yaw)}deg` }}>
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

/** From the felt to the rail. */
function slid(lying: Lying, slot: Slot, edge: number): CSSProperties {
  const px = (value: number) => `${value.toFixed(1)}px`
  return { translate: `${px(slot.x - lying.x)} ${px(slot.y - lying.y)}`, scale: slot.edge / edge }
}

/** A number is read upright, so a token lies only a little askew. */
function tokenTurn(yaw: number): number {
  const within = ((yaw % 90) + 90) % 90
  return Math.round((within - 45) * 0.35)
}

const DRAWN: readonly DieSides[] = [4, 6, 8, 10, 12, 20, 100]

/** The kind of die that is drawn for so many sides; any number can be read on the last one. */
export function dieSides(sides: number): DieSides {
  return DRAWN.find(drawn => drawn === sides) ?? 100
}
