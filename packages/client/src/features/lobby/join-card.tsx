import './join-card.css'
import { NAME_MAX } from '@diceroom/shared/protocol/limits.ts'
import { PlayerName } from '@diceroom/shared/protocol/text.ts'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface JoinCardProps {
  /** the name that somebody without one goes by */
  readonly guestName: string
  /** the name that somebody came with, and cannot have */
  readonly taken: string | null
  /** why it did not work, in words */
  readonly error: string | undefined
  /** where somebody logs in whose name it is; `null` where that would not help */
  readonly logIn: string | null
  /** what sitting down means now: a game that is on is waited for */
  readonly seat: 'now' | 'next game'
  /** `null` is for somebody who gave no name */
  readonly onSit: (name: string | null) => void
  /** with the name that was given, if there was one */
  readonly onWatch: (name: string | null) => void
}

/** Lies on the table until somebody has said who they are. */
export function JoinCard({ guestName, taken, error, logIn, seat, onSit, onWatch }: JoinCardProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(taken ?? '')
  const [bad, setBad] = useState<string>()
  const sit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') {
      onSit(null)
      return
    }
    const parsed = PlayerName.safeParse(name)
    if (parsed.success) onSit(parsed.data)
    else setBad(t('join.badName'))
  }
  // A name is not asked for to watch, but told where it is given.
  const watch = () => onWatch(PlayerName.safeParse(name).data ?? null)
  return (
    <form className="join-card" aria-label={t('join.title')} onSubmit={sit}>
      <TextField
        label={t('join.name')}
        placeholder={guestName}
        value={name}
        onChange={event => {
          setName(event.target.value)
          setBad(undefined)
        }}
        maxLength={NAME_MAX}
        dir="auto"
        autoComplete="nickname"
        autoFocus
        enterKeyHint="go"
        error={bad ?? error}
      />
      {logIn !== null && (
        <Link href={logIn} className="join-card-log-in">
          {t('join.yours')}
        </Link>
      )}
      <div className="join-card-buttons">
        <Button kind="secondary" onClick={watch}>
          {t('join.watch')}
        </Button>
        <Button kind="action" type="submit">
          {t(seat === 'now' ? 'join.sit' : 'play.queue')}
        </Button>
      </div>
    </form>
  )
}
