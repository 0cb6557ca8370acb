import type { KeptLine } from './lobby-api.ts'

/** A line of the lobby's talk, as this page knows it. */
export interface LobbyLine {
  /** Stays the same for as long as the page shows the line. */
  readonly key: number
  readonly text: string
  /** When it came, in ms; the server's time as soon as that is known. */
  readonly at: number
  /** `you`: it was sent from here. `unknown`: the wire does not tell, and the server was not asked yet. */
  readonly by: 'you' | 'unknown' | 'guest' | { readonly name: string }
  /** Of the server, which counts from 1 since its start; `null` while it was not asked. */
  readonly id: number | null
}

/** The lines that the server has listed, and those that came live since. */
export interface LobbyLog {
  readonly lines: readonly LobbyLine[]
  readonly nextKey: number
}

export const emptyLog: LobbyLog = { lines: [], nextKey: 1 }

/** So many lines are shown at most. */
const LINES_MAX = 200

/** So many lines the server lists at most. */
const LISTED_MAX = 100

/** A line came by the wire. */
export function heard(
  { lines, nextKey }: LobbyLog,
  line: { readonly text: string; readonly at: number; readonly by: 'you' | 'unknown' },
): LobbyLog {
  return { lines: [...lines, { key: nextKey, id: null, ...line }].slice(-LINES_MAX), nextKey: nextKey + 1 }
}

/**
 * The server's list is the truth from its first line on. Lines from before it stay (the server keeps the last hundred,
 * and none over a restart), as do those that came live after it was made.
 */
export function listed(log: LobbyLog, list: readonly KeptLine[]): LobbyLog {
  const found = match(log.lines, list)
  const places = [...found.values()].map(line => log.lines.indexOf(line))
  const [first, last] =
    places.length > 0 ? [Math.min(...places), Math.max(...places)] : [log.lines.length, -1]
  const earlier = log.lines
    .slice(0, first)
    .filter(line => (places.length > 0 || line.id !== null) && !isForgotten(line, list))
  const later = log.lines.slice(last + 1).filter(({ id }) => id === null)

  let { nextKey } = log
  const truth = list.map((one, at): LobbyLine => {
    const before = found.get(at)
    const by = before?.by === 'you' ? 'you' : one.name === null ? 'guest' : { name: one.name }
    const key = before?.key ?? nextKey++
    return { key, id: one.id, at: one.at, text: one.text, by }
  })
  return { lines: [...earlier, ...truth, ...later].slice(-LINES_MAX), nextKey }
}

/** Which line stands where in the list. A line that came live has no number yet: the next one that reads the same is it. */
function match(lines: readonly LobbyLine[], list: readonly KeptLine[]): ReadonlyMap<number, LobbyLine> {
  const found = new Map<number, LobbyLine>()
  let from = 0
  for (const line of lines) {
    const at = list.findIndex((one, index) =>
      line.id === null ? index >= from && one.text === line.text : isSame(one, line),
    )
    if (at < 0) continue
    found.set(at, line)
    from = at + 1
  }
  return found
}

/** A list that is not full begins with the first line that is still kept: what was before it was taken back. */
function isForgotten({ id, at }: LobbyLine, list: readonly KeptLine[]): boolean {
  const [first] = list
  return first !== undefined && list.length < LISTED_MAX && id !== null && id < first.id && at <= first.at
}

/** Numbers begin anew when the server does; times go on. */
const isSame = (one: KeptLine, line: LobbyLine): boolean => one.id === line.id && one.at === line.at
