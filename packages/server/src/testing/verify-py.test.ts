import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BROKEN_RULES } from '@diceroom/shared/fairness/testing/broken-rules.ts'
import { FORGERIES } from '@diceroom/shared/fairness/testing/forgeries.ts'
import {
  chainsTranscript,
  freeRollTranscript,
  hiddenOpenTranscript,
  hiddenTranscript,
  namedTranscript,
  raceTranscript,
} from '@diceroom/shared/fairness/testing/honest-transcripts.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const program = fileURLToPath(new URL('../../../../docs/verify.py', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'dice-room-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What `docs/verify.py` prints, and its exit code. */
function verify(...args: readonly string[]): { output: string; status: number | null } {
  const { stdout, stderr, status, error } = spawnSync('python3', [program, ...args], { encoding: 'utf8' })
  if (error) throw new Error(`docs/verify.py needs python3: ${error.message}`)
  return { output: stdout + stderr, status }
}

const HONEST = {
  'of races': { transcript: raceTranscript(), says: 'YES, finished: 102 rolls in 2 deals, 1 seeds missing' },
  'of hidden dice': { transcript: hiddenTranscript(), says: 'YES, finished: 9 rolls in 2 deals, 0 seeds' },
  'of hidden dice in play': { transcript: hiddenOpenTranscript(), says: 'YES, so far: 3 rolls in 1 deals' },
  'of free roll that was closed': { transcript: freeRollTranscript(), says: 'YES, finished: 19 rolls' },
  'of free roll in use': {
    transcript: freeRollTranscript('in use'),
    says: 'YES, so far: 19 rolls in 3 deals, 8',
  },
  'of several chains': { transcript: chainsTranscript(), says: 'YES, finished: 9 rolls in 9 deals' },
  'of a room with a name of its own': { transcript: namedTranscript(), says: 'YES, finished: 9 rolls' },
}

const GARBAGE = {
  'nothing in it': '',
  'a number': '7',
  'a list': '[]',
  'an empty object': '{}',
  'an event that is none': '{"version":1,"events":[null]}',
  'a number of events': '{"version":1,"events":7}',
  'half a text': '"',
  'bytes that are no text': '\u0000',
}

describe('docs/verify.py', () => {
  const fileOf = (name: string) => join(folder, `${name.replaceAll(/\W+/g, '-')}.json`)
  /** The answer about each file, all asked at once: a Python that starts for each would take long. */
  const answers = new Map<string, string>()

  beforeAll(() => {
    const honest = Object.entries(HONEST).map(([name, { transcript }]) => ({ name, transcript }))
    const written = [...honest, ...FORGERIES, ...BROKEN_RULES].map(
      ({ name, transcript }) => [name, JSON.stringify(transcript)] as const,
    )
    const files = [...written, ...Object.entries(GARBAGE)].map(([name, text]) => {
      writeFileSync(fileOf(name), text)
      return fileOf(name)
    })
    for (const line of verify(...files).output.split('\n')) {
      const file = files.find(one => line.startsWith(`${one}: `))
      if (file) answers.set(file, line.slice(file.length + 2))
    }
  })

  it.each(Object.entries(HONEST))('[PF1] [PF10] accepts an honest transcript %s', (name, { says }) => {
    expect(answers.get(fileOf(name))).toMatch(says)
  })
  it.each(FORGERIES)('[PF4] refuses $name', ({ name, says }) => {
    expect(answers.get(fileOf(name))).toMatch(/^NO\. /)
    expect(answers.get(fileOf(name))).toMatch(says)
  })
  it('does not know the rules of games', () => {
    expect(answers.get(fileOf('another winner'))).toMatch(/^YES, /)
  })

  it('[PF10] tells of every roll what it has to show and what it showed, and who is missing', () => {
    const { output, status } = verify(fileOf('of races'))
    const faces = raceTranscript().events[10]?.rolls?.[0]?.faces
    expect(output).toContain(`Event 11: roll 0 of 0 in deal 1: expected [${faces}], found [${faces}]`)
    expect(output).toContain('deal 1: seeds of seats [0], missing [1]')
    expect(output).toContain('deal 2: seeds of seats [0, 1], missing []')
    expect(status).toBe(0)
  })
  it('exits with 1 where one of several is refused', () => {
    expect(verify(fileOf('of races'), fileOf('a missing roll'), fileOf('of several chains')).status).toBe(1)
  })
  it.each(Object.keys(GARBAGE))('[PF9] says of a file with %s that it is no transcript', name => {
    expect(answers.get(fileOf(name))).toMatch(/^NO\. .+/)
  })
  it('wants to be told what to check', () => {
    expect(verify().status).toBe(1)
  })
})
