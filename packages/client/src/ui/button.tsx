import './button.css'
import type { ComponentProps, ReactNode } from 'react'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'className' | 'type'> {
  /** `action` is the one thing to do now; a screen has one at most */
  readonly kind: 'action' | 'secondary' | 'quiet'
  readonly type?: 'button' | 'submit'
  /** a second, smaller line: the odds, or what it waits for */
  readonly detail?: string | undefined
  readonly children: ReactNode
}

export function Button({ kind, type = 'button', detail, children, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={`button button-${kind}`}>
      <span className="button-label">{children}</span>
      {detail && <span className="button-detail">{detail}</span>}
    </button>
  )
}
