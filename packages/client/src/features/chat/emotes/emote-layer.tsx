import './emote-layer.css'
import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import { isTableEvent, type LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { Emote } from '@diceroom/shared/room/room.ts'
import { type CSSProperties, useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMutedHere } from '../../../people/muted-here.ts'
import { LiveRegion } from '../../../ui/live-region.tsx'
import { EmotePicture } from './emote-picture.tsx'
import { EMOTE_WORDS } from './emotes.ts'

interface EmoteLayerProps {
  /** the latest events, as they are */
  readonly feed: readonly FeedEntry[]
}

/** So many float at once; more would hide the table. */
const AT_ONCE = 12

/** Reactions over the table: each comes up from the seat that sent it, and is gone in a moment. */
export function EmoteLayer({ feed }: EmoteLayerProps) {
  const { t } = useTranslation()
  const mutedHere = useMutedHere()
  const [arrivedAt] = useState(feed.at(-1)?.event.seq ?? 0)
  const [gone, setGone] = useState(arrivedAt)
  const reactions = feed.flatMap(({ event }) => reactionIn(event))
  const fresh = reactions
    .filter(({ seq, player }) => seq > gone && !mutedHere.includes(player))
    .slice(-AT_ONCE)
  const last = fresh.at(-1)
  return (
    <>
      {fresh.map(reaction => (
        <Floating
          key={reaction.seq}
          {...reaction}
          // They are shown for the same time, so who came first goes first.
          onGone={() => setGone(now => Math.max(now, reaction.seq))}
        />
      ))}
      <LiveRegion message={last ? `${last.name}: ${t(EMOTE_WORDS[last.emote])}` : ''} />
    </>
  )
}

interface Reaction {
  readonly seq: number
  readonly player: string
  readonly name: string
  readonly seat: number | null
  readonly emote: Emote
}

function reactionIn(event: LoggedEvent): readonly Reaction[] {
  if (!isTableEvent(event) || event.type !== 'reacted') return []
  const { seq, player, name, seat = null, emote } = event
  return [{ seq, player, name, seat, emote }]
}

function Floating({ seq, seat, emote, onGone }: Reaction & { readonly onGone: () => void }) {
  const [from, setFrom] = useState<{ readonly x: number; readonly y: number } | null>(null)

  useLayoutEffect(() => {
    // Who has no seat is among the talk.
    const place = document.querySelector(seat === null ? '.emotes-open' : `[data-seat="${seat}"] .seat-mark`)
    const { left, top, width, height } = (place ?? document.body).getBoundingClientRect()
    setFrom({ x: left + width / 2, y: top + height / 2 })
  }, [seat])

  if (!from) return null
  const style = { left: from.x, top: from.y, '--drift': `${((seq % 3) - 1) * 16}px` } as CSSProperties
  return (
    <span className="emote-floating" style={style} onAnimationEnd={onGone}>
      <EmotePicture emote={emote} />
    </span>
  )
}
