import { Socket } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import type { KillPoint } from '../plan/schedule.ts'

// Loaded into the server before its own code (`--import`): lets it kill itself at an exact point, as nobody outside could.
// It counts from SIGUSR2 on.

const point: KillPoint | null = JSON.parse(process.env.KILL_POINT ?? 'null')
let isArmed = false
let commits = 0
let writesSince = 0

const die = () => process.kill(process.pid, 'SIGKILL')

function watchCommits({ at, nth }: KillPoint): void {
  const exec = DatabaseSync.prototype.exec
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
    const isCommit = isArmed && /^\s*COMMIT/i.test(sql)
    if (isCommit) commits += 1
    if (isCommit && at === 'before a commit' && commits >= nth) die()
    exec.call(this, sql)
    if (isCommit && at === 'after a commit' && commits >= nth) die()
    if (isCommit && commits === nth) writesSince = 0
  }
}

/** Dies when `writes` writes have been handed to the kernel since the commit. */
function watchWrites({ nth, writes }: Extract<KillPoint, { at: 'between two writes' }>): void {
  const count = () => {
    if (commits < nth) return
    writesSince += 1
    if (writesSince >= writes) die()
  }
  const { _write, _writev } = Socket.prototype
  Socket.prototype._write = function (this: Socket, chunk, encoding, callback) {
    _write.call(this, chunk, encoding, callback)
    count()
  }
  Socket.prototype._writev = function (this: Socket, chunks, callback) {
    _writev?.call(this, chunks, callback)
    count()
  }
}

if (point) {
  watchCommits(point)
  if (point.at === 'between two writes') watchWrites(point)
  process.on('SIGUSR2', () => {
    isArmed = true
  })
}
