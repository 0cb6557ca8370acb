import './talk.css'
import type { Table } from '@diceroom/sdk/store/table.ts'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import { useTranslation } from 'react-i18next'
import { Feed } from './feed.tsx'
import { SayForm } from './say-form.tsx'

interface TalkProps {
  readonly table: Table
  /** `column`: beside the table, with its title; `sheet`: in a sheet that has one */
  readonly place: 'column' | 'sheet'
  readonly onSay: (text: string) => Promise<Answer<'chat'>>
}

/** What was said and what happened, and a field to say something. */
export function Talk({ table, place, onSay }: TalkProps) {
  const { t } = useTranslation()
  return (
    <section className={`talk talk-${place}`} aria-label={t('talk.title')}>
      {place === 'column' && (
        <header className="talk-head">
          <h2 className="talk-title">{t('talk.title')}</h2>
          {table.spectators > 0 && (
            <span className="talk-watching">{t('seat.watching', { count: table.spectators })}</span>
          )}
        </header>
      )}
      <Feed feed={table.feed} />
      <SayForm onSay={onSay} />
    </section>
  )
}
