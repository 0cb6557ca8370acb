import { Worker } from 'node:worker_threads'
import type { GameMove } from '@diceroom/shared/games/game.ts'
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

/** A thread of one game's bots; begun anew where it ended by itself. */
export class BotThread {
  /** The tables that it has got ready for, by key; none any more once it has ended. */
  readonly ready = new Map<string, TableToPlay>()
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

  /** Lets it forget all that it is ready for; whoever waits for an answer is told that there is none. */
  beginAnew(): void {
    const { worker } = this
    if (worker === null) return
    this.over(worker, new Error('the thread of the bots is begun anew'))
    worker.terminate()
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
    this.ready.clear()
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
