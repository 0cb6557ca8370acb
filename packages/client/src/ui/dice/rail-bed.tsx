import './rail.css'
import type { DiceHow } from './dice-how.ts'
import { Die, type DieSides } from './die.tsx'
import type { Rail } from './rail.ts'

interface RailBedProps {
  readonly rail: Rail
  /** of a die on the felt, in pixels */
  readonly edge: number
  readonly sides: DieSides
  readonly how: DiceHow
}

/** The rail at the tray's edge, with the dice that lie aside; those of the last throw slide onto it. */
export function RailBed({ rail: { box, slots }, edge, sides, how }: RailBedProps) {
  return (
    <>
      <span className="dice-rail" style={box}>
        <span className="dice-rail-figures">{how.rail}</span>
      </span>
      <span className="throw" style={{ '--edge': `${edge}px` } as React.CSSProperties}>
        {how.aside?.map((value, at) => {
          const slot = slots[at]
          return slot && <Die key={at} sides={sides} value={value} lying={slot} slot={slot} edge={edge} />
        })}
      </span>
    </>
  )
}
