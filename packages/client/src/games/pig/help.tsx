import type { PigOptions } from '@diceroom/shared/games/pig/options.ts'
import { judge } from '@diceroom/shared/games/pig/throw.ts'
import { DiceRow } from '../../ui/examples/dice-row.tsx'
import { Example, HelpPart } from '../../ui/examples/help-part.tsx'
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
  const lines = [
    t('help.aim', { target }),
    t(isHog ? 'help.hog' : 'help.turn'),
    ...(variant === 'two' || variant === 'big' ? [t(`help.${variant}`)] : []),
    t(isHog ? 'help.hogPoints' : 'help.hold'),
    ...(variant === 'two' && rollDoubles ? [t('help.doubles')] : []),
    ...(isHog ? [] : [t(autoWin ? 'help.auto' : 'help.held', { target })]),
    ...(finalRound ? [t('help.final', { target })] : []),
  ]
  return (
    <>
      {lines.map(line => (
        <p key={line}>{line}</p>
      ))}
      <HelpPart title={t('help.example')}>
        {EXAMPLES[variant].map(faces => (
          <Example key={faces.join()} shows={<DiceRow faces={faces} />}>
            {wordsFor(faces)}
          </Example>
        ))}
      </HelpPart>
      {variant === 'one' && <p>{t('help.tip')}</p>}
      {isHog && <p>{t('help.tipHog')}</p>}
    </>
  )

  function wordsFor(faces: readonly number[]): string {
    const thrown = judge(faces, options)
    if (thrown.fate === 'score_lost') return t('example.lostScore')
    if (thrown.fate === 'turn_lost') return t(isHog ? 'example.nothing' : 'example.lost')
    const { points } = thrown
    if (isHog) return t('example.hog', { points })
    if (faces.every(face => face === 1)) return t('example.ones', { points })
    const isDouble = faces.length === 2 && faces[0] === faces[1]
    return t(isDouble ? 'example.double' : 'example.rolled', { points })
  }
}
