import './rows.css'
import type { ComponentProps, ReactNode } from 'react'

interface RowButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'className' | 'type'> {
  readonly icon?: ReactNode
  readonly label: string
  /** a second, smaller line: what it does, or how it is set */
  readonly why?: string | undefined
  /** at the end: a sign that it leads on */
  readonly end?: ReactNode
}

/** A button as wide as the sheet that it stands in, with room for a sentence. */
export function RowButton({ icon, label, why, end, ...rest }: RowButtonProps) {
  return (
    <button {...rest} type="button" className="row">
      {icon}
      <span className="row-words">
        <span className="row-label">{label}</span>
        {why && <span className="row-why">{why}</span>}
      </span>
      {end}
    </button>
  )
}
