import { type RaceOptions, THREE_SIXES } from '@diceroom/shared/games/race/rules.ts'
import { Choice } from '../../ui/choice.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useSpeak } from '../../words/said.tsx'
import type { OptionsProps } from '../board.ts'
import { optionsSentence } from './sentence.ts'
import { raceText } from './strings.ts'

const FINISHES = ['stay', 'bounce', 'overshoot'] as const

export function RaceOptionsForm({ options, onChange }: OptionsProps<RaceOptions>) {
  const t = raceText.useText()
  const speak = useSpeak()
  if (!onChange) return <p>{speak(optionsSentence(options))}</p>
  return (
    <>
      <Choice<RaceOptions['finish']>
        legend={t('finish')}
        look="rows"
        value={options.finish}
        options={FINISHES.map(value => ({
          value,
          label: t(`finish.${value}`),
          why: t(`finish.${value}.why`),
        }))}
        onChange={finish => onChange({ ...options, finish })}
      />
      {/* A room that began before there were these knows none of them. */}
      {'twoDice' in options && <Extras options={options} onChange={onChange} />}
    </>
  )
}

const SWITCHES = ['twoDice', 'sixAgain', 'enterOnSix', 'capture'] as const

/** What people add to a race. */
function Extras({ options, onChange }: { options: RaceOptions; onChange: (options: RaceOptions) => void }) {
  const t = raceText.useText()
  return (
    <>
      {SWITCHES.map(name => (
        <div key={name} className="race-extra">
          <Switch
            label={t(name)}
            why={t(`${name}.why`)}
            isOn={options[name]}
            onChange={isOn => onChange({ ...options, [name]: isOn })}
          />
          {name === 'sixAgain' && options.sixAgain && (
            <Choice
              legend={t('threeSixes')}
              look="chips"
              value={options.threeSixes}
              options={THREE_SIXES.map(value => ({ value, label: t(`threeSixes.${value}`) }))}
              onChange={threeSixes => onChange({ ...options, threeSixes })}
            />
          )}
        </div>
      ))}
    </>
  )
}
