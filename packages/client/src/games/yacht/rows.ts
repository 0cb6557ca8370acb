import { type Box, EXTRA, faceOf, sheets } from '@diceroom/shared/games/yacht/boxes.ts'
import { isOpen, type Offer, type Score, upperSum } from '@diceroom/shared/games/yacht/sheet.ts'
import type { YachtOptions } from '@diceroom/shared/games/yacht/state.ts'

/** A line of a sheet as it is printed. */
export type Row = { readonly kind: 'box'; readonly box: Box } | { readonly kind: 'bonus' }

/** The two columns of a sheet that stands open: the upper half with its bonus, and the rest; as long as each other. */
export function halvesOf(sheet: YachtOptions['sheet']): readonly [readonly Row[], readonly Row[]] {
  const { boxes, bonus } = sheets[sheet]
  const rows = boxes.flatMap((box): readonly Row[] =>
    box === 'sixes' && bonus ? [{ kind: 'box', box }, { kind: 'bonus' }] : [{ kind: 'box', box }],
  )
  const half = Math.ceil(rows.length / 2)
  return [rows.slice(0, half), rows.slice(half)]
}

/** What a box of a sheet shows. */
export type Cell =
  | { readonly kind: 'filled'; readonly points: number; readonly extra: number }
  | { readonly kind: 'offer'; readonly offer: Offer }
  | { readonly kind: 'open' }

/** What stands in a box: its points, with the extras of five alike; else what the dice would give in it, if they may. */
export function cellOf(score: Score, box: Box, offers: readonly Offer[]): Cell {
  if (!isOpen(score, box)) {
    const extra = box === 'yacht' ? EXTRA * score.extras : 0
    return { kind: 'filled', points: score.boxes[box] ?? 0, extra }
  }
  const offer = offers.find(other => other.box === box)
  return offer ? { kind: 'offer', offer } : { kind: 'open' }
}

/** How a sheet stands to the bonus of its upper half; `null` where there is none. */
export function bonusStanding(score: Score, sheet: YachtOptions['sheet']) {
  const { bonus } = sheets[sheet]
  if (!bonus) return null
  const sum = upperSum(score)
  return { ...bonus, sum, left: Math.max(0, bonus.at - sum) }
}

/** Why the offers are not what they usually are, where five alike are a joker. */
export function jokerHint(face: number, offers: readonly Offer[], joker: YachtOptions['joker']) {
  if (joker === 'free') return 'free'
  const isUpper = offers.every(({ box }) => faceOf(box) !== null)
  if (!isUpper) return 'lower'
  return offers.some(({ box }) => faceOf(box) === face) ? 'upper' : 'zero'
}
