import './greeting.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { knownName } from '../../account/known-name.ts'
import { useAccount } from '../../account/use-account.ts'

/** Greets who is logged in, and says quietly to everybody else that one can. */
export function Greeting() {
  const { t } = useTranslation()
  const { who } = useAccount()
  const [known] = useState(knownName)
  const name = typeof who === 'string' ? known : (who?.name ?? null)
  if (name === null) {
    return who === 'asking' ? null : (
      <Link href="/log-in" className="home-link">
        {t('account.logIn')}
      </Link>
    )
  }
  return (
    <>
      <Link href="/account" className="home-link home-greeting">
        {t('account.hello', { name })}
      </Link>
      <Link href="/log-out" className="home-link">
        {t('account.logOut')}
      </Link>
    </>
  )
}
