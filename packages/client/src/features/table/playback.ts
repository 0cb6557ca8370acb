import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import { presenceOf, type Table, tableAfter } from '@diceroom/sdk/store/table.ts'
import type { Throw } from '@diceroom/sdk/store/throws.ts'

/** The table as it is shown: what a throw decided shows when its dice have landed, throw after throw. */
export interface Playback {
  readonly shown: Table
  /** The throws still to be shown; the first one is in the air. */
  readonly queue: readonly Throw[]
  /** The table as it is. */
  readonly goal: Table
}

/** Whatever lay there on arrival is shown at once. */
export const playbackFrom = (table: Table): Playback => ({ shown: table, queue: [], goal: table })

/** The playback when the table has changed: older throws that are still in the air have landed. */
export function follow(before: Playback, table: Table): Playback {
  if (table === before.goal) return before
  const queue = table.throws.filter(({ when, at }) => when === 'now' && at > before.goal.room.seq)
  const [first] = queue
  if (first) return { shown: tableUpTo(before.shown, table, first.at - 1), queue, goal: table }
  if (before.queue.length === 0 || isRestarted(before.goal, table)) return playbackFrom(table)
  return { ...before, shown: { ...before.shown, ...presenceOf(table) }, goal: table }
}

/** The playback when the dice of the throw `key` have landed. */
export function land(before: Playback, key: string): Playback {
  const [landed, ...queue] = before.queue
  if (landed?.key !== key) return before
  const [next] = queue
  if (!next) return playbackFrom(before.goal)
  return { ...before, shown: tableUpTo(before.shown, before.goal, next.at - 1), queue }
}

/** Whether the table is not the one before with something added, but told anew. */
const isRestarted = (before: Table, table: Table): boolean =>
  before.me !== table.me || (table.room.seq > before.room.seq && eventsAfter(before, table) === null)

/** `shown` with what happened up to `seq`; the table as it is where that cannot be told any more. */
function tableUpTo(shown: Table, goal: Table, seq: number): Table {
  const events = shown.me === goal.me ? eventsAfter(shown, goal) : null
  if (events === null) return goal
  const due = events.map(({ event }) => event).filter(event => event.seq <= seq)
  return { ...tableAfter(shown, due, Number.POSITIVE_INFINITY), ...presenceOf(goal) }
}

/** What happened between two tables; `null` where there is a hole. */
function eventsAfter(before: Table, after: Table): readonly FeedEntry[] | null {
  const missing = after.room.seq - before.room.seq
  const entries = after.feed.filter(({ event }) => event.seq > before.room.seq)
  return entries.length === missing ? entries : null
}
