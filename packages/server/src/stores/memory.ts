import type { GameId } from '@diceroom/shared/games/registry.ts'
import { blanked, withoutName, wordsIn } from '@diceroom/shared/room/blank.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { PlayedGame } from '@diceroom/shared/room/played-game.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { adopted } from './adopted.ts'
import { addFaces } from './face-counts.ts'
import { GroupCommit } from './group-commit.ts'
import type { Appended, Beside, GameTotals, RoomStore, SealedRoot, Snapshot } from './room-store.ts'
import { addTotals, NO_TOTALS } from './totals.ts'

interface Entry {
  /** As text, so that nobody holds on to what is stored. */
  readonly events: string[]
  readonly roots: SealedRoot[]
  readonly played: PlayedGame[]
  /** Who is not to be found by which game any more: `number player`. */
  readonly forgotten: Set<string>
  snapshot: Snapshot | null
  lastAt: number
}

/** The rooms of which a batch has refused an append. */
type Lost = Set<string>

const parse = (text: string): LoggedEvent => JSON.parse(text)

const latestFirst = (a: PlayedGame, b: PlayedGame): number =>
  b.at - a.at || Number(b.room > a.room) - Number(b.room < a.room) || b.number - a.number

/** Keeps rooms as long as the process lives: for tests, and for trying things out. */
export function memoryStore(): RoomStore {
  const rooms = new Map<string, Entry>()
  const faceCounts = new Map<number, number[]>()
  const totals = new Map<PlayerId, Map<GameId, GameTotals>>()
  let claimed: string | null = null
  let alive: number | null = null
  const writes = new GroupCommit<Lost>(works => {
    const lost: Lost = new Set()
    return works.map(work => work(lost))
  })

  function appendEvents(
    room: string,
    expectedSeq: number,
    { events, beside, lost }: { events: readonly LoggedEvent[]; beside: Beside; lost: Lost },
  ): Appended {
    const entry = rooms.get(room) ?? {
      events: [],
      roots: [],
      played: [],
      forgotten: new Set(),
      snapshot: null,
      lastAt: 0,
    }
    if (lost.has(room) || entry.events.length !== expectedSeq) {
      lost.add(room)
      return 'conflict'
    }
    for (const event of events) entry.events.push(JSON.stringify(event))
    entry.lastAt = events.at(-1)?.at ?? entry.lastAt
    entry.roots.push(...(beside.roots ?? []))
    if (beside.played) entry.played.push(structuredClone(beside.played))
    if (beside.faces) addFaces(faceCounts, beside.faces)
    for (const { player, game, ...more } of beside.totals ?? []) {
      const games = totals.get(player) ?? new Map<GameId, GameTotals>()
      totals.set(player, games.set(game, { game, ...addTotals(games.get(game) ?? NO_TOTALS, more) }))
    }
    rooms.set(room, entry)
    return 'appended'
  }

  return {
    append: (room, expectedSeq, events, beside = {}) =>
      writes.add(lost => appendEvents(room, expectedSeq, { events, beside, lost })),
    async load(room) {
      const entry = rooms.get(room)
      if (!entry) return null
      const { snapshot, roots, events } = entry
      return { snapshot, roots: [...roots], events: events.slice(snapshot?.seq ?? 0).map(parse) }
    },
    async read(room, after, limit) {
      return (rooms.get(room)?.events ?? []).slice(after, after + limit).map(parse)
    },
    async saveSnapshot(room, snapshot) {
      const entry = rooms.get(room)
      if (entry && snapshot.seq > (entry.snapshot?.seq ?? 0)) entry.snapshot = snapshot
    },
    async idleSince({ withGames, others }, limit) {
      return [...rooms]
        .flatMap(([room, { lastAt, played }]) =>
          lastAt < (played.length > 0 ? withGames : others) ? [room] : [],
        )
        .slice(0, limit)
    },
    async playedBy(player, before, limit) {
      const games = [...rooms.values()].flatMap(({ played, forgotten }) =>
        played.filter(({ number }) => !forgotten.has(`${number} ${player}`)),
      )
      const theirs = games.filter(({ at, players }) => at < before && players.some(p => p.player === player))
      return theirs.sort(latestFirst).slice(0, limit)
    },
    async totalsOf(player) {
      return [...(totals.get(player)?.values() ?? [])]
    },
    async adopt(from, to) {
      for (const { played } of rooms.values()) {
        for (const [at, game] of played.entries()) played[at] = adopted(game, from, to)
      }
      const theirs = totals.get(to) ?? new Map<GameId, GameTotals>()
      for (const [game, more] of totals.get(from) ?? []) {
        theirs.set(game, { game, ...addTotals(theirs.get(game) ?? NO_TOTALS, more) })
      }
      if (theirs.size > 0) totals.set(to, theirs)
      totals.delete(from)
    },
    async forget(player) {
      totals.delete(player)
      for (const { played, forgotten } of rooms.values()) {
        for (const game of played) forgotten.add(`${game.number} ${player}`)
      }
    },
    async roomsAfter(after, limit) {
      return [...rooms.keys()]
        .filter(room => room > after)
        .sort((a, b) => Number(a > b) - Number(a < b))
        .slice(0, limit)
    },
    async words(room, player) {
      return wordsIn((rooms.get(room)?.events ?? []).map(parse), player)
    },
    async blank(room, player) {
      const entry = rooms.get(room)
      if (!entry) return false
      const events = blanked(entry.events.map(parse), player)
      for (const event of events) entry.events[event.seq - 1] = JSON.stringify(event)
      const { snapshot, played } = entry
      for (const [at, game] of played.entries()) played[at] = withoutName(game, player)
      const body = snapshot && JSON.stringify(withoutName(JSON.parse(snapshot.body), player))
      if (snapshot && body) entry.snapshot = { ...snapshot, body }
      return events.length > 0
    },
    async faceCounts() {
      return structuredClone(faceCounts)
    },
    async claim(fingerprint) {
      claimed ??= fingerprint
      return claimed === fingerprint
    },
    async isClaimed() {
      return claimed !== null
    },
    async noteAlive(at) {
      alive = at
    },
    async lastAlive() {
      return alive
    },
    async remove(room) {
      rooms.delete(room)
    },
    async ping() {},
    async close() {
      writes.flush()
    },
  }
}
