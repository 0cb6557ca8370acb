import type { Throw } from '@diceroom/sdk/store/throws.ts'
import { useTranslation } from 'react-i18next'
import { LiveRegion } from '../../ui/live-region.tsx'
import { wantedMotion } from '../../ui/motion.ts'
import { Said, useSpeak } from '../../words/said.tsx'
import { type Sentence, sentence } from '../../words/sentence.ts'
import type { Stop } from './stops.ts'

interface ReplaySaidProps {
  /** as shown */
  readonly stop: Stop | undefined
  /** the throw that is in the air */
  readonly flying: Throw | null
}

/** One sentence, as at the table: what just happened, or who throws. */
export function ReplaySaid({ stop, flying }: ReplaySaidProps) {
  const { t } = useTranslation()
  const speak = useSpeak()
  const said = flying && wantedMotion() === 'full' ? underWay(stop, flying) : stop?.said
  const words = said ? speak(said) : t('replay.unsaid')
  return (
    <>
      <p key={words} className="replay-said">
        {said ? <Said sentence={said} /> : words}
      </p>
      <LiveRegion message={flying ? '' : words} />
    </>
  )
}

/** Who throws the dice in the air. */
function underWay(stop: Stop | undefined, { seat }: Throw): Sentence {
  const holder = seat === null ? null : stop?.table.room.seats[seat]
  return holder ? sentence('said.rolls', { name: holder.name }) : sentence('said.rollsForStart')
}
