import { setTimeout as delay } from 'node:timers/promises'
import { seatOf } from '@diceroom/shared/room/room.ts'
import { viewOf } from '@diceroom/shared/room/view.ts'
import type { House } from '../house.ts'
import type { Player } from '../players/player.ts'
import type { Outcome, Told } from '../players/wire.ts'
import { databaseIn } from '../server/server-process.ts'
import { DiceCounts } from './dice-counts.ts'
import { damagesOf, lastSeqs, readLogs } from './log.ts'
import { wrongWith } from './promised.ts'
import { isSame, keyOf, RoomLog } from './room-log.ts'
import { wrongIn } from './told.ts'
import { inspectTranscript } from './transcript.ts'

/** Of one kind of complaint a few are enough. */
const COMPLAINTS_OF_A_KIND = 4

interface InspectionOptions {
  /** Within so long everybody has to be answered and up to date when nothing is done to them. */
  readonly restWithinMs: number
  /** Where transcripts are kept for other checkers; `null` for nowhere. */
  readonly transcripts: string | null
}

/** Commands that a server gives itself under a mark: time that is credited, and what its bots do. */
const BY_ITSELF = /^(server|seat \d+|bot-\d+) /

/** Holds what the players were told and promised against the logs of their rooms. */
export class Inspection {
  private readonly house: House
  private readonly file: string
  private readonly options: InspectionOptions
  private logs = new Map<string, RoomLog>()
  private readonly asked = new Set<string>()
  private readonly counts = new DiceCounts()

  constructor(house: House, options: InspectionOptions) {
    this.house = house
    this.file = databaseIn(house.disk.folder)
    this.options = options
  }

  private get url(): string {
    return `http://127.0.0.1:${this.house.port}`
  }

  /** Lets everybody come to rest, and checks all that has happened since the last time. */
  async inspect(): Promise<void> {
    await this.rest()
    await this.check()
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
  private async rest(): Promise<void> {
    const { players, figures } = this.house
    for (const player of players) player.rest()
    const deadline = performance.now() + this.options.restWithinMs
    for (;;) {
      const waiting = this.waiting()
      if (waiting.length === 0) return
      if (performance.now() > deadline) {
        figures.violations.push(`does not come to rest: ${waiting.slice(0, 5).join('; ')}`)
        return
      }
      await delay(40)
    }
  }

  private async check(): Promise<void> {
    const { players, figures, witness } = this.house
    const { told, outcomes, complaints } = witness.take()
    for (const { player, id } of outcomes) if (id !== undefined) this.asked.add(keyOf({ player, id }))
    const logs = [...readLogs(this.file, this.roomsOf(outcomes))]
    figures.statements += told.length
    figures.checks += 1
    this.complain(complaints)
    this.complain(logs.flatMap(([room, rows]) => this.extend(this.logOf(room), rows)))
    this.complain(told.flatMap(one => this.wrongIn(one)))
    this.complain(outcomes.flatMap(outcome => this.wrongWith(outcome)))
    this.complain(players.flatMap(player => this.wrongAt(player)))
    for (const log of this.logs.values()) this.complain(await this.checkDeals(log))
    this.complain(await this.counts.compare(this.url))
    this.complain(damagesOf(this.file))
  }

  private complain(ofAKind: readonly string[]): void {
    this.house.figures.violations.push(...ofAKind.slice(0, COMPLAINTS_OF_A_KIND))
  }

  private wrongIn(told: Told): readonly string[] {
    const log = this.logs.get(told.room)
    const complaint = log ? wrongIn(told, log) : `${told.player} was told of a room where nobody plays`
    return complaint === null ? [] : [`${told.room}: ${complaint}`]
  }

  private wrongWith(outcome: Outcome): readonly string[] {
    if (outcome.id === undefined) return []
    const { figures } = this.house
    if (outcome.answers.some(({ ok }) => ok)) figures.acknowledged += 1
    else figures.refused += 1
    const log = this.logs.get(roomOf(outcome) ?? '')
    if (!log) return [`nobody knows the room of ${JSON.stringify(outcome)}`]
    return wrongWith(outcome, log).map(complaint => `${log.room}: ${complaint}`)
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
    const unasked = [...log.made.keys()].filter(key => !this.asked.has(key) && !BY_ITSELF.test(key))
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
    const checked = await inspectTranscript(log, { url: this.url, folder: this.options.transcripts })
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
