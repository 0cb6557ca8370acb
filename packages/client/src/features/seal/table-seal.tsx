import './table-seal.css'
import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import type { TFunction } from 'i18next'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDealWarnings } from '../../connection/use-room.ts'
import { useReasonWords } from '../../proof/reason-words.ts'
import { seatingOf } from '../../proof/seating.ts'
import { LiveRegion } from '../../ui/live-region.tsx'
import { type SealLook, WaxSeal } from '../../ui/wax-seal.tsx'
import { SealSheet } from './seal-sheet.tsx'
import { closedDeals, type SealStatus, sealStatus } from './seal-status.ts'
import { useAudit } from './use-audit.ts'

interface TableSealProps {
  /** as shown: what the dice in the air decide is not known yet */
  readonly table: Table
  readonly session: RoomSession
}

/** After a check that came to nothing, in ms. */
const RETRY_MS = 5_000

const LOOKS: Record<SealStatus['kind'], SealLook> = {
  committed: 'sealed',
  sealed: 'sealed',
  checking: 'checking',
  checked: 'checked',
  warned: 'wrong',
  wrong: 'wrong',
}

/** The seal next to the dice. It checks every deal that is over by itself, says what came of it, and opens to how. */
export function TableSeal({ table, session }: TableSealProps) {
  const { t } = useTranslation()
  const { room } = table
  const [audit, ask] = useAudit(room.room)
  const warnings = useDealWarnings(session)
  const [isOpen, setOpen] = useState(false)
  const status = sealStatus(room, audit, warnings.length > 0 ? 'some' : 'none')
  const reasonWords = useReasonWords(useMemo(() => seatingOf(audit.latest?.transcript), [audit.latest]))
  const closed = closedDeals(room.dealing)

  useEffect(() => {
    if (closed > 0) ask()
  }, [closed, ask])

  useEffect(() => {
    if (audit.activity !== 'stuck') return
    const retry = setTimeout(ask, RETRY_MS)
    return () => clearTimeout(retry)
  }, [audit, ask])

  const words = sealWords(status, t)
  const why = status.kind === 'wrong' ? reasonWords(status.reason) : ''
  const isGoingOn = status.kind === 'checked' && room.phase === 'playing'
  const isSaid = status.kind === 'checked' || status.kind === 'wrong' || status.kind === 'warned'
  return (
    <>
      <div className={`table-seal table-seal-${status.kind} ${isGoingOn ? 'table-seal-going-on' : ''}`}>
        <button
          type="button"
          className="table-seal-button"
          aria-label={t('fair.seal', { words: `${words} ${why}`.trim() })}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <span key={words} className="table-seal-words">
            {words}
            {why && <span className="table-seal-why">{why}</span>}
          </span>
          <WaxSeal look={LOOKS[status.kind]} />
        </button>
      </div>
      <LiveRegion message={isSaid ? t('fair.seal', { words: `${words} ${why}` }) : ''} />
      {isOpen && (
        <SealSheet
          room={room}
          look={LOOKS[status.kind]}
          audit={audit}
          warnings={warnings}
          onAsk={ask}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

/** What the seal says in a few words. */
export function sealWords(status: SealStatus, t: TFunction<'strings'>): string {
  switch (status.kind) {
    case 'committed':
      return t('fair.committed')
    case 'sealed':
      return status.seeds === 0 ? t('fair.committed') : t('fair.sealedBy', { count: status.seeds })
    case 'checking':
      return t('fair.checking')
    case 'checked':
      return t('fair.checked', { count: status.rolls })
    case 'warned':
      return t('fair.warned')
    case 'wrong':
      return t('fair.wrong')
  }
}
