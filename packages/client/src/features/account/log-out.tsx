import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { ask, type Trouble } from '../../account/account-api.ts'
import { nextPage } from '../../account/next-page.ts'
import { troubleWords } from '../../account/trouble-words.ts'
import { useAccount } from '../../account/use-account.ts'
import { useClient } from '../../connection/use-client.ts'
import { Button } from '../../ui/button.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { AccountFrame, Asking } from './account-frame.tsx'
import { goAsGuest } from './go-as-guest.ts'

/** The way out: by a tap, so that no link that somebody follows logs them out. */
export function LogOut() {
  const { t, i18n } = useTranslation()
  const client = useClient()
  const { who } = useAccount()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [next] = useState(() => nextPage(location.search, location.origin))
  const logOut = async () => {
    const answer = await ask('/api/account/log-out', { method: 'POST', body: {} })
    if (answer.ok) goAsGuest(client, next)
    else setTrouble(answer)
  }
  return (
    <AccountFrame title={t('account.logOut')}>
      <div className="door">
        {typeof who === 'string' && <Asking who={who} />}
        {who === null && (
          <>
            <p className="door-said">{t('account.out')}</p>
            <Link href="/log-in" className="door-go">
              {t('account.logIn')}
            </Link>
          </>
        )}
        {who !== null && typeof who === 'object' && (
          <>
            <p className="door-said">{t('account.in', { name: who.name })}</p>
            <p className="door-why">{t('account.outHow')}</p>
            <Button kind="action" onClick={logOut}>
              {t('account.logOut')}
            </Button>
            <InlineError message={trouble ? troubleWords(trouble, t, i18n.language) : undefined} />
          </>
        )}
      </div>
    </AccountFrame>
  )
}
