import './deal-view.css'
import type { CheckedDeal, CheckedRoll } from '@diceroom/shared/fairness/verdict.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Hex } from '../ui/hex.tsx'
import { SeatDot } from '../ui/seat-mark.tsx'
import { RollList } from './roll-list.tsx'
import type { Seating } from './seating.ts'

interface DealViewProps {
  readonly deal: CheckedDeal
  /** what the room began with */
  readonly commitment: string | null
  /** those of this deal */
  readonly rolls: readonly CheckedRoll[]
  readonly seating: Seating
}

/** Everything about one deal: the secret, what each player put in, and every roll with its input. */
export function DealView({ deal, commitment, rolls, seating }: DealViewProps) {
  const { t } = useTranslation()
  const later = (words: string) => <span className="deal-later">{words}</span>
  return (
    <div className="deal">
      <dl className="deal-facts">
        {commitment && (
          <Fact name={t('fair.deal.commitment')}>
            <Hex>{commitment}</Hex>
          </Fact>
        )}
        {deal.before !== commitment && (
          <Fact name={t('fair.deal.before')}>
            {deal.before ? <Hex>{deal.before}</Hex> : later(t('fair.deal.beforeOpen'))}
          </Fact>
        )}
        <Fact name={t('fair.deal.secret')}>
          {deal.secret ? <Hex>{deal.secret}</Hex> : later(t('fair.deal.secretLater'))}
        </Fact>
        <Fact name={t('fair.deal.entropy')}>
          {deal.entropy ? <Hex>{deal.entropy}</Hex> : later(t('fair.deal.entropyLater'))}
        </Fact>
      </dl>
      <DealSeats deal={deal} seating={seating} />
      <section aria-label={t('fair.deal.rollList')}>
        <p className="deal-title">{t('fair.deal.rollList')}</p>
        {rolls.length === 0 ? <p>{t('fair.deal.noRolls')}</p> : <RollList rolls={rolls} seating={seating} />}
      </section>
    </div>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="deal-fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function DealSeats({ deal, seating }: Pick<DealViewProps, 'deal' | 'seating'>) {
  const { t } = useTranslation()
  const seats = Object.keys(deal.seals).map(Number)
  return (
    <section aria-label={t('fair.deal.players')}>
      <p className="deal-title">{t('fair.deal.players')}</p>
      {seats.length === 0 && <p>{t('fair.deal.nobody')}</p>}
      <ul className="deal-seats">
        {seats.map(seat => (
          <li key={seat} className="deal-seat">
            <SeatDot seat={seat} />
            <bdi className="deal-seat-name">
              {seating.at(seat, deal.openedSeq)?.name ?? t('fair.deal.seat', { seat: seat + 1 })}
            </bdi>
            <p className="deal-seat-given">
              <span className="deal-seat-label">{t('fair.deal.theSeal')}</span>
              <Hex>{deal.seals[seat]}</Hex>
            </p>
            <p className="deal-seat-given">
              <span className="deal-seat-label">{t('fair.deal.seed')}</span>
              <Seed deal={deal} seat={seat} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Seed({ deal, seat }: { readonly deal: CheckedDeal; readonly seat: number }) {
  const { t } = useTranslation()
  const seed = deal.seeds[seat]
  if (seed !== undefined) return <Hex>{seed}</Hex>
  return deal.status === 'opening' ? (
    <span className="deal-later">{t('fair.deal.seedWaits')}</span>
  ) : (
    <span className="deal-seat-missing">{t('fair.deal.seedMissing')}</span>
  )
}
