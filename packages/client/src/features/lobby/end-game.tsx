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

/**
 * Breaks the game off for everybody. It cannot be undone, so it takes two taps at two places: where the first one was,
 * the second one of a double tap goes on playing.
 */
export function EndGame({ session, onDone }: EndGameProps) {
  const { t } = useTranslation()
  const { state, error, ask } = useAsking()
  const [isSure, setSure] = useState(false)
  const end = async () => {
    if (state === 'waiting') return
    if ((await ask(session.endGame())) === 'done') onDone()
  }
  return (
    <>
      <div className="end-game">
        <Button kind="secondary" onClick={() => setSure(!isSure)}>
          {t(isSure ? 'menu.endNot' : 'menu.end')}
        </Button>
        {isSure && (
          <Button kind="action" aria-disabled={state === 'waiting'} onClick={end}>
            {t('menu.endSure')}
          </Button>
        )}
      </div>
      <InlineError message={error} />
    </>
  )
}
