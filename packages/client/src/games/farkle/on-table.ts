import type { FarkleEvent, FarkleState } from '@diceroom/shared/games/farkle/state.ts'

/** What lies on the tray. */
interface OnTable {
  /** The dice rolled last, or in the air. */
  readonly faces: readonly number[]
  /** Indices of those of them that lie on the felt; the others were set aside. */
  readonly felt: readonly number[]
  /** Faces of the dice that were set aside before that roll. */
  readonly aside: readonly number[]
}

/** What lies on the tray; `null` before the first roll. `thrown` is the event whose dice are in the air. */
export function onTable({ last }: FarkleState, thrown: FarkleEvent | null): OnTable | null {
  if (thrown?.type === 'rolled' || thrown?.type === 'farkled') {
    const faces = thrown.rolls[0].faces ?? []
    return { faces, felt: faces.map((_, at) => at), aside: thrown.aside }
  }
  if (!last) return null
  const { faces, kept, aside } = last
  return {
    faces,
    felt: faces.map((_, at) => at).filter(at => !kept.includes(at)),
    aside: kept.length > 0 ? aside.slice(0, aside.length - kept.length) : aside,
  }
}
