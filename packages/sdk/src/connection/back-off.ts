/** How much longer each wait is: slow enough that a server which starts again is found soon. */
const GROWTH = 1.6

/** Waits that grow from `first` to `longest` ms, each shortened at random by up to half, so that not all come at once. */
export class BackOff {
  readonly #first: number
  readonly #longest: number
  readonly #random: () => number
  #tries = 0

  constructor({ first, longest, random }: { first: number; longest: number; random: () => number }) {
    this.#first = first
    this.#longest = longest
    this.#random = random
  }

  next(): number {
    const full = Math.min(this.#longest, this.#first * GROWTH ** this.#tries)
    this.#tries += 1
    return full * (1 - this.#random() / 2)
  }

  reset(): void {
    this.#tries = 0
  }
}
