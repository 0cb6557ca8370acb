import './help.css'
import type { PigOptions } from '@diceroom/shared/games/pig/options.ts'
import { judge } from '@diceroom/shared/games/pig/throw.ts'
import { Die } from '../../ui/dice/die.tsx'
import { pigText } from './strings.ts'

/** Throws that show what a variant is about. */
const EXAMPLES = {
  one: [[5], [1]],
  two: [
    [4, 5],
    [1, 6],
    [1, 1],
  ],
  big: [
    [4, 5],
    [3, 3],
    [1, 1],
    [1, 6],
  ],
  hog: [
    [3, 6, 2, 5],
    [6, 6, 1, 4],
  ],
} as const

/** The rules of Pig as they are played with these options. */
export function PigHelp({ options }: { readonly options: PigOptions }) {
  const t = pigText.useText()
  const { variant, target, finalRound, autoWin, rollDoubles } = options
  const isHog = variant === 'hog'
  return (
    <div className="pig-help">
      <ul>
        <li>{t('help.aim', { target })}</li>
        <li>{t(isHog ? 'help.hog' : 'help.turn')}</li>
        {(variant === 'two' || variant === 'big') && <li>{t(`help.${variant}`)}</li>}
        <li>{t(isHog ? 'help.hogPoints' : 'help.hold')}</li>
        {variant === 'two' && rollDoubles && <li>{t('help.doubles')}</li>}
        {!isHog && <li>{t(autoWin ? 'help.auto' : 'help.held', { target })}</li>}
        {finalRound && <li>{t('help.final', { target })}</li>}
      </ul>
      <h3>{t('help.example')}</h3>
      <ul className="pig-examples">
        {EXAMPLES[variant].map(faces => (
          <li key={faces.join()}>
            <ThrownDice faces={faces} />
            <span>{wordsFor(faces)}</span>
          </li>
        ))}
      </ul>
      {variant === 'one' && <p>{t('help.tip')}</p>}
      {isHog && <p>{t('help.tipHog')}</p>}
    </div>
  )

  function wordsFor(faces: readonly number[]): string {
    const thrown = judge(faces, options)
    if (thrown.fate === 'score_lost') return t('example.lostScore')
    if (thrown.fate === 'turn_lost') return t('example.lost')
    const { points } = thrown
    if (isHog) return t('example.hog', { points })
    if (faces.every(face => face === 1)) return t('example.snakeEyes')
    const isDouble = faces.length === 2 && faces[0] === faces[1]
    return t(isDouble && variant === 'big' ? 'example.double' : 'example.rolled', { points })
  }
}

const EDGE = 34

function ThrownDice({ faces }: { readonly faces: readonly number[] }) {
  return (
    <span className="pig-thrown" role="img" aria-label={faces.join(' ')}>
      {faces.map((face, at) => (
        <span key={at} className="pig-thrown-die" style={{ '--edge': `${EDGE}px` } as React.CSSProperties}>
          <Die
            sides={6}
            value={face}
            lying={{ x: EDGE * 0.8, y: EDGE * 0.9, yaw: 20 + 7 * at }}
            edge={EDGE}
          />
        </span>
      ))}
    </span>
  )
}
