import { parseArgs } from 'node:util'
import type { RunOptions } from './run.ts'
import { PRODUCT } from './server/server-process.ts'

const KILLS = 30
/** A kill and what comes with it take about two seconds; much slower machines are waited for. */
const MS_PER_KILL = 12_000
const REST_WITHIN_MS = 60_000
const MS_MORE = 180_000

/** Reads `--kills`, `--seed`, `--transcripts` (a folder) and `--real-disk`; throws what is wrong with them. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Omit<RunOptions, 'onProgress'> {
  const { values } = parseArgs({
    args: args.filter(arg => arg !== '--'),
    options: {
      kills: { type: 'string', default: String(KILLS) },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      main: { type: 'string', default: PRODUCT },
      'real-disk': { type: 'boolean', default: false },
    },
  })
  const kills = wholeNumber('kills', values.kills)
  return {
    main: values.main,
    seed: wholeNumber('seed', values.seed),
    kills,
    checkEvery: 10,
    checksPerRoom: 5,
    restWithinMs: REST_WITHIN_MS,
    withinMs: kills * MS_PER_KILL + MS_MORE,
    transcripts: env.TRANSCRIPTS ?? null,
    disk: values['real-disk'] ? 'a real one' : 'full in every way',
  }
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 0)
    throw new Error(`--${name} takes a whole number, not "${text}"`)
  return number
}
