import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Leaves a transcript in the folder that TRANSCRIPTS names, where `docs/verify.py` checks it after the tests. */
export function keepTranscript(name: string, transcript: unknown): void {
  const folder = process.env.TRANSCRIPTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name.replaceAll(/\W+/g, '-')}.json`), JSON.stringify(transcript))
}
