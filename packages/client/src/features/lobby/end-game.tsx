import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { useAsking } from '../../words/use-asking.ts'

interface EndGameProps {
  readonly session: RoomSession
  readonly onDone: () => void
}

/** Breaks the game off for everybody. It cannot be undone, so the second tap does it. */
export function EndGame({ session, onDone }: EndGameProps) {
  const { t } = useTranslation()
  const { state, error, ask } = useAsking()
  const [isSure, setSure] = useState(false)
  const end = async () => {
    if (!isSure) setSure(true)
    else if ((await ask(session.endGame())) === 'done') onDone()
  }
  return (
    <>
      <Button kind="secondary" disabled={state === 'waiting'} onClick={end}>
        {t(isSure ? 'menu.endSure' : 'menu.end')}
      </Button>
      <InlineError message={error} />
    </>
  )
}
