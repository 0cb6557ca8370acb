import { expect, it } from 'vitest'
import { testHashes } from './testing/hashes.ts'
import type { LogTranscript } from './testing/honest-log.ts'
import { chainsTranscript, raceTranscript } from './testing/honest-transcripts.ts'
import { at, cut, rollAt } from './testing/tampering.ts'
import { rollKey, type Seen, type SeenShare } from './verdict.ts'
import { verifyTranscript } from './verify.ts'

/** What somebody saw who was there all the time. */
function seenOf({ events, lastSeq }: LogTranscript): Seen {
  const rolls = events.flatMap(event => event.rolls ?? [])
  const commitments = events.flatMap(event => {
    const { commitment } = { commitment: event.commitment, ...Object(event.next) }
    return typeof commitment === 'string' ? [commitment] : []
  })
  return {
    commitments,
    lastSeq,
    rolls: Object.fromEntries(rolls.map(roll => [rollKey(roll), (roll.faces ?? []).join(',')])),
  }
}

const transcript = raceTranscript()
const seen = seenOf(transcript)
const seal = String(at(transcript, 2).seal)
const seed = String(at(transcript, 7).seed)
const mine = (share: Partial<SeenShare>): Seen => ({
  ...seen,
  mine: { 1: { seat: 0, seal, seed, ...share } },
})
const check = (what: Seen, of: LogTranscript = transcript) =>
  verifyTranscript(of, { crypto: testHashes, seen: what })

it.each([
  ['all of it', seen],
  ['nothing', { lastSeq: 0, rolls: {} }],
  [
    'some of it',
    { lastSeq: 30, rolls: { [rollKey(rollAt(transcript, 24))]: `${rollAt(transcript, 24).faces}` } },
  ],
  ['its own seed used', mine({ acknowledged: true })],
  [
    'its own seal used, and sent no seed',
    { ...seen, mine: { 2: { seat: 1, seal: String(at(transcript, 83).seal) } } },
  ],
])('[PF6] agrees with a browser that has seen %s', async (_, what) => {
  expect(await check(what)).toMatchObject({ verdict: 'finished', reason: null, warnings: [] })
})

it('[PF6] agrees on the commitments of several chains', async () => {
  const several = chainsTranscript()
  expect(seenOf(several).commitments).toHaveLength(5)
  expect(await check(seenOf(several), several)).toMatchObject({ verdict: 'finished' })
})

const other = 'a'.repeat(64)
it.each<[string, Seen, string, RegExp]>([
  ['another commitment', { ...seen, commitments: [other] }, 'seen_commitment', /aaaa/],
  [
    'one chain more',
    { ...seen, commitments: [...(seen.commitments ?? []), other] },
    'seen_commitment',
    /aaaa/,
  ],
  ['a later event', { ...seen, lastSeq: 120 }, 'seen_further', /120.*119/],
  [
    'a roll that is not there',
    { ...seen, rolls: { '1/0/99': '3' } },
    'seen_roll_missing',
    /roll 99 of 0 in deal 1/i,
  ],
  [
    'other faces',
    { ...seen, rolls: { '1/0/4': '9,9' } },
    'seen_other_faces',
    /9, 9.*roll 4 of 0 in deal 1.*event 24/i,
  ],
  ['its own seal left out', mine({ seal: other }), 'seen_seal_left_out', /deal 1.*seat 0/i],
  [
    'its own seed left out',
    mine({ seed: 'b'.repeat(32), acknowledged: true }),
    'seen_seed_left_out',
    /deal 1.*seat 0/i,
  ],
])('[PF6] refuses a transcript to a browser that has seen %s', async (_, what, code, sentence) => {
  const { verdict, reason } = await check(what)
  expect(reason).toMatchObject({ code, sentence: expect.stringMatching(sentence) })
  expect(verdict).toBe('no')
})

it('[PF6] refuses a log whose end is cut off together with the number of its end', async () => {
  const shortened = raceTranscript()
  cut(shortened, 83, shortened.lastSeq - 82)
  expect(await check({ lastSeq: 0, rolls: {} }, shortened)).toMatchObject({ verdict: 'finished' })
  expect(await check(seen, shortened)).toMatchObject({ verdict: 'no', reason: { code: 'seen_further' } })
})

it('[PF6] warns a browser whose seed came too late, and accepts', async () => {
  const late = { ...seen, mine: { 1: { seat: 1, seal: String(at(transcript, 3).seal), seed } } }
  const { verdict, warnings } = await check(late)
  expect(warnings).toMatchObject([{ code: 'seen_late', params: { deal: 1, seat: 1 } }])
  expect(verdict).toBe('finished')
})
