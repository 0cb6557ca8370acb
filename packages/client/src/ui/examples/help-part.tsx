import './examples.css'
import type { ReactNode } from 'react'

interface HelpPartProps {
  readonly title: string
  readonly children: ReactNode
}

/** A part of a game's help, with its heading. */
export function HelpPart({ title, children }: HelpPartProps) {
  return (
    <section className="help-part">
      <h3 className="help-title">{title}</h3>
      {children}
    </section>
  )
}

interface ExampleProps {
  /** what is shown: dice, a bid, a piece of the board */
  readonly shows: ReactNode
  /** what it means */
  readonly children: ReactNode
}

/** An example with what it means beside it. */
export function Example({ shows, children }: ExampleProps) {
  return (
    <p className="example">
      <span className="example-shows">{shows}</span>
      <span>{children}</span>
    </p>
  )
}
