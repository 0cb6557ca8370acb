import type { DiceHow } from './dice-how.ts'
import type { Placed } from './throw.tsx'

interface DieButtonsProps {
  readonly dice: readonly Placed[]
  /** of a die on the felt, in pixels */
  readonly edge: number
  readonly pick: NonNullable<DiceHow['pick']>
}

/** What a die has for itself on the felt, in edges: it is seen tipped. */
const REACH = 1.4
const TOUCH = 48

/** Over each die that may be tapped a button, which comes along to the rail and back. */
export function DieButtons({ dice, edge, pick }: DieButtonsProps) {
  return dice.map(({ index, value, lying, slot }) => {
    const isChosen = pick.chosen.includes(index)
    const may = pick.may(index)
    if (!may && !isChosen) return null
    const { x, y } = slot ?? lying
    const size = slot ? TOUCH : Math.max(TOUCH, edge * REACH)
    return (
      <button
        key={index}
        type="button"
        className="die-button"
        style={{ left: x, top: y, width: size, height: size }}
        aria-pressed={isChosen}
        aria-disabled={!may}
        aria-label={pick.label(index, value)}
        onClick={() => may && pick.onToggle(index)}
      />
    )
  })
}
