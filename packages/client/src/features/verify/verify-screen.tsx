import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { CheckYourself } from '../../proof/check-yourself.tsx'
import { Figures } from '../../proof/figures.tsx'
import { seatingOf } from '../../proof/seating.ts'
import { TakeAway } from '../../transcript/take-away.tsx'
import { Button } from '../../ui/button.tsx'
import { ReadingPage, ReadingPart } from '../../ui/reading-page.tsx'
import { readable } from '../../ui/room-code.tsx'
import { DealList } from './deal-list.tsx'
import { FileDoor } from './file-door.tsx'
import { StepList } from './step-list.tsx'
import { useVerify } from './use-verify.ts'
import { VerdictCard } from './verdict-card.tsx'

interface VerifyScreenProps {
  /** as rooms are filed */
  readonly room: string
}

/** Checks every die of a room on this device, and shows how; or those of a file. */
export function VerifyScreen({ room }: VerifyScreenProps) {
  const { t } = useTranslation()
  const { verifying, checkRoom, checkFile } = useVerify(room)
  const done = verifying.status === 'done' ? verifying : null
  const transcript = done?.source.transcript
  const seating = useMemo(() => seatingOf(transcript), [transcript])
  const title = t('verify.titleOf', { code: readable(room) })
  const isBusy = verifying.status === 'fetching' || verifying.status === 'checking'
  // What stands below the first verdict comes with it, and moves for nothing.
  const [hasEnded, setHasEnded] = useState(false)
  if (!isBusy && !hasEnded) setHasEnded(true)
  const isFile = done?.source.kind === 'file' || verifying.status === 'not JSON'

  useEffect(() => {
    document.title = `${title} · Dice Room`
  }, [title])

  return (
    <ReadingPage
      ways={
        <Link href={`/r/${room}`} className="button button-quiet">
          {t('verify.toTable')}
        </Link>
      }
      title={title}
    >
      {done?.source.kind === 'file' && (
        <p className="verify-file">
          {t('verify.fileOf', { name: done.source.name })}
          {done.verdict.room && ` · ${t('verify.fileTable', { code: readable(done.verdict.room) })}`}
        </p>
      )}
      <VerdictCard verifying={verifying} seating={seating} />
      <ReadingPart title={t('verify.steps')}>
        <StepList verdict={done?.verdict ?? null} witness={done && !done.seen ? 'elsewhere' : 'here'} />
      </ReadingPart>
      {done && done.verdict.deals.length > 0 && (
        <>
          <ReadingPart title={t('verify.deals')} look="bare">
            <DealList key={done.verdict.lastSeq} verdict={done.verdict} seating={seating} />
          </ReadingPart>
          <ReadingPart title={t('fair.figures')}>
            <Figures rolls={done.verdict.rolls} seating={seating} />
          </ReadingPart>
        </>
      )}
      {done?.source.kind === 'room' && (
        <ReadingPart title={t('fair.self')}>
          <CheckYourself
            file={`dice-room-${done.source.transcript.room}.json`}
            download={<TakeAway transcript={done.source.transcript} />}
          />
          <Link href="/fairness" className="button button-secondary">
            {t('fair.self.how')}
          </Link>
        </ReadingPart>
      )}
      {hasEnded && (
        <ReadingPart title={t('verify.file')}>
          <FileDoor onFile={checkFile}>
            <Button kind="secondary" onClick={checkRoom}>
              {t(isFile ? 'verify.back' : 'verify.again')}
            </Button>
          </FileDoor>
        </ReadingPart>
      )}
    </ReadingPage>
  )
}
