import './door.css'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { WhoIsIn } from '../../account/use-account.ts'
import { ReadingPage } from '../../ui/reading-page.tsx'

interface AccountFrameProps {
  readonly title: string
  readonly children: ReactNode
}

/** What the pages about one's account have in common. */
export function AccountFrame({ title, children }: AccountFrameProps) {
  useEffect(() => {
    document.title = `${title} · Dice Room`
  }, [title])
  return <ReadingPage title={title}>{children}</ReadingPage>
}

/** Said while nobody knows yet whether somebody is logged in. */
export function Asking({ who }: { readonly who: Extract<WhoIsIn, string> }) {
  const { t } = useTranslation()
  return (
    <p role="status" className="door-why">
      {t(who === 'asking' ? 'account.asking' : 'home.unreachable')}
    </p>
  )
}
