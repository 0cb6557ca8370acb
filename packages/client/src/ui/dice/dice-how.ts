import type { ReactNode } from 'react'

/** How a board wants its dice. */
export interface DiceHow {
  /**
   * Dice that may be tapped: real buttons. Counted in `lies`, or without it among the dice thrown last. Where an answer is
   * awaited it stays, and nothing `may` be tapped.
   */
  readonly pick?:
    | {
        readonly chosen: readonly number[]
        may(index: number): boolean
        onToggle(index: number): void
        /** What the button says of a die. */
        label(index: number, face: number): string
      }
    | undefined
  /**
   * All dice on the table where more lies there than was thrown last: their faces in the order of their places, and which of
   * them were thrown last, or are in the air now.
   */
  readonly lies?: { readonly faces: readonly number[]; readonly thrown: readonly number[] } | undefined
  /** Faces of dice that lie aside from earlier throws, on the rail. */
  readonly aside?: readonly number[] | undefined
  /**
   * Where chosen dice are: `rail`, at the tray's edge, or `mark`, where they lie, with a ring. On a rail lies without `pick`
   * what was not thrown last.
   */
  readonly chosen?: 'rail' | 'mark' | undefined
  /** What stands at the far end of the rail: what the dice there are worth. */
  readonly rail?: ReactNode
}
