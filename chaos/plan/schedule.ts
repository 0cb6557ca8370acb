import { type Numbers, numbersFrom } from '@diceroom/shared/testing/dice.ts'

// What is done to the server and to the lines, and when: all of it follows from the seed.

/** Points inside the server at which it can kill itself: `server/kill-point.ts`. */
export type KillPoint =
  | { readonly at: 'before a commit' | 'after a commit'; readonly nth: number }
  /** After the `nth` commit, when so many writes have gone to sockets: some were told, the others were not. */
  | { readonly at: 'between two writes'; readonly nth: number; readonly writes: number }

/** How a life of the server ends: always by SIGKILL. */
export type Death =
  /** So long after it was started. */
  | { readonly at: 'its start'; readonly afterMs: number }
  /** So long after it began to serve. */
  | { readonly at: 'any instant'; readonly afterMs: number }
  /** When a client has just sent its `nth` command of this life. */
  | { readonly at: 'a command under way'; readonly nth: number }
  | KillPoint

interface Spell {
  /** From the moment at which the server serves. */
  readonly afterMs: number
  readonly forMs: number
}

export const LINE_FAULTS = [
  'cut',
  'refused',
  'swallowed',
  'dropped',
  'delayed',
  'doubled',
  'half-closed',
] as const
export type LineFaultKind = (typeof LINE_FAULTS)[number]

/** What happens to one player's line. */
export interface LineFault extends Spell {
  readonly kind: LineFaultKind
  readonly player: number
  /** Which half of the line, where only one is touched. */
  readonly half: 'up' | 'down'
}

/** The disk is full: files may grow by no more than `slack` bytes, or the file system has no room left. */
export interface FullSpell extends Spell {
  readonly how: 'file size' | 'file system'
  readonly slack: number
}

/** One life of the server, from its start to its death. */
export interface Life {
  readonly death: Death
  /** SIGSTOP until SIGCONT; death may come meanwhile. */
  readonly stops: readonly Spell[]
  readonly full: readonly FullSpell[]
  readonly lines: readonly LineFault[]
}

const from = (numbers: Numbers, low: number, high: number) => low + numbers(high - low + 1)
const oneIn = (numbers: Numbers, chance: number) => numbers(chance) === 0

/** The `number`th life under this seed, for so many players. */
export function lifeOf(seed: number, number: number, players: number): Life {
  const numbers = numbersFrom(seed * 100_003 + number)
  const death = deathFrom(numbers)
  const stops = oneIn(numbers, 6) ? [{ afterMs: numbers(800), forMs: from(numbers, 300, 3000) }] : []
  const full = oneIn(numbers, 6) ? [fullFrom(numbers)] : []
  const lines = Array.from({ length: numbers(6) }, () => lineFaultFrom(numbers, players))
  return { death, stops, full, lines }
}

function deathFrom(numbers: Numbers): Death {
  const nth = from(numbers, 1, 80)
  switch (numbers(10)) {
    case 0:
      return { at: 'its start', afterMs: from(numbers, 20, 700) }
    case 1:
    case 2:
    case 3:
      return { at: 'any instant', afterMs: from(numbers, 50, 1500) }
    case 4:
      return { at: 'a command under way', nth }
    case 5:
      return { at: 'before a commit', nth }
    case 6:
    case 7:
      return { at: 'after a commit', nth }
    default:
      return { at: 'between two writes', nth, writes: from(numbers, 1, 8) }
  }
}

const fullFrom = (numbers: Numbers): FullSpell => ({
  how: oneIn(numbers, 2) ? 'file size' : 'file system',
  // Often in the middle of what the next transaction writes.
  slack: numbers(3) * numbers(8192),
  afterMs: numbers(600),
  forMs: from(numbers, 200, 1500),
})

const lineFaultFrom = (numbers: Numbers, players: number): LineFault => ({
  kind: LINE_FAULTS[numbers(LINE_FAULTS.length)] ?? 'cut',
  player: numbers(players),
  half: oneIn(numbers, 2) ? 'up' : 'down',
  afterMs: numbers(1500),
  forMs: from(numbers, 50, 2500),
})
