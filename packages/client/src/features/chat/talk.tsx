import './talk.css'
import type { Table } from '@diceroom/sdk/store/table.ts'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fetchedPart } from '../../fetched.ts'
import { Icon } from '../../ui/icon.tsx'
import { Feed } from './feed.tsx'
import { SayForm } from './say-form.tsx'

const TalkTools = fetchedPart(async () => (await import('./talk-tools.tsx')).TalkTools)

interface TalkProps {
  readonly table: Table
  /** `column`: beside the table, with its title; `sheet`: in a sheet that has one */
  readonly place: 'column' | 'sheet'
  readonly onSay: (text: string) => Promise<Answer<'chat'>>
  readonly onReport: (seq: number) => Promise<Answer<'report'>>
}

/** What was said and what happened, and a field to say something. */
export function Talk({ table, place, onSay, onReport }: TalkProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const tools = (
    <button type="button" className="talk-more" aria-label={t('talk.tools')} onClick={() => setOpen(true)}>
      <Icon name="more" />
    </button>
  )
  return (
    <section className={`talk talk-${place}`} aria-label={t('talk.title')}>
      <header className="talk-head">
        {place === 'column' && <h2 className="talk-title">{t('talk.title')}</h2>}
        {table.spectators > 0 && (
          <span className="talk-watching">{t('seat.watching', { count: table.spectators })}</span>
        )}
        {place === 'column' && tools}
      </header>
      <Feed feed={table.feed} />
      <div className="talk-foot">
        <SayForm onSay={onSay} />
        {place === 'sheet' && tools}
      </div>
      {isOpen && (
        <Suspense>
          <TalkTools feed={table.feed} me={table.me} onReport={onReport} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  )
}
