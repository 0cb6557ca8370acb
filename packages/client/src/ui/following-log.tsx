import './following-log.css'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'

interface FollowingLogProps {
  readonly label: string
  /** `off` where something else says what happens */
  readonly live: 'off' | 'polite'
  /** the number of the newest line; numbers grow */
  readonly newest: number | undefined
  /** what leads to the newest line; `since` was the newest one when somebody scrolled up */
  readonly toNewest: (since: number | undefined) => string
  /** the lines, each an `li` */
  readonly children: ReactNode
}

/** So near to the end, in pixels, one reads along. */
const NEAR = 48

/** Lines that come one after the other. It follows the newest one, unless somebody has scrolled up to read. */
export function FollowingLog({ label, live, newest, toNewest, children }: FollowingLogProps) {
  const log = useRef<HTMLDivElement>(null)
  /** of the box when it was at its end last, in pixels */
  const height = useRef(0)
  const [reading, setReading] = useState<'newest' | { readonly since: number | undefined }>('newest')

  const toEnd = () => {
    const element = log.current
    if (!element) return
    element.scrollTop = element.scrollHeight
    height.current = element.clientHeight
  }

  useLayoutEffect(() => {
    if (reading === 'newest') toEnd()
  })

  // a smaller box (a keyboard that opens) still shows the newest line
  useLayoutEffect(() => {
    const element = log.current
    if (!element) return
    const observer = new ResizeObserver(() => reading === 'newest' && toEnd())
    observer.observe(element)
    return () => observer.disconnect()
  }, [reading])

  const scrolled = ({ scrollTop, scrollHeight, clientHeight }: HTMLElement) => {
    // a box that changes its size scrolls by itself
    if (reading === 'newest' && clientHeight !== height.current) toEnd()
    else if (scrollHeight - scrollTop - clientHeight < NEAR) setReading('newest')
    else if (reading === 'newest') setReading({ since: newest })
  }

  return (
    <div className="following">
      <div
        ref={log}
        className="following-lines"
        role="log"
        aria-label={label}
        aria-live={live}
        // who said something may be known a moment later: no reason to read it out again
        aria-relevant="additions"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={({ currentTarget }) => scrolled(currentTarget)}
      >
        <ul className="following-list">{children}</ul>
      </div>
      {reading !== 'newest' && (
        <span className="following-newest">
          <Button kind="secondary" onClick={() => setReading('newest')}>
            {toNewest(reading.since)}
          </Button>
        </span>
      )}
    </div>
  )
}
