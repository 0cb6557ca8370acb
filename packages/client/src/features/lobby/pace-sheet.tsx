import './pace-sheet.css'
import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { CLOCKS, LEAVING, STARTERS } from '@diceroom/shared/room/settings.ts'
import { useTranslation } from 'react-i18next'
import { Choice } from '../../ui/choice.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useWish } from '../../words/use-wish.ts'

interface PaceSheetProps {
  readonly table: Table
  readonly session: RoomSession
  readonly onClose: () => void
}

/** How long a move may take, what becomes of a seat that somebody leaves, and who starts the next game. */
export function PaceSheet({ table, session, onClose }: PaceSheetProps) {
  const { t } = useTranslation()
  const { settings, host } = table.room
  const clock = useWish(settings.clock)
  const leaving = useWish(settings.leaving)
  const starter = useWish(settings.starter)
  const isHost = host === table.me
  return (
    <Sheet title={t('menu.pace')} closeLabel={t('close')} onClose={onClose}>
      <div className="pace">
        <div className="pace-clock">
          <Choice
            legend={t('pace.clock')}
            look="chips"
            value={`${clock.value}`}
            options={CLOCKS.map(seconds => ({
              value: `${seconds}`,
              label: seconds === 0 ? t('pace.off') : t('pace.seconds', { seconds }),
            }))}
            onChange={
              isHost
                ? chosen => {
                    const wished = CLOCKS.find(seconds => `${seconds}` === chosen) ?? settings.clock
                    clock.wish(wished, session.setRoom({ clock: wished }))
                  }
                : null
            }
          />
          <p className="pace-why">{t('pace.clockWhy')}</p>
        </div>
        <Choice
          legend={t('pace.leaving')}
          look="rows"
          value={leaving.value}
          options={LEAVING.map(value => ({
            value,
            label: t(`pace.leaving.${value}`),
            why: t(`pace.leaving.${value}.why`),
          }))}
          onChange={isHost ? wished => leaving.wish(wished, session.setRoom({ leaving: wished })) : null}
        />
        <Choice
          legend={t('pace.starter')}
          look="chips"
          value={starter.value}
          options={STARTERS.map(value => ({ value, label: t(`pace.starter.${value}`) }))}
          onChange={isHost ? wished => starter.wish(wished, session.setRoom({ starter: wished })) : null}
        />
        <InlineError message={clock.error ?? leaving.error ?? starter.error} />
      </div>
    </Sheet>
  )
}
