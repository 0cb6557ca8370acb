import { Worker } from 'node:worker_threads'
import type { GameMove } from '@diceroom/shared/games/game.ts'
import type { GameId } from '@diceroom/shared/games/registry.ts'
import type { Question, TableToPlay } from './question.ts'

/** A message to the thread: a question, or only a table to get ready for. */
export interface Asked {
  readonly number: number
  readonly question?: Question
  readonly table?: TableToPlay
}

/** The one answer to each message. */
export type Told =
  | { readonly number: number; readonly move: GameMove | null }
  | { readonly number: number; readonly error: string }

/** A thread that has said nothing for so long while it was asked hangs, in ms; tables are made in seconds. */
const HUNG_MS = 60_000

interface Waiting {
  resolve(move: GameMove | null): void
  reject(error: Error): void
}

/** The thread of one game's bots; begun anew where it ended by itself. */
class Thread {
  private worker: Worker | null = null
  private readonly waiting = new Map<number, Waiting>()
  private asked = 0
  private patience: NodeJS.Timeout | undefined
  private readonly script: URL

  constructor(script: URL) {
    this.script = script
  }

  ask(asked: Omit<Asked, 'number'>): Promise<GameMove | null> {
    this.worker ??= this.begin()
    this.asked += 1
    const number = this.asked
    const { promise, resolve, reject } = Promise.withResolvers<GameMove | null>()
    this.waiting.set(number, { resolve, reject })
    if (this.waiting.size === 1) this.waitAnew()
    this.worker.postMessage({ ...asked, number } satisfies Asked)
    return promise
  }

  async end(): Promise<void> {
    await this.worker?.terminate()
  }

  private begin(): Worker {
    const worker = new Worker(this.script)
    // A server that ends does not wait for what its bots think.
    worker.unref()
    worker.on('message', (told: Told) => this.hear(told))
    worker.on('error', error => this.over(worker, error))
    worker.on('exit', () => this.over(worker, new Error('the thread of the bots has ended')))
    return worker
  }

  private hear(told: Told): void {
    const waiting = this.waiting.get(told.number)
    this.waiting.delete(told.number)
    this.waitAnew()
    if ('error' in told) waiting?.reject(new Error(`a bot failed: ${told.error}`))
    else waiting?.resolve(told.move)
  }

  private over(worker: Worker, reason: unknown): void {
    if (this.worker !== worker) return
    this.worker = null
    const left = [...this.waiting.values()]
    this.waiting.clear()
    clearTimeout(this.patience)
    const error = new Error('the bots gave no answer', { cause: reason })
    for (const { reject } of left) reject(error)
  }

  private waitAnew(): void {
    clearTimeout(this.patience)
    const { worker } = this
    if (worker === null || this.waiting.size === 0) return
    this.patience = setTimeout(() => {
      this.over(worker, new Error(`no answer in ${HUNG_MS} ms`))
      worker.terminate()
    }, HUNG_MS)
    this.patience.unref()
  }
}

/**
 * Who the bots of all rooms are asked: threads beside the one that serves people, one for each game that bots play, so that
 * neither people nor the bots of another game wait where tables are made.
 */
export class Brains {
  private readonly threads = new Map<GameId, Thread>()
  private readonly ready = new Set<string>()
  private readonly script: URL

  /** Another `script` than the one beside this file is for tests. */
  constructor(script = new URL('./thread.ts', import.meta.url)) {
    this.script = script
  }

  /** What a bot does; rejects where it fails or its thread ends. */
  move(question: Question): Promise<GameMove | null> {
    return this.threadOf(question.game).ask({ question })
  }

  /** Has the bots get ready for a table, unless they were asked to before. */
  prepare({ game, options, players }: TableToPlay): void {
    const key = JSON.stringify([game, options, players])
    if (this.ready.has(key)) return
    this.ready.add(key)
    const table = { game, options, players }
    // Whoever is to move asks again.
    this.threadOf(game)
      .ask({ table })
      .catch(() => this.ready.delete(key))
  }

  async end(): Promise<void> {
    await Promise.all([...this.threads.values()].map(thread => thread.end()))
  }

  private threadOf(game: GameId): Thread {
    const thread = this.threads.get(game) ?? new Thread(this.script)
    this.threads.set(game, thread)
    return thread
  }
}
