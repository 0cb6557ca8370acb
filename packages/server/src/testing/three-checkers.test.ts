import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { testHashes } from '@diceroom/shared/fairness/testing/hashes.ts'
import {
  chainsTranscript,
  freeRollTranscript,
  hiddenTranscript,
  raceTranscript,
  visitedTranscript,
} from '@diceroom/shared/fairness/testing/honest-transcripts.ts'
import { anyMangling, mangled } from '@diceroom/shared/fairness/testing/mangle.ts'
import { realRoom } from '@diceroom/shared/fairness/testing/real-room.ts'
import { verifyTranscript } from '@diceroom/shared/fairness/verify.ts'
import { type GameId, isGameId } from '@diceroom/shared/games/registry.ts'
import { anyEvening } from '@diceroom/shared/testing/random-room.ts'
import fc from 'fast-check'
import { afterAll, expect, it, vi } from 'vitest'
import { checkTranscript } from './check-transcript.ts'
import { keepTranscript } from './keep-transcript.ts'

vi.mock('@diceroom/shared/games/registry.ts', async original => {
  const { withHiddenDice } = await import('@diceroom/shared/testing/with-hidden-dice.ts')
  return withHiddenDice(await original())
})

const folder = mkdtempSync(join(tmpdir(), 'dice-room-three-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Answers {
  readonly page: string
  readonly server: string
  readonly script: string
}

/** What each of the three says of each transcript: why not, or `yes`. */
async function askAll(transcripts: readonly unknown[]): Promise<readonly Answers[]> {
  const script = answersOfScript(transcripts)
  return Promise.all(
    transcripts.map(async (transcript, index) => ({
      page: (await verifyTranscript(transcript, { crypto: testHashes })).reason?.sentence ?? 'yes',
      server: checkTranscript(transcript).complaints[0] ?? 'yes',
      script: script[index] ?? 'nothing',
    })),
  )
}

function answersOfScript(transcripts: readonly unknown[]): readonly string[] {
  const files = transcripts.map((transcript, index) => {
    const file = join(folder, `${index}.json`)
    writeFileSync(file, JSON.stringify(transcript))
    return file
  })
  const program = fileURLToPath(new URL('../../../../docs/verify.py', import.meta.url))
  const { stdout } = spawnSync('python3', [program, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 })
  const lines = stdout.split('\n')
  return files.map(file => {
    const answer = lines.find(line => line.startsWith(`${file}: `))?.slice(file.length + 2)
    return answer?.startsWith('YES') ? 'yes' : (answer ?? 'nothing')
  })
}

const games: readonly GameId[] = ['free-roll', 'race', 'hidden-dice'].filter(isGameId)

it.each(games)('[PF1] all accept what was done in a room of %s', async game => {
  const evenings = fc.sample(anyEvening, { numRuns: 25, seed: 1 })
  const transcripts = evenings.flatMap(evening => [...realRoom(game, evening)].slice(-1))
  for (const [index, transcript] of transcripts.entries()) keepTranscript(`${game}-${index}`, transcript)
  for (const answers of await askAll(transcripts)) {
    expect(answers).toEqual({ page: 'yes', server: 'yes', script: 'yes' })
  }
})

it('[PF4] whatever is put wherever, the page refuses what another refuses', async () => {
  const honest = [
    raceTranscript(),
    hiddenTranscript(),
    freeRollTranscript(),
    visitedTranscript(),
    chainsTranscript(),
  ]
  const anyForgery = fc.tuple(fc.constantFrom(...honest), anyMangling)
  const forgeries = fc
    .sample(anyForgery, { numRuns: 250, seed: 1 })
    .map(([transcript, mangling]) => mangled(transcript, mangling))
  const all = await askAll(forgeries)
  for (const answers of all.filter(({ page }) => page === 'yes')) {
    expect(answers).toEqual({ page: 'yes', server: 'yes', script: 'yes' })
  }
  expect(all.filter(({ page }) => page !== 'yes').length).toBeGreaterThan(200)
})
