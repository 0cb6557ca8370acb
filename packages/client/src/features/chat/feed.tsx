import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import { isTableEvent } from '@diceroom/shared/room/events.ts'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../../games/use-board.ts'
import { isHeard, useMutedHere } from '../../people/muted-here.ts'
import { FollowingLog } from '../../ui/following-log.tsx'
import { SeatDot } from '../../ui/seat-mark.tsx'
import { eventSentence } from '../../words/event-sentence.ts'
import { Said } from '../../words/said.tsx'

interface FeedProps {
  readonly feed: readonly FeedEntry[]
}

/** The latest lines. */
export function Feed({ feed }: FeedProps) {
  const { t } = useTranslation()
  const mutedHere = useMutedHere()
  return (
    <FollowingLog
      label={t('talk.title')}
      // The table says what happens; twice would be too much.
      live="off"
      newest={feed.at(-1)?.event.seq}
      toNewest={() => t('talk.newest')}
    >
      {feed
        .filter(isWorthALine)
        .filter(entry => isHeard(entry, mutedHere))
        .map(entry => (
          <Line key={entry.event.seq} entry={entry} />
        ))}
    </FollowingLog>
  )
}

/** Of options that were tried out one after the other only the last ones count. */
function isWorthALine({ event }: FeedEntry, index: number, feed: readonly FeedEntry[]): boolean {
  return event.type !== 'options_set' || feed[index + 1]?.event.type !== 'options_set'
}

function Line({ entry }: { readonly entry: FeedEntry }) {
  const board = useBoard()
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
  const said = eventSentence(entry, board)
  if (!said) return null
  return (
    <li className="feed-line">
      <SeatDot seat={'seat' in event ? (event.seat ?? null) : null} />
      <Said sentence={said} />
    </li>
  )
}
