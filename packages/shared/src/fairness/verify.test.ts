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
  visitedTranscript,
} from './testing/honest-transcripts.ts'
import { anyMangling, mangled } from './testing/mangle.ts'
import { realRoom } from './testing/real-room.ts'
import { at, cut } from './testing/tampering.ts'
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
    ['of visitors', visitedTranscript(), { verdict: 'so far' }],
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
  it('[PF1] is never finished while a deal is open, wherever it ends', async () => {
    const { lastSeq } = raceTranscript()
    const finished: number[] = []
    for (let end = 1; end < lastSeq; end += 1) {
      const transcript = raceTranscript()
      cut(transcript, end + 1, lastSeq - end)
      if ((await verify(transcript)).verdict === 'finished') finished.push(end)
    }
    // The end of the first game, and a seal that was given after it.
    expect(finished).toEqual([82, 83])
  })
  it('[PF1] of a room in which nothing was rolled is not finished', async () => {
    const transcript = raceTranscript()
    cut(transcript, 5, transcript.lastSeq - 4)
    expect(await verify(transcript)).toMatchObject({ verdict: 'so far', reason: null, deals: [], rolls: [] })
  })

  const games: readonly GameId[] = ['free-roll', 'race', 'hidden-dice'].filter(isGameId)
  it.each(games)('[PF1] of %s verifies, whatever people do', async game => {
    await fc.assert(
      fc.asyncProperty(anyEvening, fc.nat(), async (evening, pick) => {
        const transcripts = [...realRoom(game, evening)]
        for (const transcript of [transcripts[pick % Math.max(1, transcripts.length)], transcripts.at(-1)]) {
          if (transcript) expect(await verify(transcript)).toMatchObject({ reason: null })
        }
      }),
      { numRuns: 30 },
    )
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
    expect(reason?.sentence).not.toMatch(/undefined|[{}]/)
    expect(verdict).toBe('no')
  })
})

describe('a verdict', () => {
  it('[PF9] is given on anything', async () => {
    const anyGarbage = fc.oneof(
      fc.anything(),
      fc.record({ version: fc.constant(1), room: fc.string(), events: fc.array(fc.jsonValue()) }),
    )
    await fc.assert(
      fc.asyncProperty(anyGarbage, async garbage => {
        const { verdict, reason } = await verify(garbage)
        expect(verdict).toBe('no')
        expect(reason?.sentence).toMatch(/^[A-Z].+\.$/)
      }),
    )
  })
  it('[PF9] is given on a transcript with anything in any place', async () => {
    const honest = [raceTranscript(), hiddenTranscript(), freeRollTranscript(), chainsTranscript()]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...honest), anyMangling, async (transcript, mangling) => {
        const { verdict, reason } = await verify(mangled(transcript, mangling))
        expect(reason === null).toBe(verdict !== 'no')
      }),
      { numRuns: 300 },
    )
  })
  it('[PF10] tells of each roll its texts, what it has to show and what it showed', async () => {
    const { rolls, deals } = await verify(freeRollTranscript('in use'))
    expect(rolls).toHaveLength(19)
    expect(rolls.slice(0, 16).map(({ expected }) => expected)).toEqual(
      rolls.slice(0, 16).map(({ found }) => found),
    )
    expect(rolls[1]).toEqual({
      ...{ seq: 6, deal: 1, who: '0', n: 0, count: 3, sides: 20 },
      inputs: [`diceroom/1\nFREE23\n1\n0\n0\n0\n${deals[0]?.entropy}`],
      expected: at(freeRollTranscript(), 6).rolls?.[0]?.faces,
      found: at(freeRollTranscript(), 6).rolls?.[0]?.faces,
    })
    expect(rolls.at(-1)).toMatchObject({
      deal: 3,
      who: '10',
      n: 1,
      expected: null,
      inputs: [expect.stringMatching(/\n10\n1\n0\n/)],
    })
  })
  it('[PF10] counts the seeds that are missing, deal by deal', async () => {
    const { deals, missing } = await verify(freeRollTranscript())
    expect(deals.map(deal => deal.missing)).toEqual([[], [], [1, 4, 5, 6, 7, 8, 9, 10]])
    expect(missing).toBe(8)
  })
  it('tells of each deal what its secret was checked against', async () => {
    const { deals, chains } = await verify(chainsTranscript())
    const commitments = chains.map(({ commitment }) => commitment)
    expect(deals.map(({ chain, link }) => [chain, link])).toEqual(
      Array.from({ length: 9 }, (_, index) => [index >> 1, (index % 2) + 1]),
    )
    for (const [index, { before }] of deals.entries()) {
      expect(before).toBe(index % 2 === 0 ? commitments[index / 2] : deals[index - 1]?.secret)
    }
  })
  it('tells of each game how it ended', async () => {
    const { games } = await verify(raceTranscript())
    expect(games).toMatchObject([
      { number: 1, status: 'over', startedSeq: 9, endedSeq: 81, outcome: at(raceTranscript(), 81).outcome },
      { number: 2, status: 'over', startedSeq: 88, endedSeq: 118 },
    ])
  })
  it('says on the way how far it has come, and waits where it is told to', async () => {
    const said: number[] = []
    let waited = 0
    await verifyTranscript(raceTranscript(), {
      crypto: testHashes,
      onProgress: async (done, total) => {
        said.push(done / total)
        await Promise.resolve()
        waited += 1
      },
    })
    expect(said).toEqual(said.toSorted((a, b) => a - b))
    expect(said.at(-1)).toBe(1)
    expect(waited).toBe(said.length)
  })
})
