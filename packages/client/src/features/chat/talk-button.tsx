import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isHeard, useMutedHere } from '../../people/muted-here.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Sheet } from '../../ui/sheet.tsx'

interface TalkButtonProps {
  readonly feed: readonly FeedEntry[]
  /** the talk itself */
  readonly children: ReactNode
}

/** Opens the talk where it has no place of its own, and counts what was said since it was read. */
export function TalkButton({ feed, children }: TalkButtonProps) {
  const { t } = useTranslation()
  const counted = useId()
  const newest = feed.at(-1)?.event.seq ?? 0
  const [isOpen, setOpen] = useState(false)
  const [read, setRead] = useState(newest)
  const mutedHere = useMutedHere()
  const isNew = (entry: FeedEntry) =>
    entry.event.type === 'chat' && entry.event.seq > read && isHeard(entry, mutedHere)
  const unread = isOpen ? 0 : feed.filter(isNew).length
  const close = () => {
    setRead(newest)
    setOpen(false)
  }
  return (
    <div className="talk-button">
      <Button kind="secondary" aria-describedby={counted} onClick={() => setOpen(true)}>
        <Icon name="talk" />
        <span className="talk-open">{t('talk.open')}</span>
      </Button>
      {unread > 0 && (
        <span className="talk-unread" aria-hidden="true">
          {unread}
        </span>
      )}
      <span id={counted} className="unseen">
        {unread > 0 && t('talk.new', { count: unread })}
      </span>
      {isOpen && (
        <Sheet title={t('talk.title')} closeLabel={t('close')} onClose={close}>
          {children}
        </Sheet>
      )}
    </div>
  )
}
