import './who-may-come.css'
import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { RoomSettings } from '@diceroom/shared/room/settings.ts'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useAsking } from '../../words/use-asking.ts'
import { useWish } from '../../words/use-wish.ts'

interface WhoMayComeProps {
  readonly settings: RoomSettings
  readonly session: RoomSession
}

/** For the host: who finds the table, whether it lets anybody in, and by which password. */
export function WhoMayCome({ settings, session }: WhoMayComeProps) {
  const { t } = useTranslation()
  const secret = useWish(settings.private)
  const locked = useWish(settings.locked)
  return (
    <section className="who-may-come" aria-label={t('menu.who')}>
      <Switch
        label={t('menu.listed')}
        why={t('menu.listedWhy')}
        isOn={!secret.value}
        onChange={isListed => secret.wish(!isListed, session.setRoom({ private: !isListed }))}
      />
      <Switch
        label={t('menu.locked')}
        why={t('menu.lockedWhy')}
        isOn={locked.value}
        onChange={isLocked => locked.wish(isLocked, session.setRoom({ locked: isLocked }))}
      />
      <InlineError message={secret.error ?? locked.error} />
      <Password isSet={settings.password} session={session} />
    </section>
  )
}

interface PasswordProps {
  readonly isSet: boolean
  readonly session: RoomSession
}

/** What is typed here is told to friends, so everybody may read it. */
function Password({ isSet, session }: PasswordProps) {
  const { t } = useTranslation()
  const { state, error, ask } = useAsking()
  const [typed, setTyped] = useState('')
  const set = async (password: string | null) => {
    if (state === 'waiting') return
    if ((await ask(session.setRoom({ password }))) === 'done' && password === null) setTyped('')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() !== '') set(typed.trim())
  }
  return (
    <form className="room-password" onSubmit={submit}>
      <TextField
        label={t('menu.password')}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        maxLength={PASSWORD_MAX}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="done"
        error={error}
      />
      <Button kind="secondary" type="submit" aria-disabled={typed.trim() === '' || state === 'waiting'}>
        {t('menu.passwordSet')}
      </Button>
      <p className="room-password-now" aria-live="polite">
        {t(isSet ? 'menu.passwordOn' : 'menu.passwordOff')}
      </p>
      {isSet && (
        <Button kind="secondary" onClick={() => set(null)}>
          {t('menu.passwordClear')}
        </Button>
      )}
    </form>
  )
}

/** As the wire has it. */
const PASSWORD_MAX = 64
