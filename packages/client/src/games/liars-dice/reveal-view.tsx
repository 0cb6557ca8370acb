import './reveal.css'
import type { Seat } from '@diceroom/shared/games/game.ts'
import type { HandKind, Reveal } from '@diceroom/shared/games/liars-dice/state.ts'
import { type CSSProperties, useEffect, useState } from 'react'
import { wantedMotion } from '../../ui/motion.ts'
import { SeatDot, seatColour } from '../../ui/seat-mark.tsx'
import { Said, useSpeak } from '../../words/said.tsx'
import { countingSteps, stepMs } from './counting-steps.ts'
import { Cup } from './cup.tsx'
import { FlatDie } from './flat-die.tsx'
import { liarsText } from './strings.ts'
import { bidWords, costWords, thereWords } from './words.ts'

interface RevealViewProps {
  readonly reveal: Reveal
  /** by the order of the hands */
  readonly seats: readonly Seat[]
  readonly kind: 'plain' | 'zhai'
  /** `before`: what was counted when we came is not counted again */
  readonly when: 'now' | 'before'
  readonly nameOf: (seat: Seat) => string
  readonly onCounted: () => void
}

/** How long the cups take to be lifted before the first die is counted. */
const LIFT_MS = 900

/** All cups are lifted, and what counts is counted in sight; then what it cost. */
export function RevealView({ reveal, seats, kind, when, nameOf, onCounted }: RevealViewProps) {
  const t = liarsText.useText()
  const { bid } = reveal
  const steps = countingSteps(reveal)
  const done = useCount(steps.length, when, onCounted)
  const isDone = done >= steps.length
  const count = steps[done - 1]?.count ?? 0
  const rows = reveal.hands.flatMap((hand, at) => (hand.length === 0 ? [] : [{ at, hand }]))
  const most = Math.max(...rows.map(({ hand }) => hand.length))
  return (
    <section
      className={`reveal reveal-${when} ${isDone ? '' : 'reveal-counting'} ${rows.length > 5 ? 'reveal-many' : ''}`}
      style={{ '--rows': rows.length, '--dice': most } as CSSProperties}
      aria-label={t('shown.title', { number: reveal.round })}
    >
      <header className="reveal-head">
        <p className="reveal-asked">
          <SeatDot seat={bid.seat} />
          <Said
            sentence={liarsText.said('shown.asked', { name: nameOf(bid.seat), bid: bidWords(bid, kind) })}
          />
        </p>
        <p className="reveal-figure" aria-hidden="true">
          <span key={count} className={`reveal-count ${isDone ? verdict(reveal) : ''}`}>
            {isDone ? reveal.count : count}
          </span>
          <span className="reveal-of">/ {bid.count}</span>
          <FlatDie face={bid.face} />
        </p>
      </header>
      <ul className="reveal-hands">
        {rows.map(({ at, hand }, row) => (
          <HandRow
            key={at}
            seat={seats[at] ?? 0}
            name={nameOf(seats[at] ?? 0)}
            hand={hand}
            counted={reveal.counted[at] ?? []}
            kind={reveal.kinds[at] ?? 'plain'}
            lit={steps
              .slice(0, done)
              .flatMap(step => (step.hand === at && step.kind === 'die' ? [step.die] : []))}
            isDone={isDone}
            row={row}
          />
        ))}
      </ul>
      <p className={`reveal-cost ${isDone ? 'reveal-cost-told' : ''}`}>
        {isDone && <Verdict reveal={reveal} nameOf={nameOf} />}
      </p>
    </section>
  )
}

const verdict = ({ count, bid }: Reveal): string =>
  count >= bid.count ? 'reveal-count-enough' : 'reveal-count-short'

function Verdict({ reveal, nameOf }: Pick<RevealViewProps, 'reveal' | 'nameOf'>) {
  const { changes, count, palifico, next } = reveal
  const seat = changes[0]?.seat ?? null
  return (
    <>
      <span className="reveal-there">
        <Said sentence={thereWords(count)} />
      </span>
      <strong className="reveal-who">
        <SeatDot seat={seat} />
        <Said sentence={costWords(reveal, nameOf)} />
      </strong>
      {palifico && next !== null && (
        <span className="reveal-next">
          <Said sentence={liarsText.said('palificoNext', { name: nameOf(next) })} />
        </span>
      )}
    </>
  )
}

interface HandRowProps {
  readonly seat: Seat
  readonly name: string
  readonly hand: readonly number[]
  readonly counted: readonly number[]
  readonly kind: HandKind
  /** which of its dice were counted so far */
  readonly lit: readonly number[]
  readonly isDone: boolean
  readonly row: number
}

function HandRow({ seat, name, hand, counted, kind, lit, isDone, row }: HandRowProps) {
  const t = liarsText.useText()
  const speak = useSpeak()
  const faces = hand.join(' ')
  return (
    <li className="reveal-hand" style={{ '--row': row, '--seat': seatColour(seat) } as CSSProperties}>
      <span className="reveal-name" aria-hidden="true">
        <SeatDot seat={seat} />
        <bdi>{name}</bdi>
      </span>
      <span className="reveal-dice" aria-hidden="true">
        {hand.map((face, at) => (
          <FlatDie key={at} face={face} look={lookOf(at)} />
        ))}
        <span className="reveal-cup">
          <Cup seat={seat} />
        </span>
      </span>
      {kind !== 'plain' && isDone && <span className="reveal-kind">{t(`kind.${kind}`)}</span>}
      <span className="unseen">
        {speak(
          counted.length > 0
            ? liarsText.said('shown.handCounts', { name, faces, number: counted.length })
            : liarsText.said('shown.hand', { name, faces }),
        )}
      </span>
    </li>
  )

  function lookOf(at: number): 'plain' | 'lit' | 'dim' {
    if (lit.includes(at)) return 'lit'
    return isDone ? 'dim' : 'plain'
  }
}

/** How many steps of the count were made. Without motion all of them at once. */
function useCount(steps: number, when: RevealViewProps['when'], onCounted: () => void): number {
  const isStill = when === 'before' || wantedMotion() === 'reduced'
  const [done, setDone] = useState(isStill ? steps : -1)
  const isDone = done >= steps
  useEffect(() => {
    if (isDone) {
      onCounted()
      return
    }
    const timer = setTimeout(() => setDone(was => was + 1), done < 0 ? LIFT_MS : stepMs(steps))
    return () => clearTimeout(timer)
  }, [done, isDone, steps, onCounted])
  return Math.max(0, done)
}
