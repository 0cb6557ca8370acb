import { expect, it, vi } from 'vitest'
import { testHashes } from './testing/hashes.ts'
import { hiddenTranscript } from './testing/honest-transcripts.ts'
import { verifyTranscript } from './verify.ts'

vi.mock('../games/registry.ts', async original => {
  const { seal } = await import('../games/game.ts')
  const { hiddenDice } = await import('../testing/hidden-dice.ts')
  const { withHiddenDice } = await import('../testing/with-hidden-dice.ts')
  const fallible = seal({
    ...hiddenDice,
    evolve(state, event) {
      if (event.type === 'shown') throw new Error('out of the blue')
      return hiddenDice.evolve(state, event)
    },
  })
  return withHiddenDice(await original(), fallible)
})

it('[PF9] gives a verdict also where the rules fail', async () => {
  const { verdict, reason, replayedTo } = await verifyTranscript(hiddenTranscript(), { crypto: testHashes })
  expect(reason?.sentence).toBe('Event 16 (shown) does not fit the rules: out of the blue.')
  expect(verdict).toBe('no')
  expect(replayedTo).toBe(15)
})
