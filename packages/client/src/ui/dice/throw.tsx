import { type CSSProperties, useLayoutEffect, useRef } from 'react'
import type { TableDie } from './dice-on-table.ts'
import { Die, type DieSides } from './die.tsx'
import { handPoint } from './hand.ts'
import type { Slot } from './rail.ts'
import type { Ground, Lying } from './scatter.ts'
import { seeded } from './seeded.ts'
import { gatherDice, type Motion, throwDice } from './throw-motion.ts'

/** A die with its place. */
export interface Placed extends TableDie {
  readonly lying: Lying
  readonly slot: Slot | undefined
  readonly look: 'plain' | 'marked' | 'dull'
  /** `kept`: a hand that takes the dice leaves it there. */
  readonly hold: 'free' | 'kept'
}

interface ThrowProps {
  readonly throwKey: string | null
  readonly dice: readonly Placed[]
  readonly sides: DieSides
  readonly owners: readonly number[]
  readonly edge: number
  readonly from: number
  readonly hand: 'still' | 'shaking'
  readonly ground: Ground
  readonly arrival: 'lying' | 'thrown'
  readonly motion: { current: Motion | null }
  readonly onLanded: ((throwKey: string) => void) | undefined
}

/** The dice on the felt and on the rail; those that were thrown fly in, once. */
export function Throw({ throwKey, dice, arrival, ...props }: ThrowProps) {
  const { sides, owners, edge, from, hand, ground, motion, onLanded } = props
  const root = useRef<HTMLDivElement>(null)
  const landed = useRef(onLanded)
  landed.current = onLanded

  // a throw is thrown once, whatever changes about it later
  useLayoutEffect(() => {
    let current = true
    const land = () => {
      if (!current || throwKey === null) return
      motion.current = null
      landed.current?.(throwKey)
    }
    if (arrival === 'lying') {
      land()
      return
    }
    const random = seeded(`${throwKey}:motion`)
    const point = handPoint(from, ground, edge)
    const thrown = dice.filter(({ last }) => last === 'thrown')
    const flying = throwDice(
      elementsOf(
        root.current,
        thrown.map(({ index }) => index),
      ),
      nth => ({ lying: thrown[nth]?.lying ?? { ...point, yaw: 0 }, hand: point, edge, random }),
    )
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
    const taken = dice.filter(({ hold }) => hold === 'free')
    const gathering = gatherDice(
      elementsOf(
        root.current,
        taken.map(({ index }) => index),
      ),
      nth => {
        const die = taken[nth]?.lying
        return die ? `translate(${point.x - die.x}px, ${point.y - die.y}px)` : 'none'
      },
    )
    return () => gathering.cancel()
  }, [hand])

  return (
    <div ref={root} className="throw" style={{ '--edge': `${edge}px` } as CSSProperties}>
      {dice.map(({ index, value, lying, slot, look }) => (
        <Die
          key={index}
          sides={sides}
          value={value}
          owner={owners[index]}
          lying={lying}
          slot={slot}
          look={look}
          edge={edge}
        />
      ))}
    </div>
  )
}

/** The elements of these dice; in the order of the table they stand in the tray. */
function elementsOf(root: HTMLElement | null, indices: readonly number[]): readonly HTMLElement[] {
  const all = root ? [...root.querySelectorAll<HTMLElement>('[data-part="place"]')] : []
  return all.filter((_, at) => indices.includes(at))
}
