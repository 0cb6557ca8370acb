import type { CheckedRoll } from '@diceroom/shared/fairness/verdict.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { Hex } from '../ui/hex.tsx'
import { Icon } from '../ui/icon.tsx'
import { SeatDot } from '../ui/seat-mark.tsx'
import { type Seating, seatOfStream } from './seating.ts'
import { streamName } from './stream-name.ts'

interface RollListProps {
  readonly rolls: readonly CheckedRoll[]
  readonly seating: Seating
}

/** So many more at a time. */
const SHOWN = 40

/** Every roll of a deal, what is wrong first, then the latest; each opens to what it was made of, and what it had to show. */
export function RollList({ rolls, seating }: RollListProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(SHOWN)
  const latest = rolls.toReversed().toSorted((a, b) => URGENCY[stateOf(a)] - URGENCY[stateOf(b)])
  const more = Math.min(SHOWN, latest.length - shown)
  return (
    <>
      <ol className="rolls">
        {latest.slice(0, shown).map(roll => (
          <Roll key={`${roll.who} ${roll.n}`} roll={roll} seating={seating} />
        ))}
      </ol>
      {more > 0 && (
        <div className="rolls-more">
          <Button kind="secondary" onClick={() => setShown(shown + more)}>
            {t('fair.deal.more', { count: more })}
          </Button>
        </div>
      )}
    </>
  )
}

type RollState = 'right' | 'wrong' | 'later'

const URGENCY: Record<RollState, number> = { wrong: 0, right: 1, later: 1 }

export function stateOf({ expected, found }: CheckedRoll): RollState {
  if (expected === null) return 'later'
  return expected.join() === found?.join() ? 'right' : 'wrong'
}

function Roll({ roll, seating }: { readonly roll: CheckedRoll; readonly seating: Seating }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const state = stateOf(roll)
  const { n, found } = roll
  return (
    <li className="roll">
      <details onToggle={event => setOpen(event.currentTarget.open)}>
        <summary className="roll-line">
          <SeatDot seat={seatOfStream(roll.who)} />
          <span className="roll-who">
            <bdi>{streamName(roll, seating, t)}</bdi>{' '}
            <span className="roll-number">{t('fair.roll.number', { n })}</span>
          </span>
          <span className="roll-faces">{found?.join(' ') ?? t('fair.roll.hidden')}</span>
          <span className={`roll-state roll-state-${state}`} title={t(`fair.roll.${state}`)}>
            {state !== 'later' && <Icon name={state === 'right' ? 'check' : 'close'} />}
            <span className="unseen">{t(`fair.roll.${state}`)}</span>
          </span>
        </summary>
        {isOpen && <RollInside roll={roll} state={state} />}
      </details>
    </li>
  )
}

function RollInside({ roll, state }: { readonly roll: CheckedRoll; readonly state: RollState }) {
  const { t } = useTranslation()
  const { seq, count, sides, inputs, expected, found } = roll
  return (
    <div className="roll-inside">
      <p>
        {t('fair.roll.event', { seq })} · {t('fair.roll.kind', { count, sides })}
      </p>
      {inputs.map((input, block) => (
        <div key={block}>
          <p className="roll-label">
            {block === 0 ? t('fair.roll.input') : t('fair.roll.inputMore', { block })}
          </p>
          <pre className="roll-input">
            <Hex>{input}</Hex>
          </pre>
        </div>
      ))}
      <p className={state === 'wrong' ? 'roll-wrong-words' : undefined}>
        {t('fair.roll.expected')}: {expected?.join(' ') ?? t('fair.roll.later')} · {t('fair.roll.found')}:{' '}
        {found?.join(' ') ?? t('fair.roll.hidden')}
      </p>
    </div>
  )
}
