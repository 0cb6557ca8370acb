import './text-field.css'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { InlineError } from './inline-error.tsx'

interface TextFieldProps
  extends Omit<ComponentProps<'input'>, 'className' | 'id' | 'aria-describedby' | 'aria-invalid'> {
  readonly label: string
  /** `hidden` where the place says it: the label is still read out */
  readonly labelled?: 'seen' | 'hidden'
  /** what is wrong with what was typed, and how to put it right */
  readonly error?: string | undefined
  /** a button that stands in the field's end */
  readonly action?: ReactNode
}

export function TextField({ label, labelled = 'seen', error, action, ...input }: TextFieldProps) {
  const id = useId()
  const errorId = `${id}-error`
  return (
    <div className="field">
      <label htmlFor={id} className={labelled === 'hidden' ? 'unseen' : 'field-label'}>
        {label}
      </label>
      <div className="field-row">
        <input
          {...input}
          id={id}
          className="field-input"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
        />
        {action}
      </div>
      <InlineError id={errorId} message={error} />
    </div>
  )
}
