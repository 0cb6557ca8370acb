import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ask, Trouble } from '../../account/account-api.ts'
import { troubleWords } from '../../account/trouble-words.ts'
import { Button } from '../../ui/button.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { HiddenName } from './hidden-name.tsx'
import { PasswordField } from './password-field.tsx'
import { PASSWORD_MIN } from './password-min.ts'

interface ChangePasswordProps {
  /** of the account, for password managers */
  readonly name: string
  readonly ask: typeof ask
}

interface Problem {
  readonly with: 'old' | 'new' | 'all'
  readonly words: string
}

/** Another password; all other browsers are logged out by it. */
export function ChangePassword({ name, ask }: ChangePasswordProps) {
  const { t, i18n } = useTranslation()
  const [old, setOld] = useState('')
  const [fresh, setFresh] = useState('')
  const [outcome, setOutcome] = useState<Problem | 'changed' | 'waiting' | null>(null)

  const change = async (event: FormEvent) => {
    event.preventDefault()
    if (outcome === 'waiting') return
    const amiss = whatIsAmiss()
    setOutcome(amiss ?? 'waiting')
    if (amiss) return
    const body = { password: old, newPassword: fresh }
    const answer = await ask('/api/account/password', { method: 'POST', body })
    setOutcome(answer.ok ? 'changed' : problemOf(answer))
    if (!answer.ok) return
    setOld('')
    setFresh('')
  }

  return (
    <form className="account-form" method="post" onSubmit={change} noValidate>
      <HiddenName name={name} />
      <PasswordField
        label={t('account.oldPassword')}
        name="old-password"
        kind="current-password"
        value={old}
        onChange={value => edit(setOld, value)}
        error={wordsFor('old')}
      />
      <PasswordField
        label={t('account.newPassword')}
        name="new-password"
        kind="new-password"
        value={fresh}
        onChange={value => edit(setFresh, value)}
        error={wordsFor('new')}
      />
      <Button kind="secondary" type="submit" aria-disabled={outcome === 'waiting'}>
        {t('account.change')}
      </Button>
      <InlineError message={wordsFor('all')} />
      <p role="status" className="account-good">
        {outcome === 'changed' && t('account.changed')}
      </p>
    </form>
  )

  function edit(set: (value: string) => void, value: string): void {
    set(value)
    setOutcome(null)
  }

  function wordsFor(place: Problem['with']): string | undefined {
    return typeof outcome === 'object' && outcome?.with === place ? outcome.words : undefined
  }

  function whatIsAmiss(): Problem | null {
    if (old === '') return { with: 'old', words: t('account.needPassword') }
    return fresh.length < PASSWORD_MIN ? { with: 'new', words: t('account.shortPassword') } : null
  }

  function problemOf(trouble: Trouble): Problem {
    const words = troubleWords(trouble, t, i18n.language)
    if (trouble.code === 'wrong_password') return { with: 'old', words }
    if (trouble.code === 'weak_password') return { with: 'new', words: t('account.weak') }
    return trouble.code === 'bad_request'
      ? { with: 'new', words: t('account.badPassword') }
      : { with: 'all', words }
  }
}
