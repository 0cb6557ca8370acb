import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import type { Throw } from '@diceroom/sdk/store/throws.ts'
import type { Seat } from '@diceroom/shared/games/game.ts'
import { isTableEvent } from '@diceroom/shared/room/events.ts'
import { useTranslation } from 'react-i18next'
import type { SealedBoard } from '../../games/board.ts'
import { useBoard } from '../../games/use-board.ts'
import type { DiceHow } from '../../ui/dice/dice-how.ts'
import { DiceTray } from '../../ui/dice/dice-tray.tsx'
import { dieSides } from '../../ui/dice/die.tsx'
import { handAngle, OWN_HAND } from '../../ui/dice/hand.ts'
import { useSpeak } from '../../words/said.tsx'
import { eachThrew, sentence, visitorName } from '../../words/sentence.ts'

interface TableDiceProps {
  readonly shown: Table
  readonly flying: Throw | null
  /** the latest events, with what is still in the air */
  readonly feed: readonly FeedEntry[]
  /** whether the reader's own throw was asked for and has no answer yet */
  readonly hand: 'still' | 'shaking'
  readonly onLanded: (throwKey: string) => void
  /** as the board wants them */
  readonly how?: DiceHow | undefined
}

type Dice = Pick<Throw, 'key' | 'seat' | 'faces' | 'sides'> & Partial<Pick<Throw, 'at' | 'roll' | 'visitor'>>

/** The dice that were thrown last, or are in the air. */
export function TableDice({ shown, flying, feed, hand, onLanded, how }: TableDiceProps) {
  const { t } = useTranslation()
  const speak = useSpeak()
  const board = useBoard()
  const dice: Dice | null = flying ?? lying(shown, board)
  const named = flying ? lying(shown, board) : dice
  const from = dice?.seat ?? null
  return (
    <DiceTray
      throwKey={dice?.key ?? null}
      faces={dice?.faces ?? []}
      owners={dice ? ownersOf(dice) : []}
      sides={dieSides(dice?.sides ?? 6)}
      from={
        hand === 'shaking' || from === null ? OWN_HAND : handAngle(from, shown.seat, shown.room.seats.length)
      }
      hand={hand}
      air={flying ? 'flying' : 'clear'}
      how={how}
      label={named ? labelOf(named) : t('dice.none')}
      onLanded={onLanded}
    />
  )

  function labelOf(named: Dice): string {
    const { seat, visitor = null, faces } = named
    const written = faces.join(' ')
    if (visitor !== null)
      return speak(sentence('said.rolled', { name: visitorName(visitor), faces: written }))
    if (seat !== null) return t('said.rolled', { name: nameOf(seat), faces: written })
    const owners = ownersOf(named)
    return t('said.threw', { faces: owners.length > 0 ? eachThrew(owners, faces, nameOf) : written })
  }

  function nameOf(seat: Seat): string {
    return shown.feed.at(-1)?.names[seat] ?? shown.room.seats[seat]?.name ?? `${seat + 1}`
  }

  /** Whose each die is, where several seats threw together. */
  function ownersOf({ at, roll = 0 }: Dice): readonly Seat[] {
    const event = feed.find(entry => entry.event.seq === at)?.event
    if (!event || isTableEvent(event)) return []
    return board.throwers(event)[roll] ?? []
  }
}

/** What lies on the table: the last throw, as far as it is known; before the first one, somebody's opening die. */
function lying({ throws, opening, room }: Table, board: SealedBoard): Dice | null {
  const thrown = throws.at(-1)
  if (thrown) return thrown
  if (room.phase === 'lobby') return null
  const remembered = board.lying(room.view)
  if (remembered) return { key: `before ${room.gameSeq}`, ...remembered }
  // A die that nobody threw would look like a throw.
  return opening && opening.seat !== null ? opening : null
}
