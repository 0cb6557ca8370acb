import { type FreeRollOptions, SIDES } from '@diceroom/shared/games/free-roll/rules.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useSpeak } from '../../words/said.tsx'
import type { OptionsProps } from '../board.ts'
import { isRounds, optionsSentence } from './game-words.ts'
import { freeRollText } from './strings.ts'

const DICE_MAX = 20

export function FreeRollOptionsForm({ options, onChange }: OptionsProps<FreeRollOptions>) {
  const t = freeRollText.useText()
  const speak = useSpeak()
  const { dice, sides } = options
  if (!onChange) {
    return <p>{isRounds(options) ? speak(optionsSentence(options)) : t('summary', { count: dice, sides })}</p>
  }
  const step = (to: number) => () => {
    if (to >= 1 && to <= DICE_MAX) onChange({ ...options, dice: to })
  }
  return (
    <>
      <fieldset className="choice">
        <legend className="choice-legend">{t('dice')}</legend>
        <div className="dice-count">
          <Button kind="secondary" aria-label={t('fewer')} aria-disabled={dice <= 1} onClick={step(dice - 1)}>
            −
          </Button>
          <output>{dice}</output>
          <Button
            kind="secondary"
            aria-label={t('more')}
            aria-disabled={dice >= DICE_MAX}
            onClick={step(dice + 1)}
          >
            +
          </Button>
        </div>
      </fieldset>
      <Choice
        legend={t('sides')}
        look="chips"
        value={`${sides}`}
        options={SIDES.map(number => ({ value: `${number}`, label: `${number}` }))}
        onChange={value => {
          const chosen = SIDES.find(number => `${number}` === value)
          if (chosen) onChange({ ...options, sides: chosen })
        }}
      />
      {/* A room that began before there were these knows none of them. */}
      {'turns' in options && <Rounds options={options} onChange={onChange} />}
    </>
  )
}

const WINNERS = ['none', 'highest', 'lowest', 'sum'] as const
const TIES = ['shared', 'roll-off'] as const
const ROUNDS = [1, 2, 3, 5, 10] as const

/** Turn order and a winner, and what is to be said where there is one of them. */
function Rounds({
  options,
  onChange,
}: {
  options: FreeRollOptions
  onChange: (options: FreeRollOptions) => void
}) {
  const t = freeRollText.useText()
  return (
    <>
      <Switch
        label={t('turns')}
        why={t('turns.why')}
        isOn={options.turns}
        onChange={turns => onChange({ ...options, turns })}
      />
      <Choice
        legend={t('winner')}
        look="chips"
        value={options.winner}
        options={WINNERS.map(value => ({ value, label: t(`winner.${value}`) }))}
        onChange={winner => onChange({ ...options, winner })}
      />
      {options.winner !== 'none' && (
        <Choice
          legend={t('ties')}
          look="chips"
          value={options.ties}
          options={TIES.map(value => ({ value, label: t(`ties.${value}`) }))}
          onChange={ties => onChange({ ...options, ties })}
        />
      )}
      {isRounds(options) && (
        <>
          <Choice
            legend={t('rounds')}
            look="chips"
            value={`${options.rounds}`}
            options={ROUNDS.map(number => ({ value: `${number}`, label: `${number}` }))}
            onChange={value => onChange({ ...options, rounds: Number(value) })}
          />
          <p className="free-roll-note">{t('ends.note')}</p>
        </>
      )}
    </>
  )
}
