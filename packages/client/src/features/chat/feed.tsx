import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import type { GameId } from '@diceroom/shared/games/registry.ts'
import { isTableEvent } from '@diceroom/shared/room/room.ts'
import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { SeatDot } from '../../ui/seat-mark.tsx'
import { eventSentence } from '../../words/event-sentence.ts'
import { Said } from '../../words/said.tsx'

interface FeedProps {
  readonly feed: readonly FeedEntry[]
  readonly game: GameId
}

/** So near to the end, in pixels, one reads along. */
const NEAR = 48

/** The latest lines. It follows the newest one, unless somebody has scrolled up to read. */
export function Feed({ feed, game }: FeedProps) {
  const { t } = useTranslation()
  const log = useRef<HTMLDivElement>(null)
  const [reading, setReading] = useState<'newest' | 'older'>('newest')
  const newest = feed.at(-1)?.event.seq

  const toEnd = () => {
    const element = log.current
    if (element) element.scrollTop = element.scrollHeight
  }

  useLayoutEffect(() => {
    if (reading === 'newest') toEnd()
  }, [newest, reading])

  // a smaller box (a keyboard that opens) still shows the newest line
  useLayoutEffect(() => {
    const element = log.current
    if (!element) return
    const observer = new ResizeObserver(() => reading === 'newest' && toEnd())
    observer.observe(element)
    return () => observer.disconnect()
  }, [reading])

  return (
    <div className="feed">
      <div
        ref={log}
        className="feed-lines"
        role="log"
        aria-label={t('talk.title')}
        // The table says what happens; twice would be too much.
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) =>
          setReading(scrollHeight - scrollTop - clientHeight < NEAR ? 'newest' : 'older')
        }
      >
        <ul className="feed-list">
          {feed.filter(isWorthALine).map(entry => (
            <Line key={entry.event.seq} entry={entry} game={game} />
          ))}
        </ul>
      </div>
      {reading === 'older' && (
        <span className="feed-newest">
          <Button kind="secondary" onClick={() => setReading('newest')}>
            {t('talk.newest')}
          </Button>
        </span>
      )}
    </div>
  )
}

/** Of options that were tried out one after the other only the last ones count. */
function isWorthALine({ event }: FeedEntry, index: number, feed: readonly FeedEntry[]): boolean {
  return event.type !== 'options_set' || feed[index + 1]?.event.type !== 'options_set'
}

function Line({ entry, game }: { readonly entry: FeedEntry; readonly game: GameId }) {
  const { event } = entry
  if (isTableEvent(event) && event.type === 'chat') {
    return (
      <li className="feed-line feed-chat">
        <SeatDot seat={event.seat ?? null} />
        <strong>
          <bdi>{event.name}</bdi>
        </strong>{' '}
        <bdi className="feed-text">{event.text}</bdi>
      </li>
    )
  }
  const said = eventSentence(entry, game)
  if (!said) return null
  return (
    <li className="feed-line">
      <SeatDot seat={'seat' in event ? (event.seat ?? null) : null} />
      <Said sentence={said} />
    </li>
  )
}
