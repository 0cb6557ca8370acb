import { hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartupError } from '../config.ts'

/** The name of the file, beside the database. */
export const KEY_FILE = 'secret.key'
const BYTES = 32

/**
 * The server's secret, 32 bytes: made on the first start and kept beside the data, readable by its owner alone.
 * `null` for a server that keeps nothing: then it lives as long as the process.
 */
export function secretKey(folder: string | null): Uint8Array {
  if (folder === null) return randomBytes(BYTES)
  const file = join(folder, KEY_FILE)
  const made = randomBytes(BYTES).toString('base64')
  return inFolder(folder, () => {
    mkdirSync(folder, { recursive: true })
    try {
      // `wx`: of two processes that start at once one makes the key, and the other reads it.
      writeFileSync(file, made, { flag: 'wx', mode: 0o600, flush: true })
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      chmodSync(file, 0o600)
      // Empty if the disk was full, or the power failed, when it was first made.
      if (statSync(file).size === 0) writeFileSync(file, made, { flush: true })
    }
    return readKey(file)
  })
}

/** The secret that was made before; `null` where it is gone. */
export const keptKey = (folder: string): Uint8Array | null =>
  inFolder(folder, () => {
    const file = join(folder, KEY_FILE)
    return existsSync(file) ? readKey(file) : null
  })

function readKey(file: string): Uint8Array {
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (key.length === BYTES) return key
  throw new StartupError(`${file} is damaged: it does not hold ${BYTES} bytes in base64.`)
}

function inFolder<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof StartupError) throw error
    throw new StartupError(
      `Cannot keep data in ${folder}: ${error instanceof Error ? error.message : error}.`,
    )
  }
}

/** A key of its own for one purpose (HKDF-SHA256). */
export const derivedKey = (secret: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `dice-room ${purpose}`, BYTES))
