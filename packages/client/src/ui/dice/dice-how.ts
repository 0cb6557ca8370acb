/** How a board wants its dice. */
export interface DiceHow {
  /** Dice that may be tapped: real buttons. Counted in `lies`, or without it among the dice thrown last. */
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
   * them were thrown last.
   */
  readonly lies?: { readonly faces: readonly number[]; readonly thrown: readonly number[] } | undefined
  /** Faces of dice that lie aside from earlier throws. */
  readonly aside?: readonly number[] | undefined
  /** Chosen dice slide to the rail, or stay with a ring around them. */
  readonly chosen?: 'rail' | 'mark' | undefined
}
