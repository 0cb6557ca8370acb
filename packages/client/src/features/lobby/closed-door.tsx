import './closed-door.css'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Passing } from '../../connection/use-pass.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'

interface ClosedDoorProps {
  /** why one was not let in; `ticket`: with a link that is not good any more */
  readonly why: 'wrong_password' | 'room_locked' | 'ticket'
  readonly passing: Passing
}

/** Before a table that does not let everybody in. */
export function ClosedDoor({ why, passing }: ClosedDoorProps) {
  const { t } = useTranslation()
  const words = WORDS[why]
  return (
    <main className="notice">
      <Wordmark />
      <h1 className="notice-title">{t(words.title)}</h1>
      <p className="notice-words">{t(words.why)}</p>
      {why === 'wrong_password' && <PasswordForm passing={passing} />}
      {why === 'room_locked' && (
        <Button kind="action" onClick={() => passing.enter()}>
          {t('door.again')}
        </Button>
      )}
      {why === 'ticket' && (
        <Button kind="action" onClick={passing.withoutTicket}>
          {t('door.watch')}
        </Button>
      )}
      <Link href="/" className="button button-secondary">
        {t('home')}
      </Link>
    </main>
  )
}

const WORDS = {
  wrong_password: { title: 'door.password', why: 'door.passwordWhy' },
  room_locked: { title: 'door.locked', why: 'door.lockedWhy' },
  ticket: { title: 'door.ticket', why: 'door.ticketWhy' },
} as const

function PasswordForm({ passing }: Pick<ClosedDoorProps, 'passing'>) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') passing.enter(typed.trim())
  }
  return (
    <form className="closed-door" onSubmit={submit}>
      <TextField
        label={t('menu.password')}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        enterKeyHint="go"
        error={passing.tried && typed === '' ? t('door.wrong') : undefined}
      />
      <Button kind="action" type="submit" aria-disabled={typed.trim() === ''}>
        {t('door.enter')}
      </Button>
    </form>
  )
}
