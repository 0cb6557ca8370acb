import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { nextPage, pageThen } from '../../account/next-page.ts'
import { useAccount } from '../../account/use-account.ts'
import { AccountFrame } from './account-frame.tsx'
import { DoorForm } from './door-form.tsx'

interface DoorProps {
  readonly way: 'log-in' | 'sign-up'
}

/** The way in, for those who have an account or want one. */
export function Door({ way }: DoorProps) {
  const { t } = useTranslation()
  const { who } = useAccount()
  const [next] = useState(() => nextPage(location.search, location.origin))
  const isNew = way === 'sign-up'
  const other = pageThen(isNew ? '/log-in' : '/sign-up', next.slice(location.origin.length))
  return (
    <AccountFrame title={t(isNew ? 'account.signUp' : 'account.logIn')}>
      <div className="door">
        {who !== null && typeof who === 'object' ? (
          <>
            <p className="door-said">{t('account.in', { name: who.name })}</p>
            <a href={next} className="button button-action">
              {t('account.goOn')}
            </a>
            <Link href="/log-out" className="door-go">
              {t('account.logOut')}
            </Link>
          </>
        ) : (
          <>
            <p className="door-why">{t('account.why')}</p>
            <DoorForm key={way} way={way} next={next} />
            <p className="door-other">
              {t(isNew ? 'account.haveOne' : 'account.noneYet')}
              <Link href={other} className="door-go" replace>
                {t(isNew ? 'account.logIn' : 'account.signUp')}
              </Link>
            </p>
          </>
        )}
      </div>
    </AccountFrame>
  )
}
