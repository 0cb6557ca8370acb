import type { Dice, KnownRoll, Seat } from '../games/game.ts'
import type { DecideContext } from '../room/draft.ts'

/** Short, so that tests come to the end of it. */
export const CHAIN_LENGTH = 8

/** Whole numbers from 0 to below `below`, the same ones for the same seed (mulberry32). */
export type Numbers = (below: number) => number

export function numbersFrom(seed: number): Numbers {
  let state = seed >>> 0
  return below => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** Dice that are the same in every run. Asked for dice that the real door does not give, they throw. */
export function seededDice(seed: number): Dice {
  const numbers = numbersFrom(seed)
  return diceOf(sides => numbers(sides) + 1)
}

/** Dice that fall as they are told, in this order; asked for more, they throw. */
export function loadedDice(...faces: readonly number[]): Dice {
  const rest = [...faces]
  return diceOf(sides => {
    const face = rest.shift()
    if (face === undefined) throw new Error(`no die is left of ${faces.join(' ') || 'none'}`)
    if (face < 1 || face > sides) throw new Error(`a die of ${sides} sides cannot show ${face}`)
    return face
  })
}

/**
 * The dice of one of two worlds: what is open, or secret to `viewer`, follows from `seed` alone; what `viewer` may
 * not see from `secretSeed`, so that worlds with the same `seed` differ in nothing but that.
 */
export function worldDice(seed: number, secretSeed: number, viewer: Seat | 'spectator'): Dice {
  const seen = numbersFrom(seed)
  const hidden = numbersFrom(secretSeed)
  return diceOf((sides, secretTo) =>
    secretTo === undefined || secretTo === viewer ? seen(sides) + 1 : hidden(sides) + 1,
  )
}

function diceOf(faceOf: (sides: number, secretTo?: Seat) => number): Dice {
  let n = 0
  return {
    roll(count, sides, secretTo): KnownRoll {
      if (!Number.isInteger(count) || count < 1 || count > 20)
        throw new RangeError(`cannot roll ${count} dice`)
      if (!Number.isInteger(sides) || sides < 2 || sides > 100) {
        throw new RangeError(`there are no dice of ${sides} sides`)
      }
      const faces = Array.from({ length: count }, () => faceOf(sides, secretTo))
      const place = { deal: 1, who: '-', n: n++ }
      return { ...place, count, sides, faces, ...(secretTo === undefined ? {} : { secretTo }) }
    },
  }
}

/** The secrets of a room whose dice fall as `dice` do; seals and secrets are what they are of, so that tests can be read. */
export function openSecrets(dice: Dice): DecideContext {
  let chains = 0
  return {
    faces: ({ count, sides, secretTo }) => dice.roll(count, sides, secretTo).faces,
    secretOf: deal => `secret ${deal}`,
    sealOf: seed => `seal of ${seed}`,
    passwordDigest: password => `digest of ${password}`,
    nextChain() {
      chains += 1
      return { commitment: `commitment ${chains}`, chainLength: CHAIN_LENGTH }
    },
  }
}
