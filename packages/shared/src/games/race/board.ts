/** The last square; pieces start off the board, at 0. */
export const LAST_SQUARE = 100

/** Where a ladder's foot or a slide's head leads, by square: the classic board of 1943 with its ten slides. */
export const SHORTCUTS: ReadonlyMap<number, number> = new Map([
  [1, 38],
  [4, 14],
  [9, 31],
  [21, 42],
  [28, 84],
  [36, 44],
  [51, 67],
  [71, 91],
  [80, 100],
  [16, 6],
  [47, 26],
  [49, 11],
  [56, 53],
  [62, 19],
  [64, 60],
  [87, 24],
  [93, 73],
  [95, 75],
  [98, 78],
])
