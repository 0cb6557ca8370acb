import type { Page } from '@playwright/test'

/** Whether anything sticks out to the side. */
export const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

/** The words that stand, in part, beside the page where nothing scrolls to them or cuts them off with a sign. */
export const sticksOut = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    return [...document.querySelectorAll('main *, dialog[open] *')].flatMap(element => {
      const { left, right } = element.getBoundingClientRect()
      const isLeaf =
        element instanceof HTMLElement && element.childElementCount === 0 && element.textContent?.trim()
      const isCut = element.closest('[class*="unseen"]')
      return isLeaf && !isCut && (left < -1 || right > width + 1) ? [element.outerHTML.slice(0, 80)] : []
    })
  })

/** How much has moved on the page without anybody's doing: 0 for nothing. */
export const shifts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let sum = 0
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) {
            if ('value' in entry && 'hadRecentInput' in entry && !entry.hadRecentInput)
              sum += Number(entry.value)
          }
        }).observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
      }),
  )
