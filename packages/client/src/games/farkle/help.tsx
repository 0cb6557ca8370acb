import {
  farkleChance,
  groupPoints,
  pointsOf,
  type ScoringTable,
  sixDicePoints,
} from '@diceroom/shared/games/farkle/scoring.ts'
import type { FarkleOptions } from '@diceroom/shared/games/farkle/state.ts'
import { type Combination, Combinations } from '../../ui/examples/combinations.tsx'
import { DiceRow } from '../../ui/examples/dice-row.tsx'
import { Example, HelpPart } from '../../ui/examples/help-part.tsx'
import { figure, percent } from './figures.ts'
import { farkleText } from './strings.ts'

const SIX_DICE = [
  ['straight', [1, 2, 3, 4, 5, 6]],
  ['three-pairs', [2, 2, 3, 3, 6, 6]],
  ['four-and-pair', [3, 3, 3, 3, 5, 5]],
  ['two-triplets', [2, 2, 2, 6, 6, 6]],
] as const

const ALIKE = [
  ['four', 4],
  ['five', 5],
  ['six', 6],
] as const

/** The rules of Farkle as they are played with these options. */
export function FarkleHelp({ options }: { readonly options: FarkleOptions }) {
  const t = farkleText.useText()
  const { target, table, opening, hotDice, ties, dice, penalty } = options
  return (
    <>
      <p>{t('help.aim', { target: figure(target) })}</p>
      <HelpPart title={t('help.turn')}>
        <p>{t('help.roll', { dice })}</p>
        <p>{t('help.choose')}</p>
        <p>{t('help.farkle')}</p>
        <p>{t(hotDice === 'may' ? 'help.hotMay' : 'help.hotMust')}</p>
        {opening > 0 && <p>{t('help.opening', { needed: figure(opening) })}</p>}
        {options.noFifties && <p>{t('noFifties.why')}</p>}
        {options.piggyback && <p>{t('piggyback.why')}</p>}
        {penalty !== 'none' && (
          <p>{`${t('penalty')}: ${t(`penalty.${penalty}`)}. ${t(`penalty.${penalty}.why`)}`}</p>
        )}
      </HelpPart>
      <HelpPart title={t('help.worth')}>
        <Combinations
          label={t('help.worth')}
          columns={[t('help.column.dice'), t('help.column.example'), t('help.column.points')]}
          rows={rowsOf(table, dice, t)}
        />
        <p>{t('help.one')}</p>
      </HelpPart>
      <HelpPart title={t('help.example')}>
        {dice === 6 && (
          <Example shows={<DiceRow faces={[4, 4, 4, 4, 1, 1]} />}>
            {t('help.example.best', { points: figure(pointsOf([4, 4, 4, 4, 1, 1], table) ?? 0) })}
          </Example>
        )}
        <Example shows={<DiceRow faces={[1, 5, 2, 3, 6, 6].slice(0, dice)} />}>
          {t('help.example.some')}
        </Example>
        <Example shows={<DiceRow faces={[2, 3, 3, 4, 6, 6].slice(0, dice)} />}>
          {t('help.example.none')}
        </Example>
      </HelpPart>
      <HelpPart title={t('help.odds')}>
        <Combinations
          label={t('help.odds')}
          columns={[t('help.odds.column'), '', t('help.odds.farkle')]}
          rows={Array.from({ length: dice }, (_, at) => ({
            name: t('help.odds.dice', { count: at + 1 }),
            worth: `${percent(farkleChance(at + 1))} %`,
          }))}
        />
      </HelpPart>
      <HelpPart title={t('help.end')}>
        <p>{t('help.final')}</p>
        {options.mustBeat && <p>{t('mustBeat.why')}</p>}
        <p>{t(ties === 'shared' ? 'help.shared' : 'help.rollOff')}</p>
      </HelpPart>
    </>
  )
}

function rowsOf(
  table: ScoringTable,
  dice: number,
  t: ReturnType<typeof farkleText.useText>,
): readonly Combination[] {
  const alike = ALIKE.filter(([, count]) => count <= dice).map(([group, count]) => ({
    name: t(`help.kind.${group}`),
    faces: Array.from({ length: count }, () => 4),
    worth:
      table === 'A'
        ? figure(groupPoints(group, 4, table))
        : t('help.timesThree', { times: groupPoints(group, 4, table) / groupPoints('three', 4, table) }),
  }))
  const together = SIX_DICE.flatMap(([kind, faces]) => {
    const points = sixDicePoints(kind, table)
    return points === null || dice < 6 ? [] : [{ name: t(`help.kind.${kind}`), faces, worth: figure(points) }]
  })
  return [
    { name: t('help.kind.single1'), faces: [1], worth: 100 },
    { name: t('help.kind.single5'), faces: [5], worth: 50 },
    { name: t('help.kind.ones'), faces: [1, 1, 1], worth: figure(groupPoints('three', 1, table)) },
    { name: t('help.kind.three'), faces: [4, 4, 4], worth: t('help.timesHundred') },
    ...alike,
    ...together,
  ]
}
