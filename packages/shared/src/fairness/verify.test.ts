import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type GameId, isGameId } from '../games/registry.ts'
import { anyEvening } from '../testing/random-room.ts'
import { BROKEN_RULES } from './testing/broken-rules.ts'
import { FORGERIES } from './testing/forgeries.ts'
import { testHashes } from './testing/hashes.ts'
import type { LogTranscript } from './testing/honest-log.ts'
import {
  chainsTranscript,
  freeRollTranscript,
  hiddenOpenTranscript,
  hiddenTranscript,
  namedTranscript,
  raceTranscript,
} from './testing/honest-transcripts.ts'
import { realRoom } from './testing/real-room.ts'
import { cut } from './testing/tampering.ts'
import { verifyTranscript } from './verify.ts'

vi.mock('../games/registry.ts', async original => {
  const { withHiddenDice } = await import('../testing/with-hidden-dice.ts')
  return withHiddenDice(await original())
})

const verify = (transcript: unknown) => verifyTranscript(transcript, { crypto: testHashes })

describe('an honest transcript', () => {
  it.each<[string, LogTranscript, object]>([
    ['of races, one with a missing seed', raceTranscript(), { verdict: 'finished', missing: 1 }],
    ['of rounds with hidden dice', hiddenTranscript(), { verdict: 'finished', missing: 0 }],
    ['of hidden dice in play', hiddenOpenTranscript(), { verdict: 'so far', replayedTo: 8 }],
    ['of free roll that was closed', freeRollTranscript(), { verdict: 'finished', missing: 8 }],
    ['of free roll in use', freeRollTranscript('in use'), { verdict: 'so far', missing: 8 }],
    ['of several chains', chainsTranscript(), { verdict: 'finished' }],
    ['of a room with a name of its own', namedTranscript(), { verdict: 'finished' }],
  ])('[PF1] %s verifies', async (_, transcript, expected) => {
    const { lastSeq } = transcript
    expect(await verify(transcript)).toMatchObject({
      reason: null,
      lastSeq,
      replayedTo: lastSeq,
      ...expected,
    })
  })
  it('is refused or is so far, wherever its end is cut off', async () => {
    const { lastSeq } = raceTranscript()
    for (let end = 1; end < lastSeq; end += 1) {
      const transcript = raceTranscript()
      cut(transcript, end + 1, lastSeq - end)
      const { verdict } = await verify(transcript)
      expect(verdict, `up to event ${end}`).toBe(end === 82 || end === 83 ? 'finished' : verdict)
      if (end < 82) expect(verdict, `up to event ${end}`).not.toBe('finished')
    }
  })
})

describe('a forged transcript', () => {
  it.each(FORGERIES)('[PF4] with $name is refused', async ({ transcript, code, says }) => {
    const { verdict, reason } = await verify(transcript)
    expect(reason).toEqual({ code, params: expect.anything(), sentence: expect.stringMatching(says) })
    expect(reason?.sentence).not.toMatch(/undefined|[{}]/)
    expect(verdict).toBe('no')
  })
  it.each(BROKEN_RULES)('[PF5] with $name is refused', async ({ transcript, code, says }) => {
    const { verdict, reason } = await verify(transcript)
    expect(reason).toEqual({ code, params: expect.anything(), sentence: expect.stringMatching(says) })
    expect(verdict).toBe('no')
  })
})

const games: readonly GameId[] = ['free-roll', 'race', 'hidden-dice'].filter(isGameId)

describe('whatever people do', () => {
  it.each(games)('[PF6] in a room of %s, its transcript verifies', async game => {
    await fc.assert(
      fc.asyncProperty(anyEvening, fc.nat(), async (evening, pick) => {
        const transcripts = [...realRoom(game, evening)]
        for (const transcript of [transcripts[pick % Math.max(1, transcripts.length)], transcripts.at(-1)]) {
          if (transcript) expect(await verify(transcript)).toMatchObject({ reason: null })
        }
      }),
      { numRuns: 50 },
    )
  })
})
