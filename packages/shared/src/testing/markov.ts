/** From each state where it may lead, with which chance; what is missing to 1 ends there. */
export type Chain = ReadonlyMap<number, ReadonlyMap<number, number>>

/** How many steps a chain takes from `start` to its end. */
export interface StepsToEnd {
  readonly mean: number
  readonly deviation: number
  readonly median: number
  readonly least: number
}

/** The law of the number of steps, from its distribution, computed until less than 10^-15 of it is missing. */
export function stepsToEnd(chain: Chain, start: number): StepsToEnd {
  let here = new Map([[start, 1]])
  let [mean, square, ended, median, least] = [0, 0, 0, 0, 0]
  for (let steps = 1; here.size > 0 && 1 - ended > 1e-15 && steps < 100_000; steps += 1) {
    const next = new Map<number, number>()
    let ending = 0
    for (const [state, chance] of here) {
      let going = 0
      for (const [to, share] of chain.get(state) ?? []) {
        next.set(to, (next.get(to) ?? 0) + chance * share)
        going += share
      }
      ending += chance * (1 - going)
    }
    if (ending > 1e-14 && least === 0) least = steps
    ended += ending
    if (ended >= 0.5 && median === 0) median = steps
    mean += steps * ending
    square += steps * steps * ending
    here = next
  }
  return { mean, deviation: Math.sqrt(square - mean * mean), median, least }
}
