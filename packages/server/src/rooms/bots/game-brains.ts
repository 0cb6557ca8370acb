import type { GameMove } from '@diceroom/shared/games/game.ts'
import { BotThread } from './bot-thread.ts'
import type { Question, TableToPlay } from './question.ts'

/** For about so many tables a thread is ready at most: some take 10 MB. For more it is begun anew. */
const READY_MAX = 24
/** Of the tables that were asked about last so many are made then once more, before the thread answers. */
const KEPT = 12

interface Wish {
  readonly key: string
  readonly table: TableToPlay
}

/** A question about a table that nobody is ready for. */
interface Held extends Wish {
  ask(thread: BotThread): void
  fail(error: unknown): void
}

/**
 * The bots of one game: a thread that answers, and one that gets ready for what is wished for, one table after the other. When
 * it is, it has all that the first has, and they change places. So no question waits while somebody else's table is made.
 */
export class GameBrains {
  private answering: BotThread
  private making: BotThread
  private isMaking = false
  private isEnded = false
  private readonly wishes = new Map<string, Wish>()
  private held: Held[] = []
  /** The tables that were asked about, the latest last. */
  private readonly asked = new Set<string>()

  constructor(script: URL) {
    this.answering = new BotThread(script)
    this.making = new BotThread(script)
  }

  /** Rejects where the bot fails or its thread ends, also while its table is made. */
  move(question: Question): Promise<GameMove | null> {
    const key = keyOf(question)
    this.asked.delete(key)
    this.asked.add(key)
    const thread = this.readyFor(key)
    if (thread) return thread.ask({ question })
    const { promise, resolve, reject } = Promise.withResolvers<GameMove | null>()
    const ask = (thread: BotThread) => void thread.ask({ question }).then(resolve, reject)
    this.held.push({ key, table: tableOf(question), ask, fail: reject })
    this.work()
    return promise
  }

  wish(room: string, table: TableToPlay): void {
    const key = keyOf(table)
    if (this.readyFor(key)) {
      this.wishes.delete(room)
      return
    }
    this.wishes.set(room, { key, table: tableOf(table) })
    this.work()
  }

  forget(room: string): void {
    this.wishes.delete(room)
  }

  async end(): Promise<void> {
    this.isEnded = true
    await Promise.all([this.answering.end(), this.making.end()])
  }

  /** A thread that answers at once about this table. */
  private readyFor(key: string): BotThread | null {
    if (this.answering.ready.has(key)) return this.answering
    return !this.isMaking && this.making.ready.has(key) ? this.making : null
  }

  /** Makes the next table, if there is one to be made and no other is. Never rejects. */
  private async work(): Promise<void> {
    if (this.isMaking || this.isEnded) return
    const next = this.next()
    if (!next) return
    this.isMaking = true
    const { making, answering } = this
    try {
      if (Math.max(making.ready.size, answering.ready.size) >= READY_MAX) making.beginAnew()
      for (const known of this.kept()) await make(making, known)
      await make(making, [next.key, next.table])
      this.answering = making
      this.making = answering
    } catch (error) {
      this.give(next.key, held => held.fail(error))
    }
    this.isMaking = false
    this.answerHeld()
    this.work()
  }

  /** What the answering thread is ready for, as far as the one that takes its place has to be. */
  private kept(): readonly (readonly [string, TableToPlay])[] {
    const { ready } = this.answering
    if (ready.size < READY_MAX) return [...ready]
    const asked = [...this.asked].filter(key => ready.has(key)).slice(-KEPT)
    this.asked.clear()
    for (const key of asked) this.asked.add(key)
    return [...ready].filter(([key]) => this.asked.has(key))
  }

  /** Has those answered who wait for a table that there is now. */
  private answerHeld(): void {
    for (const key of new Set(this.held.map(held => held.key))) {
      const thread = this.readyFor(key)
      if (thread) this.give(key, held => held.ask(thread))
    }
  }

  /** Does this with all questions about a table; nobody waits for it after that. */
  private give(key: string, answer: (held: Held) => void): void {
    const about = this.held.filter(held => held.key === key)
    this.held = this.held.filter(held => held.key !== key)
    for (const [room, wish] of this.wishes) if (wish.key === key) this.wishes.delete(room)
    for (const held of about) answer(held)
  }

  /** What to make next: what a bot waits for whose turn it is, before what somebody may play. */
  private next(): Wish | undefined {
    for (const [room, { key }] of this.wishes) if (this.readyFor(key)) this.wishes.delete(room)
    const [question] = this.held
    const [wish] = this.wishes.values()
    return question ?? wish
  }
}

async function make(thread: BotThread, [key, table]: readonly [string, TableToPlay]): Promise<void> {
  if (thread.ready.has(key)) return
  await thread.ask({ table })
  thread.ready.set(key, table)
}

const tableOf = ({ game, options, players }: TableToPlay): TableToPlay => ({ game, options, players })

const keyOf = ({ options, players }: TableToPlay): string => JSON.stringify([options, players])
