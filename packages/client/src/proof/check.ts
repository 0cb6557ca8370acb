import type { Verdict } from '@diceroom/shared/fairness/verdict.ts'
import type { CheckReport, CheckRequest } from './check-here.ts'

export interface CheckWatch {
  readonly onProgress?: ((done: number, total: number) => void) | undefined
  readonly signal: AbortSignal
}

/** The verdict on a transcript, worked out beside the page. Rejects only if the check itself is broken. */
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
    worker.addEventListener('error', async () => {
      end()
      const { checkHere } = await import('./check-here.ts')
      if (signal.aborted) return
      await checkHere(request, async report => {
        heard(report)
        await new Promise(resume => setTimeout(resume))
      })
    })
    worker.postMessage(request)
  })
}
