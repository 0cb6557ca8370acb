/** What Linux knows about a process. Elsewhere there is no answer, and the tables show a dash. */
import { readFileSync } from 'node:fs'

const ticksPerSecond = 100

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Seconds of processor time, user and system, that all threads of the process have used. */
export function cpuSeconds(pid: number): number | undefined {
  const stat = read(`/proc/${pid}/stat`)
  if (stat === undefined) return undefined
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond
}

/** Bytes of memory that the process holds resident. */
export function residentBytes(pid: number): number | undefined {
  const kibibytes = read(`/proc/${pid}/status`)?.match(/^VmRSS:\s+(\d+) kB$/m)?.[1]
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024
}

/** How many files and sockets this process may have open at once. */
export function openFilesLimit(): number {
  const soft = read('/proc/self/limits')?.match(/^Max open files\s+(\d+)/m)?.[1]
  return soft === undefined ? 1024 : Number(soft)
}
