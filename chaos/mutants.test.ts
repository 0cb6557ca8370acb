import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { run } from './run.ts'
import { removeAll } from './server/disk.ts'
import { killAll } from './server/server-process.ts'

// A checker that cannot fail proves nothing: each of these servers has one thing wrong.

afterAll(() => {
  killAll()
  removeAll()
})

const KILLS = 60

/** What the harness says of a mutant; it ends with the first check that finds something. */
async function violationsOf(mutant: string): Promise<string> {
  const { violations } = await run({
    main: fileURLToPath(new URL(`mutants/${mutant}.ts`, import.meta.url)),
    seed: 1,
    kills: KILLS,
    checkEvery: 3,
    checksPerRoom: 5,
    // Some mutants never come to rest.
    restWithinMs: 20_000,
    withinMs: 600_000,
    transcripts: null,
    disk: 'full in every way',
    onProgress: () => {},
  })
  return violations.join('\n')
}

it('[CH8] finds a server that tells before it has written', async () => {
  expect(await violationsOf('tells-before-it-writes')).toMatch(
    /and the log says|is not in the log|the log ends/,
  )
})

it('[CH8] finds a server that forgets its ids', async () => {
  expect(await violationsOf('forgets-its-ids')).toMatch(/is done twice/)
})

it('[CH8] finds a server that loses seats', async () => {
  expect(await violationsOf('loses-seats')).toMatch(/has lost seat|had seat/)
})

it('[CH8] finds a server that does a command twice', async () => {
  expect(await violationsOf('does-a-command-twice')).toMatch(/is done twice/)
})

it('[CH8] finds a server that loses a command', async () => {
  expect(await violationsOf('loses-a-command')).toMatch(/is not in the log/)
})

it('[CH8] finds a server that writes by halves', async () => {
  expect(await violationsOf('writes-by-halves')).toMatch(
    /the append that reaches to|in the middle of the append/,
  )
})

it('[CH8] finds a server that takes a failed write for one that was done', async () => {
  expect(await violationsOf('trusts-a-full-disk')).toMatch(/is not in the log/)
})

it('[CH8] finds a server that keeps something else than it tells', async () => {
  expect(await violationsOf('writes-other-words')).toMatch(/and the log says/)
})

it('[CH8] finds a server whose dice do not follow from its secret', async () => {
  // In a deal that is over by the secret, in one that is open by what the rules made of the first dice.
  expect(await violationsOf('rolls-again')).toMatch(/has to show|is not what follows from a legal move/)
})
