import './seat-sheet.css'
import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import type { SeatHolder } from '@diceroom/shared/room/room.ts'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../../games/use-board.ts'
import { hearHere, muteHere, useMutedHere } from '../../people/muted-here.ts'
import { Button } from '../../ui/button.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { SeatMark } from '../../ui/seat-mark.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useAsking } from '../../words/use-asking.ts'
import { SeatTools } from './seat-tools.tsx'
import { seatViews } from './seat-views.ts'

interface SeatSheetProps {
  readonly table: Table
  readonly session: RoomSession
  readonly seat: number
  readonly onClose: () => void
}

/** What there is to know about somebody at the table, and what one may do about it. */
export function SeatSheet({ table, session, seat, onClose }: SeatSheetProps) {
  const { t } = useTranslation()
  // Who sat there when the sheet was opened: whoever is removed can be let back in from here.
  const [opened] = useState(table.room.seats[seat] ?? null)
  const holder = table.room.seats[seat] ?? null
  if (!opened) return null
  const isSame = holder?.player === opened.player
  return (
    <Sheet title={t('seats')} closeLabel={t('close')} onClose={onClose}>
      <div className="seat-sheet">
        {holder ? <About table={table} holder={holder} /> : <p>{t('seat.free')}</p>}
        {holder?.held && holder.seat === table.seat && <TakeBack session={session} onDone={onClose} />}
        {isSame && holder.seat !== table.seat && !holder.bot && <HideHere holder={holder} />}
        {table.room.host === table.me && opened.player !== table.me && (
          <SeatTools table={table} session={session} opened={opened} />
        )}
      </div>
    </Sheet>
  )
}

function About({ table, holder }: { readonly table: Table; readonly holder: SeatHolder }) {
  const { t } = useTranslation()
  const view = seatViews(table, useBoard(), t).find(one => one.seat === holder.seat)
  if (!view) return null
  const here = view.presence === 'here' && !holder.bot && !holder.held ? [t('seat.online')] : []
  const level = holder.level ? [levelWords(holder.level, t)] : []
  const held = holder.held && holder.seat !== table.seat ? [t('seat.heldWhy', { name: holder.name })] : []
  return (
    <div className="seat-about">
      <SeatMark seat={holder.seat} turn={view.turn} />
      <div className="seat-about-words">
        <p className="seat-sheet-name">
          <bdi>{view.name}</bdi>
        </p>
        <p className="seat-sheet-notes">{[...view.notes, ...here].join(' · ')}</p>
        {[...level, ...held].map(words => (
          <p key={words}>{words}</p>
        ))}
        {view.score !== undefined && <p>{t('seat.score', { score: view.score })}</p>}
      </div>
    </div>
  )
}

function levelWords(level: NonNullable<SeatHolder['level']>, t: TFunction<'strings'>): string {
  const words = { easy: 'seat.levelEasy', medium: 'seat.levelMedium', hard: 'seat.levelHard' } as const
  return t(words[level])
}

function TakeBack({ session, onDone }: { readonly session: RoomSession; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const { state, error, ask } = useAsking()
  const takeBack = async () => {
    if (state === 'idle' && (await ask(session.takeBackSeat())) === 'done') onDone()
  }
  return (
    <>
      <p>{t('seat.heldMine')}</p>
      <Button kind="action" aria-disabled={state === 'waiting'} onClick={takeBack}>
        {t('play.back')}
      </Button>
      <InlineError message={error} />
    </>
  )
}

function HideHere({ holder: { player, name } }: { readonly holder: SeatHolder }) {
  const { t } = useTranslation()
  const isHidden = useMutedHere().includes(player)
  return (
    <Switch
      label={t('seat.hideHere', { name })}
      why={t('seat.hideHereWhy')}
      isOn={isHidden}
      onChange={hides => (hides ? muteHere(player) : hearHere(player))}
    />
  )
}
