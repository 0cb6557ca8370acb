import './cube.css'
import type { CSSProperties } from 'react'
import { cssTurn, direction, FACES, type Face, placeOf, upTurn } from './orientation.ts'
import { pipLayers } from './pips.ts'
import { EYE, TILT } from './scatter.ts'

interface CubeProps {
  readonly top: Face
  /** degrees on the table */
  readonly yaw: number
  /** the edge in pixels */
  readonly edge: number
}

/**
 * A die of six sides, seen from a little in front, with `top` up. The part with the class `cube-tumble` may be turned by an
 * animation and comes to rest without a turn.
 */
export function Cube({ top, yaw, edge }: CubeProps) {
  const seen = `perspective(${(EYE * edge).toFixed(1)}px) rotateX(${TILT}deg)`
  const orientation = `rotateZ(${yaw.toFixed(2)}deg) ${cssTurn(upTurn(top))}`
  return (
    <span className="cube" style={{ transform: seen }}>
      <span className="cube-tumble">
        <span className="cube-body" style={{ transform: orientation }}>
          {FACES.map(face => (
            <span key={face} className={className(face, top)} style={faceStyle(face, top, yaw)} />
          ))}
        </span>
      </span>
    </span>
  )
}

/** Where the die touches the felt; beside the cube, so that it can stay there while the cube is in the air. */
export function CubeShadow({ yaw, edge }: Omit<CubeProps, 'top'>) {
  const ground = `perspective(${(EYE * edge).toFixed(1)}px) rotateX(${TILT}deg) translateZ(${(-edge / 2).toFixed(1)}px)`
  return <span className="cube-shadow" style={{ transform: `${ground} rotateZ(${yaw.toFixed(2)}deg)` }} />
}

interface FaceStyle extends CSSProperties {
  readonly '--turn': string
  readonly '--shade': string
  readonly '--pips': string
}

function className(face: Face, top: Face): string {
  return ['cube-face', face === top && 'cube-top', face === 1 && 'cube-one'].filter(Boolean).join(' ')
}

/** The light comes from the upper left: a side that looks to the lower right is the darkest. */
function faceStyle(face: Face, top: Face, yaw: number): FaceStyle {
  const [x, y] = direction(face, top, yaw)
  const shade = face === top ? 0 : Math.min(1, Math.max(0, 0.42 + 0.5 * x + 0.12 * y))
  return {
    '--turn': cssTurn(placeOf(face)),
    '--shade': `${Math.round(shade * 100)}%`,
    '--pips': pipLayers(face),
  }
}
