import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import { LEVELS, type Level } from '@diceroom/shared/games/bot.ts'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { RowButton } from '../../ui/row-button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { ToolIcon } from '../../ui/tool-icon.tsx'
import { useAsking } from '../../words/use-asking.ts'

interface ChairSheetProps {
  readonly session: RoomSession
  readonly onInvite: () => void
  readonly onClose: () => void
}

const WORDS = {
  easy: ['chair.easy', 'chair.easyWhy'],
  medium: ['chair.medium', 'chair.mediumWhy'],
  hard: ['chair.hard', 'chair.hardWhy'],
} as const satisfies Record<Level, readonly [string, string]>

/** What the host may do with a free seat: a friend sits there, or a bot. */
export function ChairSheet({ session, onInvite, onClose }: ChairSheetProps) {
  const { t } = useTranslation()
  const { state, error, ask } = useAsking()
  const add = async (level: Level) => {
    if (state === 'waiting') return
    if ((await ask(session.addBot(level))) === 'done') onClose()
  }
  return (
    <Sheet title={t('chair.title')} closeLabel={t('close')} onClose={onClose}>
      <div className="rows">
        <RowButton
          icon={<Icon name="share" />}
          label={t('chair.friend')}
          why={t('chair.friendWhy')}
          onClick={onInvite}
        />
        <p className="rows-title">{t('chair.bot')}</p>
        {LEVELS.map(level => (
          <RowButton
            key={level}
            icon={<ToolIcon name="bot" />}
            label={t(WORDS[level][0])}
            why={t(WORDS[level][1])}
            aria-disabled={state === 'waiting'}
            onClick={() => add(level)}
          />
        ))}
        <InlineError message={error} />
      </div>
    </Sheet>
  )
}
