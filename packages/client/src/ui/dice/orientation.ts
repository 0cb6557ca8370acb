/**
 * Which face of the cube is where. Axes are those of CSS: x to the right, y down, z towards the viewer; a positive turn
 * about x takes y to z, about y takes z to x, about z takes x to y.
 */
export type Face = 1 | 2 | 3 | 4 | 5 | 6

export interface Turn {
  readonly axis: 'x' | 'y' | 'z'
  readonly degrees: number
}

export type Vector = readonly [x: number, y: number, z: number]

export const FACES: readonly Face[] = [1, 2, 3, 4, 5, 6]

/** The turn that takes a plane from the front of the cube to where this face is. Opposite faces sum to seven. */
const PLACE: Record<Face, Turn> = {
  1: { axis: 'y', degrees: 0 },
  2: { axis: 'x', degrees: -90 },
  3: { axis: 'y', degrees: 90 },
  4: { axis: 'y', degrees: -90 },
  5: { axis: 'x', degrees: 90 },
  6: { axis: 'y', degrees: 180 },
}

export function placeOf(face: Face): Turn {
  return PLACE[face]
}

/** The turn of the whole cube that brings `face` to the top, which is towards the viewer. */
export function upTurn(face: Face): Turn {
  const { axis, degrees } = PLACE[face]
  return { axis, degrees: 0 - degrees }
}

/** Where a direction points after a turn. */
export function turned([x, y, z]: Vector, { axis, degrees }: Turn): Vector {
  const angle = (degrees * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  if (axis === 'x') return [x, y * cos - z * sin, y * sin + z * cos]
  if (axis === 'y') return [x * cos + z * sin, y, z * cos - x * sin]
  return [x * cos - y * sin, x * sin + y * cos, z]
}

/** Where `face` points when `top` is up and the cube is turned by `yaw` degrees on the table. */
export function direction(face: Face, top: Face, yaw: number): Vector {
  const onCube = turned([0, 0, 1], placeOf(face))
  return turned(turned(onCube, upTurn(top)), { axis: 'z', degrees: yaw })
}

export function cssTurn({ axis, degrees }: Turn): string {
  return `rotate${axis.toUpperCase()}(${degrees}deg)`
}

/** `value` as a face of a cube. A cube that shows anything else is a bug. */
export function faceOf(value: number): Face {
  const face = FACES.find(one => one === value)
  if (!face) throw new RangeError(`a cube has no face ${value}`)
  return face
}
