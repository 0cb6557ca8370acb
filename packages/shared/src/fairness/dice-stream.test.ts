import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRoom, decide } from '../room/decide.ts'
import { fold } from '../room/evolve.ts'
import { faceOf, inputText, type RollInput } from './dice-stream.ts'
import { realSecrets, stamped } from './testing/real-room.ts'

const BYTES = Array.from({ length: 256 }, (_, byte) => byte)

describe('the face that a byte gives', () => {
  it('[PF3] is for six sides each of the six for 42 of 252 bytes', () => {
    expect(countsOf(6)).toEqual([42, 42, 42, 42, 42, 42])
  })
  it('[PF3] favours none of 2 to 256 sides', () => {
    for (let sides = 2; sides <= 256; sides += 1) {
      expect(countsOf(sides)).toEqual(Array(sides).fill(Math.floor(256 / sides)))
    }
  })
})

/** How many of all bytes give face 1, face 2, … */
function countsOf(sides: number): readonly number[] {
  const counts: number[] = []
  for (const byte of BYTES) {
    const face = faceOf(byte, sides)
    if (face !== null) counts[face - 1] = (counts[face - 1] ?? 0) + 1
  }
  return counts
}

const anyRoom = fc.oneof(
  fc.stringMatching(/^[2-9A-HJ-NP-Z]{6}$/),
  fc.string({ unit: 'grapheme' }).map(name => `~${name.replaceAll(/\s/g, '_')}`),
)
const anyWho = fc.oneof(
  fc.constant('-'),
  fc.nat(255).map(String),
  fc.nat(99).map(number => `v${number + 1}`),
)
const anyNumber = fc.oneof(fc.nat(30), fc.nat(1_000_000))
const anyInput = fc.record<RollInput & { block: number }>({
  room: anyRoom,
  deal: anyNumber.map(number => number + 1),
  who: anyWho,
  n: anyNumber,
  entropy: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
  block: fc.nat(3),
})

describe('the text of a roll', () => {
  it('[PF8] is another for another roll', () => {
    // Numbers that are near each other, so that "1" + "23" and "12" + "3" are tried.
    const alike = fc.constantFrom('1', '11', '12', '123', '2', '23', '3')
    const anyPlace = fc.tuple(alike, alike, alike, alike).map(([deal, who, n, block]) => ({
      ...{ room: 'ABC234', deal: Number(deal), who, n: Number(n), entropy: 'e' },
      block: Number(block),
    }))
    const anyPair = fc.oneof(fc.tuple(anyInput, anyInput), fc.tuple(anyPlace, anyPlace))
    fc.assert(
      fc.property(anyPair, ([one, other]) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other)
        expect(inputText(one, one.block) === inputText(other, other.block)).toBe(isSame)
      }),
      { numRuns: 5_000 },
    )
  })
})

describe('the dice of one who rolls', () => {
  it('[PF7] are the same whatever others roll, or do not', () => {
    const anyTurns = fc.array(fc.constantFrom('ada', 'bo', 'cy'), { maxLength: 40 })
    fc.assert(
      fc.property(anyTurns, turns => {
        const alone = facesOfAda(turns.filter(player => player === 'ada'))
        expect(facesOfAda(turns)).toEqual(alone)
      }),
    )
  })
})

/** What Ada's dice show in a room in which three people throw by turns, all in one deal. */
function facesOfAda(turns: readonly string[]): readonly unknown[] {
  const secrets = realSecrets()
  const wish = { game: 'free-roll', options: { dice: 5 }, settings: { private: false } } as const
  const made = createRoom('ABC234', wish, secrets)
  const people = ['ada', 'bo', 'cy'].map(
    player => ({ type: 'join', player, name: player, as: 'player' }) as const,
  )
  const throws = turns.map(player => ({ type: 'move', player, move: { type: 'roll' } }) as const)
  let log = made.ok ? stamped(made.value, 0) : []
  for (const command of [...people, ...throws]) {
    const state = fold(log)
    const decided = state && decide(state, command, secrets)
    if (!decided?.ok) throw new Error(`${command.type} is refused`)
    log = [...log, ...stamped(decided.value, log.length)]
  }
  return log.flatMap(event => ('rolls' in event ? (event.rolls ?? []) : [])).filter(({ who }) => who === '0')
}
