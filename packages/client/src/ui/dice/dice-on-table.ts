import type { DiceHow } from './dice-how.ts'

/** A die on the table. */
export interface TableDie {
  /** What the board knows it by. */
  readonly index: number
  readonly value: number
  /** `thrown`: in the last throw, or in the one that is in the air. */
  readonly last: 'thrown' | 'lay'
}

interface OnTable {
  /** The faces of the dice thrown last, or in the air. */
  readonly faces: readonly number[]
  readonly air: 'flying' | 'clear'
  readonly lies: DiceHow['lies']
}

/** The dice on the table, in the order of their places. */
export function diceOnTable({ faces, air, lies }: OnTable): readonly TableDie[] {
  if (!lies) return faces.map((value, index) => ({ index, value, last: 'thrown' }))
  const landed = lies.faces.map((value, index): TableDie => {
    return { index, value, last: lies.thrown.includes(index) ? 'thrown' : 'lay' }
  })
  if (air === 'clear') return landed
  // What is in the air are not these dice: a throw for the start, before there are any.
  if (lies.thrown.length !== faces.length)
    return faces.map((value, index) => ({ index, value, last: 'thrown' }))
  const places = Math.max(lies.faces.length, ...lies.thrown.map(index => index + 1))
  return Array.from({ length: places }, (_, index): TableDie => {
    const at = lies.thrown.indexOf(index)
    const flying = faces[at]
    return flying === undefined
      ? (landed[index] ?? { index, value: 1, last: 'lay' })
      : { index, value: flying, last: 'thrown' }
  })
}

/** Which dice are on the rail, in the order in which they lie there. */
export function onRail(dice: readonly TableDie[], { chosen, pick }: DiceHow): readonly number[] {
  if (chosen !== 'rail') return []
  if (pick) return pick.chosen.filter(index => dice.some(die => die.index === index))
  return dice.filter(({ last }) => last === 'lay').map(({ index }) => index)
}
