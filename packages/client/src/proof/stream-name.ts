import { visitorOf } from '@diceroom/shared/games/game.ts'
import type { TFunction } from 'i18next'
import { type Seating, seatOfStream } from './seating.ts'

/** Who rolls in a stream of rolls, as people call them. */
export function streamName(
  { who, seq }: { readonly who: string; readonly seq: number },
  seating: Seating,
  t: TFunction<'strings'>,
): string {
  const seat = seatOfStream(who)
  if (seat !== null) return seating.at(seat, seq)?.name ?? t('fair.deal.seat', { seat: seat + 1 })
  return who === '-' ? t('fair.roll.table') : t('said.visitor', { number: visitorOf(who) ?? who })
}
