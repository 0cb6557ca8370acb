import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FullSpell } from '../plan/schedule.ts'
import { databaseIn } from './server-process.ts'

/** A file system of its own has so much room while it is not full. It takes memory only as it is used. */
const ROOM_BYTES = 1024 ** 3

/**
 * The folder that the server writes to, whose disk can be full in two ways: a limit to the size of its files (`prlimit`), which
 * SQLite sees as a failing write, or a file system without room (a tmpfs, where we may mount one), which it sees as such.
 */
export class Disk {
  readonly folder = mkdtempSync(join(tmpdir(), 'dice-room-chaos-'))
  /** In which ways this machine lets it be full. */
  readonly ways: readonly FullSpell['how'][]

  constructor(kind: 'full in every way' | 'a real one') {
    const ways: FullSpell['how'][] = []
    if (done('prlimit', '--version')) ways.push('file size')
    if (
      kind === 'full in every way' &&
      done('mount', '-t', 'tmpfs', '-o', `size=${ROOM_BYTES},mode=700`, 'dice-room-chaos', this.folder)
    ) {
      ways.push('file system')
    }
    this.ways = ways
    mounted.add(this)
  }

  /** Lets the server with this process id write nothing more; whether it could be done. */
  fill({ how, slack }: Pick<FullSpell, 'how' | 'slack'>, pid: number): boolean {
    if (!this.ways.includes(how)) return false
    if (how === 'file size')
      return done('prlimit', `--pid=${pid}`, `--fsize=${sizeOf(this.walFile) + slack}:`)
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const { blocks, bfree, bsize } = statfsSync(this.folder)
      const used = (blocks - bfree) * bsize
      // Fails where it has grown meanwhile.
      if (done('mount', '-o', `remount,size=${used}`, this.folder)) return true
    }
    return false
  }

  /** Gives the room back. */
  giveBack(how: FullSpell['how'], pid: number): void {
    if (how === 'file size') done('prlimit', `--pid=${pid}`, '--fsize=unlimited:')
    else done('mount', '-o', `remount,size=${ROOM_BYTES}`, this.folder)
  }

  remove(): void {
    if (!mounted.delete(this)) return
    if (this.ways.includes('file system')) done('umount', '--lazy', this.folder)
    rmSync(this.folder, { recursive: true, force: true })
  }

  private get walFile(): string {
    return `${databaseIn(this.folder)}-wal`
  }
}

const mounted = new Set<Disk>()

/** Removes every folder that was made here. */
export function removeAll(): void {
  for (const disk of [...mounted]) disk.remove()
}

const done = (command: string, ...args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
