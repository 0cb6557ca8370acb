import './seal-sheet.css'
import type { DealWarning } from '@diceroom/sdk/connection/deal-witness.ts'
import type { RoomState } from '@diceroom/shared/room/room.ts'
import { type ReactNode, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckYourself } from '../../proof/check-yourself.tsx'
import { DealView } from '../../proof/deal-view.tsx'
import { Figures } from '../../proof/figures.tsx'
import { useReasonWords } from '../../proof/reason-words.ts'
import type { Audit, Checked } from '../../proof/room-audit.ts'
import { type Seating, seatingOf } from '../../proof/seating.ts'
import { TakeAway } from '../../transcript/take-away.tsx'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import type { SealLook } from '../../ui/wax-seal.tsx'
import { WhatItMeans } from './what-it-means.tsx'

interface SealSheetProps {
  readonly room: RoomState
  readonly look: SealLook
  readonly audit: Audit
  readonly warnings: readonly DealWarning[]
  /** asks for a check of how things are now */
  readonly onAsk: () => void
  readonly onClose: () => void
}

/** What the seal stands for: one sentence first, then everything that it rests on. */
export function SealSheet({ room, look, audit, warnings, onAsk, onClose }: SealSheetProps) {
  const { t } = useTranslation()
  const { dealing } = room
  const seating = useMemo(() => seatingOf(audit.latest?.transcript), [audit.latest])

  // whoever looks sees every roll that is made meanwhile
  useEffect(onAsk, [onAsk, room.seq])

  const isInPlay = dealing.current !== null || dealing.opening !== null
  return (
    <Sheet title={t('fair.dice')} closeLabel={t('close')} onClose={onClose}>
      <div className="seal-sheet">
        <WhatItMeans
          look={look}
          audit={audit}
          seeds={Object.keys(dealing.current?.seeds ?? {}).length}
          missing={dealing.current?.missing.length ?? 0}
          deal={isInPlay ? 'in play' : dealing.opened > 0 ? 'over' : 'none'}
        />
        <Alarm audit={audit} warnings={warnings} seating={seating} />
        {audit.latest ? (
          <Details checked={audit.latest} seating={seating} />
        ) : (
          <Fetching activity={audit.activity} onRetry={onAsk} />
        )}
      </div>
    </Sheet>
  )
}

function Fetching({ activity, onRetry }: { activity: Audit['activity']; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="seal-fetching" role="status">
      {activity === 'stuck' ? (
        <>
          <p>{t('fair.means.stuck')}</p>
          <Button kind="secondary" onClick={onRetry}>
            {t('fair.retry')}
          </Button>
        </>
      ) : (
        <p>{t('verify.fetching')}</p>
      )}
    </div>
  )
}

/** What is wrong, and what to do about it. */
function Alarm({
  audit,
  warnings,
  seating,
}: Pick<SealSheetProps, 'audit' | 'warnings'> & { readonly seating: Seating }) {
  const { t } = useTranslation()
  const reasonWords = useReasonWords(seating)
  const verdict = audit.latest?.verdict
  const said = [
    ...(verdict?.reason ? [reasonWords(verdict.reason)] : []),
    ...warnings.map(warning =>
      t(`fair.warning.${warning.kind}`, { deal: 'deal' in warning ? warning.deal : '' }),
    ),
    ...(verdict?.warnings ?? []).map(reasonWords),
  ]
  if (said.length === 0) return null
  return (
    <div className="seal-alarm">
      {said.map(words => (
        <p key={words}>{words}</p>
      ))}
      <p>{t('fair.askOperator')}</p>
    </div>
  )
}

function Details({
  checked: { transcript, verdict },
  seating,
}: {
  readonly checked: Checked
  readonly seating: Seating
}) {
  const { t } = useTranslation()
  const deal = verdict.deals.at(-1)
  const page = `/verify/${encodeURIComponent(transcript.room)}`
  return (
    <>
      {deal && (
        <Part
          title={t(deal.status === 'closed' ? 'fair.deal.last' : 'fair.deal.now')}
          note={`${t('fair.deal.number', { deal: deal.deal })} · ${t(`fair.deal.${deal.status}`)}`}
        >
          <DealView
            deal={deal}
            commitment={verdict.chains[0]?.commitment ?? null}
            rolls={verdict.rolls.filter(roll => roll.deal === deal.deal)}
            seating={seating}
          />
        </Part>
      )}
      <Part title={t('fair.figures')}>
        <Figures rolls={verdict.rolls} seating={seating} />
      </Part>
      <Part title={t('fair.self')}>
        <CheckYourself
          file={`dice-room-${transcript.room}.json`}
          download={<TakeAway transcript={transcript} />}
        />
        {/* beside the table, which goes on */}
        <p className="seal-links">
          <a className="button button-secondary" href={page} target="_blank" rel="noopener">
            {t('fair.self.page')}
          </a>
          <a className="button button-secondary" href="/fairness" target="_blank" rel="noopener">
            {t('fair.self.how')}
          </a>
        </p>
      </Part>
    </>
  )
}

interface PartProps {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}

function Part({ title, note, children }: PartProps) {
  return (
    <section className="seal-part">
      <header className="seal-part-head">
        <h3 className="seal-part-title">{title}</h3>
        {note && <span className="seal-part-note">{note}</span>}
      </header>
      {children}
    </section>
  )
}
