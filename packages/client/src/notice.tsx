import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Wordmark } from './ui/wordmark.tsx'

interface NoticeProps {
  readonly title: string
  readonly words: string
  /** another way on than home */
  readonly more?: ReactNode
}

/** A page that has only something to say, and the way home. */
export function Notice({ title, words, more }: NoticeProps) {
  const { t } = useTranslation()
  return (
    <main className="notice">
      <Wordmark />
      <h1 className="notice-title">{title}</h1>
      <p className="notice-words">{words}</p>
      <Link href="/" className="button button-action">
        {t('home')}
      </Link>
      {more}
    </main>
  )
}
