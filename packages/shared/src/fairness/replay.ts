import type { Outcome, Seat } from '../games/game.ts'
import { isPlayedFor, outcomeOf } from '../room/course.ts'
import { isTableEvent, type LoggedGameEvent, type LoggedTableEvent } from '../room/events.ts'
import { begin, evolve } from '../room/evolve.ts'
import { isEndless, type RoomState } from '../room/room.ts'
import { checkMaking, checkTableEvent, type DueGame } from './check-course.ts'
import { loggedRolls } from './logged-dice.ts'
import { type Log, type Match, matchBegin, matchMove } from './match-moves.ts'
import { type Reason, reason } from './reasons.ts'
import type { Transcript } from './transcript.ts'
import type { CheckedGame } from './verdict.ts'

// Plays a room again by the rules of its game: with these dice, was every event the consequence of a legal move?

interface Replayed {
  readonly wrong: Reason | null
  readonly games: readonly CheckedGame[]
  /** The number of the last event that was played again. */
  readonly replayedTo: number
}

/** `open` is the number of the deal that is still open at the end, in which something may be hidden. */
export async function replay(
  { created, lines }: Transcript,
  open: number | null,
  pause: (done: number) => Promise<void>,
): Promise<Replayed> {
  const wrong = checkMaking(created)
  if (wrong) return { wrong, games: [], replayedTo: 0 }
  const room = new Replay(begin(created), { lines, rolls: loggedRolls(lines) }, open)
  while (room.playOn()) await pause(room.at)
  return { wrong: room.wrong, games: room.games, replayedTo: room.state.seq }
}

class Replay {
  state: RoomState
  wrong: Reason | null = null
  readonly games: CheckedGame[] = []
  /** Index of the next event. */
  at = 1
  private readonly log: Log
  private readonly open: number | null
  private due: DueGame | null = null
  /** Whose default moves were announced, and have not come yet. */
  private overdue: readonly Seat[] = []

  constructor(state: RoomState, log: Log, open: number | null) {
    this.state = state
    this.log = log
    this.open = open
  }

  /** Plays the next event; whether there is more. */
  playOn(): boolean {
    try {
      return this.next()
    } catch (error) {
      const { seq = this.at, type = 'nothing' } = this.log.lines[this.at]?.event ?? {}
      const what = error instanceof Error ? error.message : String(error)
      return this.stop(reason('not_understood', { seq, type, what }))
    }
  }

  private next(): boolean {
    const event = this.log.lines[this.at]?.event
    if (!event)
      return this.due || outcomeOf(this.state) ? this.stop(reason('cut_off', { seq: this.at })) : false
    const { seq, type } = event
    if (this.due && type !== 'game_started') {
      return this.stop(reason('start_missing', { seq, deal: this.due.deal }))
    }
    if (type !== 'game_over' && outcomeOf(this.state))
      return this.stop(reason('game_over_missing', { seq, type }))
    return isTableEvent(event) ? this.takeTableEvent(event) : this.takeMove(event)
  }

  /** Whether a default move may be made for a seat: nobody plays it, or its time was just said to be over. */
  private isDefault(seat: Seat | undefined): boolean {
    if (seat === undefined) return false
    const isDue = this.overdue.includes(seat)
    this.overdue = this.overdue.filter(other => other !== seat)
    return isDue || isPlayedFor(this.state.seats[seat])
  }

  private takeMove({ seq, type, seat, auto }: LoggedGameEvent): boolean {
    if (this.state.phase !== 'playing') return this.stop(reason('not_playing', { seq, type }))
    if (auto && !this.isDefault(seat)) return this.stop(reason('move_wrong', { seq, type }))
    return this.takeMatched(matchMove(this.state, this.log, this.at), reason('move_wrong', { seq, type }))
  }

  private takeTableEvent(event: LoggedTableEvent): boolean {
    const before = this.state
    const wrong = checkTableEvent(before, event, this.due)
    if (wrong) return this.stop(wrong)
    this.take(1)
    const { seq } = event
    switch (event.type) {
      case 'timed_out':
        this.overdue = event.seats
        return true
      case 'default_asked':
        this.overdue = before.turn?.seats ?? []
        return true
      case 'game_started':
        this.due = null
        this.games.push({
          number: event.number,
          status: 'playing',
          startedSeq: seq,
          endedSeq: null,
          outcome: null,
        })
        return this.beginRound()
      case 'game_over':
        return this.endGame({ status: 'over', endedSeq: seq, outcome: event.outcome })
      case 'game_aborted':
        return this.endGame({ status: 'aborted', endedSeq: seq, outcome: null })
      case 'deal_ready':
        if (before.phase === 'playing') return isEndless(before) ? true : this.beginRound()
        this.due = { deal: event.deal, seats: before.dealing.opening?.seats ?? [] }
        return true
      default:
        return true
    }
  }

  private beginRound(): boolean {
    const seq = this.at + 1
    const deal = this.state.dealing.current?.deal ?? 0
    const isCutOff = this.at >= this.log.lines.length
    const wrong = isCutOff ? reason('cut_off', { seq: this.at }) : reason('begin_wrong', { seq, deal })
    return this.takeMatched(matchBegin(this.state, this.log, this.at), wrong)
  }

  private endGame(end: { status: 'over' | 'aborted'; endedSeq: number; outcome: Outcome | null }): boolean {
    const game = this.games.pop()
    if (game) this.games.push({ ...game, ...end })
    return true
  }

  /** Takes what a decision explains. What is hidden in an open deal cannot be known yet, and so the replay ends. */
  private takeMatched(match: Match, wrong: Reason): boolean {
    if (typeof match === 'number') return this.take(match)
    const mayBeHidden = match === 'hidden' && this.state.dealing.current?.deal === this.open
    return mayBeHidden ? false : this.stop(wrong)
  }

  /** Folds so many events. */
  private take(count: number): true {
    for (const { event } of this.log.lines.slice(this.at, this.at + count)) {
      this.state = evolve(this.state, event)
      this.at += 1
    }
    return true
  }

  private stop(wrong: Reason): false {
    this.wrong = wrong
    return false
  }
}
