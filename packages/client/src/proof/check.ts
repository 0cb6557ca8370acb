import type { Verdict } from '@diceroom/shared/fairness/verdict.ts'
import type { CheckReport, CheckRequest } from './check-here.ts'

export interface CheckWatch {
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly signal: AbortSignal
}

/** The verdict on a transcript, worked out beside the page. Rejects if the check itself is broken, or cannot be fetched. */
export function checkTranscript(request: CheckRequest, { onProgress, signal }: CheckWatch): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' })
    const end = () => worker.terminate()
    signal.addEventListener('abort', end)
    const heard = (report: CheckReport) => {
      if (report.kind === 'progress') {
        onProgress?.(report.done, report.total)
        return
      }
      end()
      if (report.kind === 'verdict') resolve(report.verdict)
      else reject(new Error(report.message))
    }
    worker.addEventListener('message', ({ data }: MessageEvent<CheckReport>) => heard(data))
    // Some browsers inside of apps have no workers of this kind: then here, with a breath now and then.
    worker.addEventListener('error', () => {
      end()
      import('./check-here.ts')
        .then(({ checkHere }) =>
          signal.aborted
            ? undefined
            : checkHere(request, async report => {
                heard(report)
                await new Promise(resume => setTimeout(resume))
              }),
        )
        // The server is gone, and the checker with it.
        .catch(reject)
    })
    worker.postMessage(request)
  })
}
