import { useTranslation } from 'react-i18next'
import { boardOf } from '../../games/registry.ts'
import type { Table } from '../../store/table.ts'
import type { Throw } from '../../store/throws.ts'
import { DiceTray } from '../../ui/dice/dice-tray.tsx'
import { dieSides } from '../../ui/dice/die.tsx'
import { handAngle, OWN_HAND } from '../../ui/dice/hand.ts'

interface TableDiceProps {
  readonly shown: Table
  readonly flying: Throw | null
  /** whether the reader's own throw was asked for and has no answer yet */
  readonly hand: 'still' | 'shaking'
  readonly onLanded: (throwKey: string) => void
}

type Dice = Pick<Throw, 'key' | 'seat' | 'faces' | 'sides'>

/** The dice that were thrown last, or are in the air. */
export function TableDice({ shown, flying, hand, onLanded }: TableDiceProps) {
  const { t } = useTranslation()
  const dice: Dice | null = flying ?? lying(shown)
  const named = flying ? lying(shown) : dice
  const from = dice?.seat ?? null
  return (
    <DiceTray
      throwKey={dice?.key ?? null}
      faces={dice?.faces ?? []}
      sides={dieSides(dice?.sides ?? 6)}
      from={
        hand === 'shaking' || from === null ? OWN_HAND : handAngle(from, shown.seat, shown.room.seats.length)
      }
      hand={hand}
      label={named ? labelOf(named) : t('dice.none')}
      onLanded={onLanded}
    />
  )

  function labelOf({ seat, faces }: Dice): string {
    const written = faces.join(' ')
    if (seat === null) return t('said.threw', { faces: written })
    const name = shown.feed.at(-1)?.names[seat] ?? shown.room.seats[seat]?.name ?? `${seat + 1}`
    return t('said.rolled', { name, faces: written })
  }
}

/** What lies on the table: the last throw, as far as it is known; before the first one, somebody's opening die. */
function lying({ throws, opening, room }: Table): Dice | null {
  const thrown = throws.at(-1)
  if (thrown) return thrown
  if (room.phase === 'lobby') return null
  const remembered = boardOf(room.game).lying(room.view)
  if (remembered) return { key: `before ${room.gameSeq}`, ...remembered }
  return opening
}
