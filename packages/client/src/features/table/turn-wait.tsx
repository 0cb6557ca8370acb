import type { Table } from '@diceroom/sdk/store/table.ts'
import { useTranslation } from 'react-i18next'
import { useServerSeconds } from '../../connection/use-server-time.ts'
import { LiveRegion } from '../../ui/live-region.tsx'
import { mayAskFrom, turnClock } from './turn-clock.ts'

interface TurnWaitProps {
  /** as it is: a clock does not wait for dice to land */
  readonly table: Table
  readonly onAskDefault: () => void
}

/** From so many seconds on they are told one by one. */
const TOLD_FROM = 10
/** To whoever hears the page not all of them. */
const SPOKEN = [10, 5]

/** The second line below the tray while somebody is waited for: the last seconds, or where no clock runs, a way on. */
export function TurnWait({ table, onAskDefault }: TurnWaitProps) {
  const clock = turnClock(table)
  const askable = mayAskFrom(table)
  if (clock) return <SecondsLeft table={table} ends={clock.ends} />
  if (askable !== null) return <AskDefault table={table} from={askable} onAsk={onAskDefault} />
  return null
}

function SecondsLeft({ table: { room, seat }, ends }: { readonly table: Table; readonly ends: number }) {
  const { t } = useTranslation()
  const left = useServerSeconds(ends)
  const acting = room.turn?.seats ?? []
  if (left > TOLD_FROM) return null
  const isMine = seat !== null && acting.includes(seat)
  const name = acting.map(one => room.seats[one]?.name ?? '').join(', ')
  const words =
    left <= 0
      ? t('clock.over')
      : isMine
        ? t('clock.yours', { count: left })
        : t('clock.left', { count: left, name })
  return (
    <>
      <p className={isMine ? 'said-clock said-clock-mine' : 'said-clock'} aria-hidden="true">
        {words}
      </p>
      <LiveRegion message={isMine && SPOKEN.includes(left) ? words : ''} />
    </>
  )
}

interface AskDefaultProps {
  readonly table: Table
  readonly from: number
  readonly onAsk: () => void
}

function AskDefault({ table: { room }, from, onAsk }: AskDefaultProps) {
  const { t } = useTranslation()
  const isEarly = useServerSeconds(from) > 0
  const [waitedFor] = room.turn?.seats ?? []
  const name = waitedFor === undefined ? undefined : room.seats[waitedFor]?.name
  if (isEarly || name === undefined) return null
  return (
    <button type="button" className="said-options" onClick={onAsk}>
      {t('clock.askDefault', { name })}
    </button>
  )
}
