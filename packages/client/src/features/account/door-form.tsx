import { NAME_MAX } from '@diceroom/shared/protocol/limits.ts'
import { looksLikeBot } from '@diceroom/shared/protocol/name-key.ts'
import { PlayerName } from '@diceroom/shared/protocol/text.ts'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accountIn, ask, type Trouble } from '../../account/account-api.ts'
import { rememberKnownName } from '../../account/known-name.ts'
import { troubleWords } from '../../account/trouble-words.ts'
import { useClient } from '../../connection/use-client.ts'
import { Button } from '../../ui/button.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { PasswordField } from './password-field.tsx'
import { PASSWORD_MIN } from './password-min.ts'

interface DoorFormProps {
  readonly way: 'log-in' | 'sign-up'
  /** where it leads, as a whole address */
  readonly next: string
}

/** What is wrong, and with what. */
interface Problem {
  readonly with: 'name' | 'password' | 'all'
  readonly words: string
}

/** Name and password. Afterwards the page is loaded again, so that everything of it knows who is there. */
export function DoorForm({ way, next }: DoorFormProps) {
  const { t, i18n } = useTranslation()
  const client = useClient()
  const form = useRef<HTMLFormElement>(null)
  const isNew = way === 'sign-up'
  const [name, setName] = useState(isNew ? (client.name ?? '') : '')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isWaiting, setWaiting] = useState(false)

  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLInputElement>('[aria-invalid]')?.focus()
  }, [problem])

  const enter = async (event: FormEvent) => {
    event.preventDefault()
    if (isWaiting) return
    const amiss = isNew ? amissInNew() : amissInKnown()
    setProblem(amiss)
    if (amiss) return
    setWaiting(true)
    const body = { name, password, ...(client.token === null ? {} : { guest: client.token }) }
    const answer = await ask(`/api/account/${way}`, { method: 'POST', body })
    if (!answer.ok) {
      setProblem(problemOf(answer))
      setWaiting(false)
      return
    }
    const account = accountIn(answer.body)
    if (account) client.rename(account.name)
    rememberKnownName(account?.name ?? null)
    location.assign(next)
  }

  return (
    <form ref={form} className="door-form" method="post" onSubmit={enter} noValidate>
      <TextField
        label={t(isNew ? 'account.nameHow' : 'account.name')}
        name="username"
        value={name}
        onChange={event => change(setName, event.target.value)}
        maxLength={2 * NAME_MAX}
        dir="auto"
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        autoFocus
        error={wordsFor('name')}
      />
      <PasswordField
        label={t(isNew ? 'account.passwordHow' : 'account.password')}
        name="password"
        kind={isNew ? 'new-password' : 'current-password'}
        value={password}
        onChange={value => change(setPassword, value)}
        error={wordsFor('password')}
      />
      <Button kind="action" type="submit" aria-disabled={isWaiting}>
        {t(isNew ? 'account.signUp' : 'account.logIn')}
      </Button>
      <InlineError message={wordsFor('all')} />
    </form>
  )

  function change(set: (value: string) => void, value: string): void {
    set(value)
    setProblem(null)
  }

  function wordsFor(place: Problem['with']): string | undefined {
    return problem?.with === place ? problem.words : undefined
  }

  function amissInNew(): Problem | null {
    if (name.trim() === '') return { with: 'name', words: t('account.needName') }
    if (!PlayerName.safeParse(name).success) return { with: 'name', words: t('join.badName') }
    if (password.length < PASSWORD_MIN) return { with: 'password', words: t('account.shortPassword') }
    return null
  }

  function amissInKnown(): Problem | null {
    if (name.trim() === '') return { with: 'name', words: t('account.needName') }
    return password === '' ? { with: 'password', words: t('account.needPassword') } : null
  }

  function problemOf(trouble: Trouble): Problem {
    const words = troubleWords(trouble, t, i18n.language)
    switch (trouble.code) {
      case 'name_taken':
        return { with: 'name', words: t(looksLikeBot(name) ? 'account.botName' : 'account.nameTaken') }
      case 'weak_password':
        return { with: 'password', words: t('account.weak') }
      case 'wrong_password':
        return { with: 'password', words: t('account.wrong') }
      case 'bad_request':
        return { with: 'password', words: t(isNew ? 'account.badPassword' : 'account.wrong') }
      default:
        return { with: 'all', words }
    }
  }
}
