import './room-code.css'
import { Icon } from './icon.tsx'

interface RoomCodeProps {
  readonly game: string
  /** six characters, or a name with `~` before it */
  readonly code: string
  /** what a tap does, said after the game and the code: "share the link" */
  readonly label: string
  readonly onShare: () => void
}

/** The way to this table: what is played and under which code; a tap shares it. */
export function RoomCode({ game, code, label, onShare }: RoomCodeProps) {
  return (
    <button
      type="button"
      className={`room-code ${code.length === 6 ? '' : 'room-code-named'}`}
      onClick={onShare}
    >
      <span className="room-code-game">{game}</span>
      <span className="room-code-code" dir="ltr">
        {readable(code)}
      </span>
      <Icon name="share" />
      <span className="unseen">{label}</span>
    </button>
  )
}

/** In two halves, to be read to somebody: K7M·2QX. */
export function readable(code: string): string {
  return code.length === 6 ? `${code.slice(0, 3)}·${code.slice(3)}` : code
}
