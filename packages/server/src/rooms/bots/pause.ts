/** Waits `ms`, or until there is nothing to wait for any more. */
export const pause = (ms: number, ended: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    if (ended.aborted) {
      resolve()
      return
    }
    const over = () => {
      clearTimeout(timer)
      ended.removeEventListener('abort', over)
      resolve()
    }
    const timer = setTimeout(over, ms)
    ended.addEventListener('abort', over)
  })
