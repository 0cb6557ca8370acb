import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { isAmong, keepsSeats, type SeatHolder } from '@diceroom/shared/room/room.ts'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useAsking } from '../../words/use-asking.ts'
import { useWish } from '../../words/use-wish.ts'

interface SeatToolsProps {
  readonly table: Table
  readonly session: RoomSession
  /** who sat there when the tools were opened */
  readonly opened: SeatHolder
}

/** What the host may do about somebody at the table. All of it can be undone but for handing over, which its heir can. */
export function SeatTools({ table, session, opened }: SeatToolsProps) {
  const { t } = useTranslation()
  const { state, error, ask } = useAsking()
  const { room } = table
  const { player, name, bot } = opened
  const holder = room.seats[opened.seat]
  const sits = holder?.player === player && !holder.left
  const isRemoved = isAmong(room.removed, player)
  const isFixedBot = bot && keepsSeats(room)
  const removing = (how: { undo?: true }) => {
    if (state === 'idle') ask(session.removePlayer(player, how))
  }
  return (
    <section className="seat-tools" aria-label={t('seat.hostTools')}>
      <h3 className="seat-tools-title">{t('seat.hostTools')}</h3>
      {!bot && <MuteForAll table={table} session={session} holder={opened} />}
      {sits && !bot && (
        <Button kind="secondary" onClick={() => ask(session.makeHost(player))}>
          {t('seat.makeHost', { name })}
        </Button>
      )}
      {isRemoved && (
        <div className="seat-removed" role="status">
          <p>{t('seat.removed', { name })}</p>
          <Button kind="secondary" onClick={() => removing({ undo: true })}>
            {t('seat.undo')}
          </Button>
        </div>
      )}
      {sits && !isRemoved && !isFixedBot && (
        <Button kind="secondary" onClick={() => removing({})}>
          {t(bot ? 'seat.removeBot' : 'seat.remove')}
        </Button>
      )}
      {holder && (holder.left || holder.held) && !holder.forfeit && (
        <GiveSeat table={table} holder={holder} onGive={heir => ask(session.giveSeat(holder.seat, heir))} />
      )}
      <InlineError message={error} />
    </section>
  )
}

interface MuteForAllProps extends Pick<SeatToolsProps, 'table' | 'session'> {
  readonly holder: SeatHolder
}

function MuteForAll({ table, session, holder: { player, name } }: MuteForAllProps) {
  const { t } = useTranslation()
  const muted = useWish(isAmong(table.room.muted, player))
  return (
    <>
      <Switch
        label={t('seat.muteAll')}
        why={t('seat.muteAllWhy', { name })}
        isOn={muted.value}
        onChange={isMuted => muted.wish(isMuted, session.mute(player, isMuted ? {} : { undo: true }))}
      />
      <InlineError message={muted.error} />
    </>
  )
}

interface GiveSeatProps {
  readonly table: Table
  readonly holder: SeatHolder
  readonly onGive: (player: string) => void
}

/** The seat of who is gone, for somebody who watches. */
function GiveSeat({ table: { room, watching }, holder, onGive }: GiveSeatProps) {
  const { t } = useTranslation()
  const heirs = watching.filter(({ player }) => player !== holder.player && !isAmong(room.removed, player))
  if (heirs.length === 0) return <p className="seat-sheet-notes">{t('seat.giveNobody')}</p>
  return (
    <fieldset className="seat-give">
      <legend className="seat-sheet-notes">{t('seat.give')}</legend>
      {heirs.map(({ player, name }) => (
        <Button key={player} kind="secondary" onClick={() => onGive(player)}>
          <bdi>{name}</bdi>
        </Button>
      ))}
    </fieldset>
  )
}
