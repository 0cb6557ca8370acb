import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { addFaces } from './face-counts.ts'
import type { Appended, Beside } from './room-store.ts'
import type { Statements } from './sqlite-statements.ts'

/** The appends of one transaction. */
export class SqliteBatch {
  readonly statements: Statements
  /** The rooms of which an append was refused. */
  private readonly lost = new Set<string>()
  /** What was rolled, to be written at the end. */
  private readonly faces = new Map<number, number[]>()

  constructor(statements: Statements) {
    this.statements = statements
  }

  append(
    room: string,
    expectedSeq: number,
    { events, beside }: { events: readonly LoggedEvent[]; beside: Beside },
  ): Appended {
    if (this.lost.has(room)) return 'conflict'
    const [first, ...rest] = events
    if (first === undefined) return 'appended'
    const { appendFirst, appendNext, addRoom } = this.statements
    const { changes } = appendFirst.run(room, first.seq, first.at, JSON.stringify(first), expectedSeq)
    if (changes === 0) {
      this.lost.add(room)
      return 'conflict'
    }
    for (const event of rest) appendNext.run(room, event.seq, event.at, JSON.stringify(event))
    if (expectedSeq === 0) addRoom.run(room)
    this.keepBeside(room, beside)
    return 'appended'
  }

  /** Adds what was rolled to the counts, one statement for each face that came up. */
  countFaces(): void {
    for (const [sides, counts] of this.faces) {
      for (const [at, count] of counts.entries()) {
        if (count > 0) this.statements.countFace.run(sides, at + 1, count)
      }
    }
  }

  private keepBeside(room: string, { roots = [], faces, played, totals = [] }: Beside): void {
    const { addRoot, addGame, addPlayed, addTotals } = this.statements
    for (const { chain, sealed } of roots) addRoot.run(room, chain, sealed)
    if (faces) addFaces(this.faces, faces)
    for (const { player, game, games, wins, dice, over, variance12 } of totals) {
      addTotals.run(player, game, games, wins, dice, over, variance12)
    }
    if (!played) return
    addGame.run(room, played.number, JSON.stringify(played))
    for (const { player } of played.players) addPlayed.run(room, played.number, player, played.at)
  }
}
