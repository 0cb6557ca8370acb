import './dice-tray.css'
import { type CSSProperties, useRef, useState } from 'react'
import { useSize } from '../use-size.ts'
import type { DiceHow } from './dice-how.ts'
import { diceOnTable, onRail, type TableDie } from './dice-on-table.ts'
import type { DieSides } from './die.tsx'
import { DieButtons } from './die-buttons.tsx'
import { handPoint } from './hand.ts'
import { railOf } from './rail.ts'
import { RailBed } from './rail-bed.tsx'
import { type Ground, scatter, spread } from './scatter.ts'
import { type Placed, Throw } from './throw.tsx'
import type { Motion } from './throw-motion.ts'

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
  /** whether the throw is on its way, or lies there */
  readonly air?: 'flying' | 'clear'
  /** what lies on the tray, in words */
  readonly label: string
  /** called once for each throw: when its dice have landed, or at once if it lay there on arrival */
  readonly onLanded?: (throwKey: string) => void
  readonly how?: DiceHow | undefined
}

const PLAIN: DiceHow = {}

/** The dice of one throw, and those that lie there from before, on the felt of a `Tray`, which it fills. A tap ends a throw at once. */
export function DiceTray(props: DiceTrayProps) {
  const { throwKey, faces, sides, owners, from, hand, air = 'clear', label, onLanded, how = PLAIN } = props
  const [ref, size] = useSize<HTMLDivElement>()
  const [knownOnArrival] = useState(throwKey)
  const motion = useRef<Motion | null>(null)
  const dice = diceOnTable({ faces, air, lies: how.lies })
  const keys = useThrownWith(dice, throwKey ?? '')
  const placed = size && placedOn(size, { dice, keys, how, throwKey: throwKey ?? '' })
  const isPicking = how.pick !== undefined && air === 'clear' && hand === 'still'

  return (
    // A tap only hurries what happens anyway, so nobody misses anything without a pointer.
    <div
      ref={ref}
      className="dice-tray"
      {...(isPicking ? { role: 'group', 'aria-label': label } : { role: 'img', 'aria-label': label })}
      onPointerDown={() => motion.current?.finish()}
    >
      {placed?.rail && <RailBed rail={placed.rail} edge={placed.edge} sides={sides} how={how} />}
      {placed && (throwKey !== null || dice.length > 0) && (
        <Throw
          key={throwKey}
          throwKey={throwKey}
          dice={placed.dice}
          sides={sides}
          owners={owners}
          edge={placed.edge}
          from={from}
          hand={hand}
          ground={size}
          arrival={throwKey === knownOnArrival ? 'lying' : 'thrown'}
          motion={motion}
          onLanded={onLanded}
        />
      )}
      {placed && isPicking && how.pick && (
        <DieButtons dice={placed.dice} edge={placed.edge} pick={how.pick} />
      )}
      {hand === 'shaking' && size && <span className="hand" style={handStyle(from, size)} />}
    </div>
  )
}

interface Laying {
  readonly dice: readonly TableDie[]
  /** with which throw each of them was thrown */
  readonly keys: readonly string[]
  readonly how: DiceHow
  readonly throwKey: string
}

/** Where everything on the table lies. */
function placedOn(size: Ground, { dice, keys, how, throwKey }: Laying) {
  const { aside = [], pick } = how
  const kept = onRail(dice, how)
  const rail = railFor(size, how, { lie: aside.length + kept.length, most: aside.length + dice.length })
  const ground = rail?.felt ?? size
  const { edge, dice: lying } = how.lies ? spread(keys, ground) : scatter(dice.length, ground, throwKey)
  const canPick = dice.some(({ index }) => pick?.may(index))
  return { rail, edge, dice: dice.flatMap(placedDie) }

  function placedDie(die: TableDie, at: number): readonly Placed[] {
    const place = lying[at]
    if (!place) return []
    const nth = kept.indexOf(die.index)
    const isChosen = pick?.chosen.includes(die.index) ?? false
    const isDull = canPick && !isChosen && !pick?.may(die.index)
    return [
      {
        ...die,
        lying: place,
        slot: nth === -1 ? undefined : rail?.slots[aside.length + nth],
        look: isChosen && how.chosen !== 'rail' ? 'marked' : isDull ? 'dull' : 'plain',
        hold: isChosen || nth !== -1 ? 'kept' : 'free',
      },
    ]
  }
}

function railFor(size: Ground, { chosen, aside, rail }: DiceHow, load: { lie: number; most: number }) {
  if (chosen !== 'rail' && aside === undefined && rail === undefined) return null
  return railOf(size, { ...load, figures: rail === undefined ? 'none' : 'shown' })
}

interface Thrown {
  readonly throwKey: string
  readonly keys: readonly string[]
}

/** For each die, the throw that it was thrown with: dice that stay lie as they lay. */
function useThrownWith(dice: readonly TableDie[], throwKey: string): readonly string[] {
  const [before, setThrown] = useState<Thrown>({ throwKey: '', keys: [] })
  if (before.throwKey === throwKey && before.keys.length >= dice.length)
    return before.keys.slice(0, dice.length)
  const keys = dice.map(({ last }, at) => (last === 'thrown' ? throwKey : (before.keys[at] ?? throwKey)))
  setThrown({ throwKey, keys })
  return keys
}

function handStyle(angle: number, ground: Ground): CSSProperties {
  const { x, y } = handPoint(angle, ground, 0)
  return { left: x, top: y }
}
