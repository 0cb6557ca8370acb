const STEP = 0x6d2b79f5
const RANGE = 2 ** 32

/**
 * Numbers from 0 up to 1 that follow from `seed`, a whole number below 2^32 (mulberry32). For what bots do between moves of like
 * worth; dice never come from here.
 */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + STEP) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / RANGE
  }
}
