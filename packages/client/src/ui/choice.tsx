import './choice.css'
import { useId } from 'react'

interface ChoiceProps<Value extends string> {
  readonly legend: string
  /** `chips` stand side by side; `rows` have room for a sentence each */
  readonly look: 'chips' | 'rows'
  readonly value: Value
  readonly options: readonly {
    readonly value: Value
    readonly label: string
    readonly why?: string | undefined
  }[]
  /** `null` for who may only look */
  readonly onChange: ((value: Value) => void) | null
}

/** One of a few: radio buttons that are as large as what they say. */
export function Choice<Value extends string>({ legend, look, value, options, onChange }: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className="choice" disabled={onChange === null}>
      <legend className="choice-legend">{legend}</legend>
      <div className={`choice-${look}`}>
        {options.map(option => (
          <label key={option.value} className="choice-option">
            <input
              type="radio"
              className="choice-radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange?.(option.value)}
            />
            <span className="choice-label">{option.label}</span>
            {option.why && <span className="choice-why">{option.why}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
