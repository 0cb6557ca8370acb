import type { Reason } from '@diceroom/shared/fairness/reasons.ts'
import { useTranslation } from 'react-i18next'
import { type Seating, seatOfStream } from './seating.ts'

/** Says in the reader's language what is wrong and where; whoever a seat belonged to is named beside its number. */
export function useReasonWords(seating: Seating): (reason: Reason) => string {
  const { t } = useTranslation()
  return ({ code, params }) => {
    const seq = typeof params.seq === 'number' ? params.seq : Number.POSITIVE_INFINITY
    const named = (value: string | number) => {
      const seat = seatOfStream(`${value}`)
      const name = seat === null ? undefined : seating.at(seat, seq)?.name
      return name === undefined ? value : `${value} (${name})`
    }
    const { seat, who } = params
    return t(`verify.no.${code}`, {
      ...params,
      ...(seat === undefined ? {} : { seat: named(seat) }),
      ...(who === undefined ? {} : { who: who === '-' ? `- (${t('fair.roll.table')})` : named(who) }),
    })
  }
}
