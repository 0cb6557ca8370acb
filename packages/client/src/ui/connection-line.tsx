import './connection-line.css'

interface ConnectionLineProps {
  readonly state: 'fine' | 'catching-up' | 'offline'
  /** said when it is not fine */
  readonly words: string
}

/** A thin line under the header. Its room is always there; words are in it only when something is not fine. */
export function ConnectionLine({ state, words }: ConnectionLineProps) {
  return (
    <div className={`connection connection-${state}`} role="status">
      {state !== 'fine' && <span className="connection-words">{words}</span>}
    </div>
  )
}
