/**
 * Messages that wait to be read. Each goes to one reader, to whoever asked first; with no reader they wait here. What
 * is put in is put in at once, and what is taken out is taken out in the same order.
 */
export class MessageQueue<Message> {
  readonly #waiting: Message[] = []
  readonly #readers: Reader<Message>[] = []
  #end: { readonly error: Error | null } | null = null

  /** How many wait. */
  get pending(): number {
    return this.#waiting.length
  }

  push(message: Message): void {
    if (this.#end) return
    const reader = this.#readers.shift()
    if (reader) reader.resolve({ value: message, done: false })
    else this.#waiting.push(message)
  }

  /** Takes out all that waits. */
  clear(): readonly Message[] {
    return this.#waiting.splice(0)
  }

  next(): Promise<IteratorResult<Message, undefined>> {
    const first = this.#waiting.shift()
    if (first !== undefined) return Promise.resolve({ value: first, done: false })
    if (this.#end) return this.#end.error ? Promise.reject(this.#end.error) : Promise.resolve(DONE)
    return new Promise((resolve, reject) => {
      this.#readers.push({ resolve, reject })
    })
  }

  poll(): Message | undefined {
    const message = this.#waiting.shift()
    if (message === undefined && this.#end?.error) throw this.#end.error
    return message
  }

  /** Nothing comes any more, and what waits is forgotten. */
  close(): void {
    if (this.#end) return
    this.#end = { error: null }
    this.clear()
    for (const { resolve } of this.#readers.splice(0)) resolve(DONE)
  }

  /** Nothing comes any more; whoever has read what waits is told why. */
  fail(error: Error): void {
    if (this.#end) return
    this.#end = { error }
    for (const { reject } of this.#readers.splice(0)) reject(error)
  }
}

interface Reader<Message> {
  readonly resolve: (result: IteratorResult<Message, undefined>) => void
  readonly reject: (error: Error) => void
}

const DONE = { value: undefined, done: true } as const
