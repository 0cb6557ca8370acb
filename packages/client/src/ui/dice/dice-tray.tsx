import './dice-tray.css'
import { type CSSProperties, useLayoutEffect, useRef } from 'react'
import { useSize } from '../use-size.ts'
import { Die, type DieSides } from './die.tsx'
import { handPoint } from './hand.ts'
import { type Ground, scatter } from './scatter.ts'
import { seeded } from './seeded.ts'
import { gatherDice, type Motion, throwDice } from './throw-motion.ts'

export interface DiceTrayProps {
  /** names the throw, the same for everybody who sees it; `null` while nothing has been thrown */
  readonly throwKey: string | null
  /** what was rolled, in order; each from 1 to `sides` */
  readonly faces: readonly number[]
  readonly sides: DieSides
  /** whose each die is, by seat; empty where all are one player's */
  readonly owners: readonly number[]
  /** the side that this throw comes from, in degrees clockwise from the right; see `handAngle` */
  readonly from: number
  /** `shaking` from the moment a throw was asked for until its result is here */
  readonly hand: 'still' | 'shaking'
  /** what lies on the tray, in words */
  readonly label: string
  /** called once for each throw: when its dice have landed, or at once if it lay there on arrival */
  readonly onLanded?: (throwKey: string) => void
}

/** The dice of one throw, on the felt of a `Tray`, which it fills. A tap ends a throw at once. */
export function DiceTray(props: DiceTrayProps) {
  const [ref, size] = useSize<HTMLDivElement>()
  const knownOnArrival = useRef(props.throwKey)
  const motion = useRef<Motion | null>(null)
  const { throwKey, from, hand, label } = props
  const arrival = throwKey === knownOnArrival.current ? 'lying' : 'thrown'

  return (
    // A tap only hurries what happens anyway, so nobody misses anything without a pointer.
    <div
      ref={ref}
      className="dice-tray"
      role="img"
      aria-label={label}
      onPointerDown={() => motion.current?.finish()}
    >
      {size && throwKey !== null && (
        <Throw
          key={throwKey}
          {...props}
          throwKey={throwKey}
          ground={size}
          arrival={arrival}
          motion={motion}
        />
      )}
      {hand === 'shaking' && size && <span className="hand" style={handStyle(from, size)} />}
    </div>
  )
}

interface ThrowProps extends DiceTrayProps {
  readonly throwKey: string
  readonly ground: Ground
  readonly arrival: 'lying' | 'thrown'
  readonly motion: { current: Motion | null }
}

function Throw({
  throwKey,
  faces,
  sides,
  owners,
  from,
  hand,
  ground,
  arrival,
  motion,
  onLanded,
}: ThrowProps) {
  const root = useRef<HTMLDivElement>(null)
  const { edge, dice } = scatter(faces.length, ground, throwKey)
  const landed = useRef(onLanded)
  landed.current = onLanded

  // a throw is thrown once, whatever changes about it later
  useLayoutEffect(() => {
    let current = true
    const land = () => {
      if (!current) return
      motion.current = null
      landed.current?.(throwKey)
    }
    if (arrival === 'lying') {
      land()
      return
    }
    const random = seeded(`${throwKey}:motion`)
    const point = handPoint(from, ground, edge)
    const flying = throwDice(diceIn(root.current), index => ({
      lying: dice[index] ?? { ...point, yaw: 0 },
      hand: point,
      edge,
      random,
    }))
    motion.current = flying
    void flying.ended.then(land)
    return () => {
      current = false
      flying.cancel()
    }
  }, [])

  // dice in the hand stay there when the tray changes its size
  useLayoutEffect(() => {
    if (hand === 'still') return
    motion.current?.finish()
    const point = handPoint(from, ground, edge * 1.2)
    const gathering = gatherDice(diceIn(root.current), index => {
      const die = dice[index]
      return die ? `translate(${point.x - die.x}px, ${point.y - die.y}px)` : 'none'
    })
    return () => gathering.cancel()
  }, [hand])

  return (
    <div ref={root} className="throw" style={{ '--edge': `${edge}px` } as CSSProperties}>
      {dice.map((lying, index) => {
        const value = faces[index]
        if (!value) return null
        return <Die key={index} sides={sides} value={value} owner={owners[index]} lying={lying} edge={edge} />
      })}
    </div>
  )
}

function diceIn(root: HTMLElement | null): readonly HTMLElement[] {
  return root ? [...root.querySelectorAll<HTMLElement>('[data-part="place"]')] : []
}

function handStyle(angle: number, ground: Ground): CSSProperties {
  const { x, y } = handPoint(angle, ground, 0)
  return { left: x, top: y }
}
