import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ask, Trouble } from '../../account/account-api.ts'
import { troubleWords } from '../../account/trouble-words.ts'
import { useClient } from '../../connection/use-client.ts'
import { Button } from '../../ui/button.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { goAsGuest } from './go-as-guest.ts'
import { HiddenName } from './hidden-name.tsx'
import { PasswordField } from './password-field.tsx'

interface DeleteAccountProps {
  /** of the account, for password managers */
  readonly name: string
  readonly ask: typeof ask
}

/** What cannot be undone takes a word first, and the password. */
export function DeleteAccount({ name, ask }: DeleteAccountProps) {
  const { t, i18n } = useTranslation()
  const client = useClient()
  const [isMeant, setMeant] = useState(false)
  const [password, setPassword] = useState('')
  const [outcome, setOutcome] = useState<Trouble | 'waiting' | 'missing' | null>(null)
  const trouble = typeof outcome === 'object' ? outcome : null
  const words = trouble ? troubleWords(trouble, t, i18n.language) : undefined
  const isPassword = trouble?.code === 'wrong_password' || trouble?.code === 'bad_request'

  const remove = async (event: FormEvent) => {
    event.preventDefault()
    if (outcome === 'waiting') return
    if (password === '') {
      setOutcome('missing')
      return
    }
    setOutcome('waiting')
    const answer = await ask('/api/account', { method: 'DELETE', body: { password } })
    if (answer.ok) goAsGuest(client, '/')
    else setOutcome(answer)
  }

  return (
    <>
      <p className="account-why">{t('account.deleteWhy')}</p>
      {isMeant ? (
        <form className="account-form" method="post" onSubmit={remove} noValidate>
          <HiddenName name={name} />
          <PasswordField
            label={t('account.password')}
            name="password"
            kind="current-password"
            value={password}
            onChange={value => {
              setPassword(value)
              setOutcome(null)
            }}
            error={passwordTrouble()}
          />
          <Button kind="secondary" type="submit" aria-disabled={outcome === 'waiting'}>
            {t('account.deleteNow')}
          </Button>
          <InlineError message={isPassword ? undefined : words} />
        </form>
      ) : (
        <p>
          <Button kind="secondary" onClick={() => setMeant(true)}>
            {t('account.delete')} …
          </Button>
        </p>
      )}
    </>
  )

  function passwordTrouble(): string | undefined {
    if (outcome === 'missing') return t('account.needPassword')
    return isPassword ? t('refused.wrong_password') : undefined
  }
}
