import './account-page.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type Account, accountIn, ask, type Trouble } from '../../account/account-api.ts'
import { knownName } from '../../account/known-name.ts'
import { pageThen } from '../../account/next-page.ts'
import { troubleWords } from '../../account/trouble-words.ts'
import { useAccount } from '../../account/use-account.ts'
import { useClient } from '../../connection/use-client.ts'
import { Button } from '../../ui/button.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { ReadingPart } from '../../ui/reading-page.tsx'
import { Switch } from '../../ui/switch.tsx'
import { AccountFrame, Asking } from './account-frame.tsx'
import { ChangePassword } from './change-password.tsx'
import { DeleteAccount } from './delete-account.tsx'
import { goAsGuest } from './go-as-guest.ts'

/** Everything that one can do with one's account. */
export function AccountPage() {
  const { t } = useTranslation()
  const { who, replace, again } = useAccount()
  const [known] = useState(knownName)
  const askHere: typeof ask = async (path, how) => {
    const answer = await ask(path, how)
    // the log-in may have ended elsewhere
    if (!answer.ok && answer.code === 'forbidden') again()
    return answer
  }
  return (
    <AccountFrame title={t('account.title')}>
      {typeof who === 'string' && <Asking who={who} />}
      {who === null && (
        <div className="door">
          <p className="door-said">{t(known === null ? 'account.out' : 'account.outNow')}</p>
          <Link href={pageThen('/log-in', '/account')} className="button button-action">
            {t('account.logIn')}
          </Link>
        </div>
      )}
      {who !== null && typeof who === 'object' && (
        <>
          <Who account={who} ask={askHere} onChange={replace} />
          <ReadingPart title={t('account.changePassword')}>
            <ChangePassword name={who.name} ask={askHere} />
          </ReadingPart>
          <ReadingPart title={t('account.everywhere')}>
            <LogOutEverywhere ask={askHere} />
          </ReadingPart>
          <ReadingPart title={t('account.data')}>
            <p className="account-why">{t('account.dataWhy')}</p>
            <p>
              <a href="/api/account/data" download className="button button-secondary">
                {t('account.download')}
              </a>
            </p>
          </ReadingPart>
          <ReadingPart title={t('account.delete')}>
            <DeleteAccount name={who.name} ask={askHere} />
          </ReadingPart>
        </>
      )}
    </AccountFrame>
  )
}

interface WhoProps {
  readonly account: Account
  readonly ask: typeof ask
  readonly onChange: (account: Account | null) => void
}

function Who({ account, ask, onChange }: WhoProps) {
  const { t, i18n } = useTranslation()
  const { name, since, hidden } = account
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const show = async (isShown: boolean) => {
    setTrouble(null)
    onChange({ ...account, hidden: !isShown })
    const answer = await ask('/api/account/profile', { method: 'PUT', body: { hidden: !isShown } })
    if (!answer.ok) setTrouble(answer)
    onChange(answer.ok ? accountIn(answer.body) : account)
  }
  return (
    <section className="reading-part" aria-label={name}>
      <div className="account-who">
        <div>
          <p className="account-name">
            <bdi>{name}</bdi>
          </p>
          <p className="account-since">
            {t('account.since', {
              date: new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(since),
            })}
          </p>
        </div>
        <Link href="/log-out" className="button button-secondary">
          {t('account.logOut')}
        </Link>
      </div>
      <p className="account-ways">
        <Link href={`/people/${encodeURIComponent(name)}`} className="button button-secondary">
          {t('account.toProfile')}
        </Link>
        <Link href="/games" className="button button-secondary">
          {t('home.history')}
        </Link>
      </p>
      <Switch
        label={t('account.visible')}
        why={t('account.visibleWhy')}
        isOn={!hidden}
        onChange={isShown => void show(isShown)}
      />
      <InlineError message={trouble ? troubleWords(trouble, t, i18n.language) : undefined} />
    </section>
  )
}

function LogOutEverywhere({ ask }: Pick<WhoProps, 'ask'>) {
  const { t, i18n } = useTranslation()
  const client = useClient()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const end = async () => {
    const answer = await ask('/api/account/log-out-everywhere', { method: 'POST', body: {} })
    if (answer.ok) goAsGuest(client, '/')
    else setTrouble(answer)
  }
  return (
    <>
      <p className="account-why">{t('account.everywhereWhy')}</p>
      <p>
        <Button kind="secondary" onClick={end}>
          {t('account.everywhere')}
        </Button>
      </p>
      <InlineError message={trouble ? troubleWords(trouble, t, i18n.language) : undefined} />
    </>
  )
}
