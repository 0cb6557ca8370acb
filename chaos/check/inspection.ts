import { setTimeout as delay } from 'node:timers/promises'
import { seatOf } from '@diceroom/shared/room/room.ts'
import { viewOf } from '@diceroom/shared/room/view.ts'
import type { House } from '../house.ts'
import type { Player } from '../players/player.ts'
import type { Outcome } from '../players/wire.ts'
import { databaseIn } from '../server/server-process.ts'
import { DiceCounts } from './dice-counts.ts'
import { damagesOf, lastSeqs, readLogs } from './log.ts'
import { wrongWith } from './promised.ts'
import { isSame, keyOf, RoomLog } from './room-log.ts'
import { wrongIn } from './told.ts'
import { inspectTranscript } from './transcript.ts'

/** Within so long everybody has to be answered and up to date when nothing is done to them. */
const REST_WITHIN_MS = 60_000
/** Of one kind of complaint a few are enough. */
const COMPLAINTS_PER_CHECK = 10

/** Holds what the players were told and promised against the logs of their rooms. */
export class Inspection {
  private readonly house: House
  private readonly file: string
  /** Where transcripts are kept for other checkers; `null` for nowhere. */
  private readonly transcripts: string | null
  private logs = new Map<string, RoomLog>()
  private readonly asked = new Set<string>()
  private readonly counts = new DiceCounts()

  constructor(house: House, transcripts: string | null) {
    this.house = house
    this.file = databaseIn(house.disk.folder)
    this.transcripts = transcripts
  }

  private get url(): string {
    return `http://127.0.0.1:${this.house.port}`
  }

  /** Lets everybody come to rest, and checks all that has happened since the last time. */
  async inspect(): Promise<void> {
    if ((await this.rest()) === 'at rest') await this.check()
  }

  /** Has done with the rooms that were played in so far. */
  forget(): void {
    for (const log of this.logs.values()) {
      this.house.figures.rooms += 1
      this.house.figures.games += log.state?.games ?? 0
    }
    this.logs = new Map()
    this.asked.clear()
  }

  /** Waits until every request is answered and everybody is up to date. */
  private async rest(): Promise<'at rest' | 'stuck'> {
    const { players, figures } = this.house
    for (const player of players) player.rest()
    const deadline = performance.now() + REST_WITHIN_MS
    for (;;) {
      const waiting = this.waiting()
      if (waiting.length === 0) return 'at rest'
      if (performance.now() > deadline) {
        figures.violations.push(`does not come to rest: ${waiting.slice(0, 5).join('; ')}`)
        return 'stuck'
      }
      await delay(40)
    }
  }

  private async check(): Promise<void> {
    const { players, figures, witness } = this.house
    const { told, outcomes, complaints } = witness.take()
    const wrong = [...complaints]
    const rows = readLogs(this.file, this.roomsOf(outcomes))
    for (const { player, id } of outcomes) if (id !== undefined) this.asked.add(keyOf({ player, id }))
    for (const [room, log] of rows) wrong.push(...this.extend(this.logOf(room), log))
    for (const one of told) {
      const log = this.logs.get(one.room)
      const complaint = log ? wrongIn(one, log) : `${one.player} was told of ${one.room}, where nobody plays`
      if (complaint !== null) wrong.push(`${one.room}: ${complaint}`)
    }
    for (const outcome of outcomes) {
      const log = this.logs.get(roomOf(outcome) ?? '')
      if (log) wrong.push(...wrongWith(outcome, log).map(complaint => `${log.room}: ${complaint}`))
      else if (outcome.id !== undefined) wrong.push(`nobody knows the room of ${JSON.stringify(outcome)}`)
      figures.acknowledged += outcome.id !== undefined && outcome.answers.some(({ ok }) => ok) ? 1 : 0
      figures.refused += outcome.answers.every(({ ok }) => !ok) ? 1 : 0
    }
    for (const player of players) wrong.push(...this.wrongAt(player))
    for (const log of this.logs.values()) wrong.push(...(await this.checkDeals(log)))
    wrong.push(...(await this.counts.compare(this.url)), ...damagesOf(this.file))
    figures.statements += told.length
    figures.checks += 1
    figures.violations.push(...wrong.slice(0, COMPLAINTS_PER_CHECK))
  }

  private waiting(): readonly string[] {
    const { players } = this.house
    const codes = new Set(players.flatMap(({ table }) => (table ? [table.code] : [])))
    const seqs = lastSeqs(this.file, codes)
    return players.flatMap(({ name, unanswered, table, isComingBack }) => {
      if (isComingBack) return [`${name} comes back`]
      const requests = unanswered.map(request => `${name} waits for ${request.name}`)
      if (!table) return requests
      const last = seqs.get(table.code) ?? 0
      if (!table.isJoined) return [...requests, `${name} is not back in ${table.code}`]
      if (table.seq !== last)
        return [...requests, `${name} has ${table.seq} of ${last} events of ${table.code}`]
      return table.state?.dealing.opening ? [...requests, `${table.code} waits for seeds`] : requests
    })
  }

  private roomsOf(outcomes: readonly Outcome[]): ReadonlySet<string> {
    const rooms = new Set(this.logs.keys())
    for (const outcome of outcomes) {
      const room = roomOf(outcome)
      if (room !== null) rooms.add(room)
    }
    return rooms
  }

  private logOf(room: string): RoomLog {
    const log = this.logs.get(room) ?? new RoomLog(room)
    this.logs.set(room, log)
    return log
  }

  private extend(log: RoomLog, rows: Parameters<RoomLog['extend']>[0]): readonly string[] {
    const before = log.seq
    const complaints = log.extend(rows)
    this.house.figures.events += log.seq - before
    for (const event of log.events.slice(before)) this.counts.add(event)
    const unasked = [...log.made.keys()].filter(key => !this.asked.has(key))
    return [...complaints, ...unasked.map(key => `nobody has sent the command ${key}`)].map(
      complaint => `${log.room}: ${complaint}`,
    )
  }

  /** What is wrong with how a player sees the table, at rest. */
  private wrongAt({ me, table }: Player): readonly string[] {
    const log = table && this.logs.get(table.code)
    if (!log?.state || !table || me === null) return []
    const seat = seatOf(log.state, me)
    const lost = table.seat !== null && seat !== table.seat ? [`${me} has lost seat ${table.seat}`] : []
    const isRight = isSame(table.state, viewOf(log.state, seat ?? 'spectator'))
    return isRight
      ? lost
      : [...lost, `${log.room}: ${me} sees ${JSON.stringify(table.state)}, not what the log makes`]
  }

  private async checkDeals(log: RoomLog): Promise<readonly string[]> {
    const { figures } = this.house
    const checked = await inspectTranscript(log, { url: this.url, folder: this.transcripts })
    const known = log.verified
    figures.seeds += checked.seeds - known.seeds
    figures.missing += checked.missing - known.missing
    figures.dealsClosed += checked.dealsClosed - known.dealsClosed
    figures.rolls += checked.rolls - known.rolls
    log.verified = checked
    return checked.complaints.map(complaint => `${log.room}: ${complaint}`)
  }
}

/** Where a command was to act; of one that made a room, the room. */
function roomOf({ room, answers }: Outcome): string | null {
  if (room !== undefined) return room
  for (const answer of answers) if (answer.ok && answer.room !== undefined) return answer.room
  return null
}
