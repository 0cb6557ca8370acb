import './connection-line.css'
import type { ReactNode } from 'react'

interface ConnectionLineProps {
  readonly state: 'fine' | 'catching-up' | 'offline'
  /** said when it is not fine */
  readonly words: string
  /** where one can find out more */
  readonly way?: ReactNode
}

/** A thin line under the header. Its room is always there; words are in it only when something is not fine. */
export function ConnectionLine({ state, words, way }: ConnectionLineProps) {
  return (
    <div className={`connection connection-${state}`} role="status">
      {state !== 'fine' && (
        <span className="connection-says">
          <span className="connection-words">{words}</span>
          {way}
        </span>
      )}
    </div>
  )
}
