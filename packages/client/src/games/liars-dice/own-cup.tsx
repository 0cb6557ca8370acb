import { useEffect, useRef, useState } from 'react'
import { LiveRegion } from '../../ui/live-region.tsx'
import { Cup } from './cup.tsx'
import { FlatDie } from './flat-die.tsx'
import { liarsText } from './strings.ts'

interface OwnCupProps {
  readonly seat: number
  /** faces of the own dice, as they lie */
  readonly hand: readonly number[]
}

/**
 * The own dice under their cup: seen while it is held, by pointer or by Space or Enter, and covered as soon as it is let go. The
 * dice are in the page only while it is lifted, for those who look as for those who listen. A click without a key or a finger, as
 * screen readers make it, lifts the cup until the next one.
 */
export function OwnCup({ seat, hand }: OwnCupProps) {
  const t = liarsText.useText()
  const [isLifted, setLifted] = useState(false)
  const cup = useRef<HTMLButtonElement>(null)
  useCoverWhenLeft(() => setLifted(false))
  const sorted = hand.toSorted((a, b) => a - b)
  return (
    <div className={`own-cup ${isLifted ? 'own-cup-lifted' : ''}`}>
      <span className="own-dice">
        {isLifted && sorted.map((face, at) => <FlatDie key={at} face={face} />)}
      </span>
      <button
        ref={cup}
        type="button"
        className="own-cup-button"
        aria-label={t('lookLabel')}
        onPointerDown={event => {
          if (event.button !== 0) return
          event.currentTarget.setPointerCapture(event.pointerId)
          setLifted(true)
        }}
        onPointerUp={() => setLifted(false)}
        onPointerCancel={() => setLifted(false)}
        onLostPointerCapture={() => setLifted(false)}
        onContextMenu={event => event.preventDefault()}
        onKeyDown={event => {
          if (event.key !== ' ' && event.key !== 'Enter') return
          event.preventDefault()
          setLifted(true)
        }}
        onKeyUp={event => {
          if (event.key !== ' ' && event.key !== 'Enter') return
          event.preventDefault()
          setLifted(false)
        }}
        onBlur={() => setLifted(false)}
        onClick={event => {
          // A pointer's click has let go already; a key makes none.
          if (event.detail === 0) setLifted(was => !was)
        }}
      >
        <Cup seat={seat} />
        <span className="own-cup-words">{t('look')}</span>
      </button>
      <LiveRegion message={isLifted ? t('looking', { faces: sorted.join(' ') }) : ''} />
    </div>
  )
}

/** Nobody else shall see the dice in a page that was left with the cup in the air. */
function useCoverWhenLeft(onLeft: () => void) {
  const latest = useRef(onLeft)
  latest.current = onLeft
  useEffect(() => {
    const leave = () => latest.current()
    window.addEventListener('blur', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      window.removeEventListener('blur', leave)
      document.removeEventListener('visibilitychange', leave)
    }
  }, [])
}
