import { afterEach, expect, it, vi } from 'vitest'
import { checkTranscript } from './check.ts'

vi.mock('./check-here.ts', () => ({
  get checkHere() {
    throw new Error('cannot be fetched')
  },
}))

/** A worker that cannot be fetched either, as the server is gone. */
class NoWorker extends EventTarget {
  postMessage(): void {
    queueMicrotask(() => this.dispatchEvent(new Event('error')))
  }
  terminate(): void {}
}

afterEach(() => void vi.unstubAllGlobals())

it('[PF9] comes to nothing, and says so, where the checker cannot be fetched', async () => {
  vi.stubGlobal('Worker', NoWorker)
  const { signal } = new AbortController()
  await expect(checkTranscript({ transcript: {}, seen: null }, { signal })).rejects.toThrow()
})
