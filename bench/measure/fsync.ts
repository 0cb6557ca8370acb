/** How fast this machine makes one small commit durable: the ceiling of a server that commits once per roll. */
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { DatabaseSync } from 'node:sqlite'

/** Commits per second of `node:sqlite` in `folder`, WAL with `synchronous=FULL`, one insert each. */
export function commitsPerSecond(folder: string, durationMs: number): number {
  const database = new DatabaseSync(join(folder, 'commits.sqlite'))
  database.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE log (seq INTEGER PRIMARY KEY, event TEXT)',
  )
  const insert = database.prepare('INSERT INTO log (event) VALUES (?)')
  const event = JSON.stringify({ at: Date.now(), type: 'rolled', seat: 0, dice: [4] })
  const start = performance.now()
  let commits = 0
  while (performance.now() - start < durationMs) {
    insert.run(event)
    commits++
  }
  const seconds = (performance.now() - start) / 1000
  database.close()
  return commits / seconds
}
