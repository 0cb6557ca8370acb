import type { RaceOptions } from '@diceroom/shared/games/race/rules.ts'
import { DiceRow } from '../../ui/examples/dice-row.tsx'
import { Example, HelpPart } from '../../ui/examples/help-part.tsx'
import { raceText } from './strings.ts'

/** How a race goes with these options. */
export function RaceHelp({ options }: { readonly options: RaceOptions }) {
  const t = raceText.useText()
  const { finish, twoDice, sixAgain, threeSixes, enterOnSix, capture } = options
  const lines = [
    t(twoDice ? 'help.twoDice' : 'help'),
    ...(twoDice && finish === 'stay' ? [t('help.alone')] : []),
    ...(sixAgain ? [t('help.sixAgain')] : []),
    ...(sixAgain && threeSixes !== 'nothing' ? [t(`help.${threeSixes}`)] : []),
    ...(enterOnSix ? [t('help.enterOnSix')] : []),
    ...(capture ? [t('help.capture')] : []),
  ]
  return (
    <>
      {lines.map(line => (
        <p key={line}>{line}</p>
      ))}
      <HelpPart title={t('help.examples')}>
        <Example shows={<DiceRow faces={twoDice ? [1, 2] : [3]} />}>{t('example.ladder')}</Example>
        <Example shows={<DiceRow faces={twoDice ? [3, 1] : [4]} />}>{t('example.slide')}</Example>
        <Example shows={<DiceRow faces={finishing(options)} />}>{t(`example.${finish}`)}</Example>
      </HelpPart>
    </>
  )
}

/** A throw that is too high on square 97, and too high for each of two dice where one might count alone. */
function finishing({ twoDice, finish }: RaceOptions): readonly number[] {
  if (!twoDice) return [4]
  return finish === 'stay' ? [5, 4] : [3, 1]
}
