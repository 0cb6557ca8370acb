import { BROKEN_RULES } from '@diceroom/shared/fairness/testing/broken-rules.ts'
import { FORGERIES } from '@diceroom/shared/fairness/testing/forgeries.ts'
import {
  chainsTranscript,
  freeRollTranscript,
  hiddenOpenTranscript,
  hiddenTranscript,
  namedTranscript,
  raceTranscript,
  visitedTranscript,
} from '@diceroom/shared/fairness/testing/honest-transcripts.ts'
import { describe, expect, it } from 'vitest'
import { checkTranscript } from './check-transcript.ts'

describe("the server's own checker", () => {
  it.each([
    ['of races', raceTranscript(), { finished: true, rolls: 102, missing: 1 }],
    ['of hidden dice', hiddenTranscript(), { finished: true, missing: 0 }],
    ['of hidden dice in play', hiddenOpenTranscript(), { finished: false }],
    ['of free roll that was closed', freeRollTranscript(), { finished: true, missing: 8 }],
    ['of visitors', visitedTranscript(), { finished: false, missing: 0, rolls: 8 }],
    ['of free roll in use', freeRollTranscript('in use'), { finished: false, missing: 8 }],
    ['of several chains', chainsTranscript(), { finished: true }],
    ['of a room with a name of its own', namedTranscript(), { finished: true }],
  ])('[PF1] accepts an honest transcript %s', (_, transcript, expected) => {
    expect(checkTranscript(transcript)).toMatchObject({ complaints: [], ...expected })
  })
  it.each(FORGERIES)('[PF4] refuses $name', ({ transcript, says }) => {
    expect(checkTranscript(transcript).complaints).toContainEqual(expect.stringMatching(says))
  })
  it('does not know the rules of games', () => {
    const accepted = BROKEN_RULES.filter(
      ({ transcript }) => checkTranscript(transcript).complaints.length === 0,
    )
    expect(accepted.map(({ name }) => name)).toContain('another winner')
  })
  it.each([undefined, null, 7, 'text', [], {}, { events: [null] }, { version: 1, events: 'none' }])(
    '[PF9] says of %j that it is no transcript',
    garbage => {
      expect(checkTranscript(garbage).complaints).not.toEqual([])
    },
  )
})
