import { type Box, faceOf, pointsIn, sheets } from '@diceroom/shared/games/yacht/boxes.ts'
import type { YachtOptions } from '@diceroom/shared/games/yacht/state.ts'
import { Combinations } from '../../ui/examples/combinations.tsx'
import { HelpPart } from '../../ui/examples/help-part.tsx'
import { yachtText } from './strings.ts'

/** Dice that fit each box of the lower half. */
const EXAMPLES: Partial<Readonly<Record<Box, readonly number[]>>> = {
  pair: [6, 6, 5, 3, 3],
  'two-pairs': [5, 5, 3, 3, 6],
  'three-of-a-kind': [4, 4, 4, 1, 6],
  'four-of-a-kind': [5, 5, 5, 5, 2],
  'full-house': [3, 3, 3, 6, 6],
  'small-straight': [1, 2, 3, 4, 6],
  'large-straight': [2, 3, 4, 5, 6],
  yacht: [2, 2, 2, 2, 2],
  chance: [6, 5, 5, 3, 1],
}

/** The small straight of the older sheets is one of five. */
const exampleOf = (box: Box, sheet: YachtOptions['sheet']): readonly number[] =>
  box === 'small-straight' && sheet !== 'standard' ? [1, 2, 3, 4, 5] : (EXAMPLES[box] ?? [])

/** The rules of Yacht as they are played with these options. */
export function YachtHelp({ options }: { readonly options: YachtOptions }) {
  const t = yachtText.useText()
  const { sheet, joker, order } = options
  const { boxes, bonus } = sheets[sheet]
  const rows = boxes
    .filter(box => faceOf(box) === null)
    .map(box => {
      const faces = exampleOf(box, sheet)
      return { name: t(`box.${box}`), faces, worth: pointsIn(sheet, box, faces) }
    })
  return (
    <>
      <p>{t('help.aim')}</p>
      <p>{t('help.turn')}</p>
      <p>{order === 'down' ? t('help.down') : t('help.box')}</p>
      <HelpPart title={t('help.boxes')}>
        <p>{t('help.upper')}</p>
        {bonus && <p>{t('help.bonus', { at: bonus.at, points: bonus.points })}</p>}
        <Combinations
          label={t('help.boxes')}
          columns={[t('help.column.box'), t('help.column.example'), t('help.column.gives')]}
          rows={rows}
        />
        <p>{t(sheet === 'yatzy' ? 'help.notPairs' : 'help.notHouse')}</p>
      </HelpPart>
      {sheet === 'standard' && (
        <HelpPart title={t('help.joker')}>
          {joker !== 'none' && <p>{t('help.extra')}</p>}
          <p>{t(`help.joker.${joker}`)}</p>
        </HelpPart>
      )}
    </>
  )
}
