import type { Reason } from '@diceroom/shared/fairness/reasons.ts'
import { useTranslation } from 'react-i18next'
import { type Seating, seatOfStream } from './seating.ts'

/** Says in the reader's language what is wrong and where; whoever a seat belonged to is named beside its number. */
export function useReasonWords(seating: Seating): (reason: Reason) => string {
  const { t } = useTranslation()
  return ({ code, params }) => {
    const seq = typeof params.seq === 'number' ? params.seq : Number.POSITIVE_INFINITY
    const nameOf = (place: string | number | undefined) => {
      const seat = seatOfStream(`${place}`)
      return seat === null ? undefined : seating.at(seat, seq)?.name
    }
    const { seat, who } = params
    const words = { ...params }
    const [holder, roller] = [nameOf(seat), nameOf(who)]
    if (seat !== undefined && holder !== undefined) words.seat = `${seat} (${holder})`
    if (who === '-') words.who = t('fair.roll.ofTable')
    if (who !== undefined && roller !== undefined)
      words.who = t('fair.roll.ofSeat', { name: roller, seat: who })
    return t(`verify.no.${code}`, words)
  }
}
