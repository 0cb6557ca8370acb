import './emote-picture.css'
import type { Emote } from '@diceroom/shared/room/room.ts'
import type { ReactNode } from 'react'

/** A die lies under each face, a little askew, in a picture of 48 by 48. */
function FacedDie({ turned, tint = 'ivory', children }: FacedDieProps) {
  return (
    <g transform={`rotate(${turned} 24 24)`}>
      <rect className="emote-side" x="6" y="7.5" width="36" height="36" rx="10" />
      <rect className={`emote-${tint}`} x="6" y="5" width="36" height="36" rx="10" />
      {children}
    </g>
  )
}

interface FacedDieProps {
  /** in degrees */
  readonly turned: number
  readonly tint?: 'ivory' | 'flushed'
  readonly children: ReactNode
}

const CLAP_FAR =
  'M27 45c-6 0-9.5-2-12.5-6.5L7.8 28.6c-1.8-2.8 1.7-5.2 3.7-2.7l3.2 3.9-5.4-9.6c-1.6-3 2.3-5 4-2.2l5 7.9-4-10c-1.2-3.2 3-4.7 4.3-1.7l4.3 9.6-1.6-8.2c-.5-3.2 3.7-3.9 4.5-.8l4.1 14.4Z'
const CLAP_NEAR =
  'M24 45c8 1.5 16-3 17.5-11l1.7-13.6c.3-3.3-3.9-3.9-4.6-.7l-1 4.8.4-10.9c0-3.4-4.4-3.5-4.7-.1l-.7 9.3-1.7-10.5c-.6-3.3-4.9-2.6-4.6.7l1.3 10.3-3.3-7.9c-1.3-3-5.2-1.4-4.2 1.7l3.7 11.3-3-1.4c-3-1.3-4.9 2.2-2.3 4.2l5.4 4.8Z'
const LEAF =
  'M24 22C18 17.5 16.5 14 18.5 11.5C20.3 9.5 23 10.5 24 13C25 10.5 27.7 9.5 29.5 11.5C31.5 14 30 17.5 24 22Z'

const PICTURES: Record<Emote, ReactNode> = {
  clap: (
    <g transform="rotate(-4 24 24)">
      <path className="emote-line emote-red" d="M11 5.5 13.5 10M20 3.5v5M28.5 6 26.5 10" />
      <path className="emote-hand emote-far" d={CLAP_FAR} />
      <path className="emote-hand" d={CLAP_NEAR} />
    </g>
  ),
  laugh: (
    <FacedDie turned={-6}>
      <path className="emote-line" d="M12.5 18.5q3-4.5 6 0M29.5 18.5q3-4.5 6 0" />
      <path d="M13.5 24.5h21a10.5 10.5 0 0 1-21 0Z" />
      <path className="emote-tongue" d="M17.5 32.5a8 8 0 0 1 13 0a10.4 10.4 0 0 1-13 0Z" />
    </FacedDie>
  ),
  wow: (
    <FacedDie turned={5}>
      <circle cx="16" cy="18" r="3.4" />
      <circle cx="32" cy="18" r="3.4" />
      <path className="emote-line" d="M12 11.5q3.5-2.5 7-.5M29 11q3.5-2 7 .5" />
      <ellipse cx="24" cy="30.5" rx="4.6" ry="6" />
    </FacedDie>
  ),
  cry: (
    <FacedDie turned={-4}>
      <path className="emote-line" d="M12.5 17q3 4 6.5.5M29 17.5q3.5 3.5 6.5-.5M18 33q6-6 12 0" />
      <path className="emote-tear" d="M13.8 22.5q4.2 5.6 0 8.4q-4.2-2.8 0-8.4Z" />
      <path className="emote-tear" d="M34.2 22.5q4.2 5.6 0 8.4q-4.2-2.8 0-8.4Z" />
    </FacedDie>
  ),
  angry: (
    <FacedDie turned={6} tint="flushed">
      <path className="emote-line" d="M12 14l8 4M36 14l-8 4M16.5 33.5q7.5-7 15 0" />
      <circle cx="17" cy="21.5" r="2.6" />
      <circle cx="31" cy="21.5" r="2.6" />
    </FacedDie>
  ),
  luck: (
    <FacedDie turned={-5}>
      <g className="emote-leaf">
        {[45, 135, 225, 315].map(turn => (
          <path key={turn} transform={`rotate(${turn} 24 22)`} d={LEAF} />
        ))}
      </g>
      <path className="emote-line emote-stalk" d="M24 22q1 9 6.5 13" />
    </FacedDie>
  ),
}

/** A feeling. Says nothing by itself: what it stands on has the words. */
export function EmotePicture({ emote }: { readonly emote: Emote }) {
  return (
    <svg className="emote-picture on-paper" viewBox="0 0 48 48" aria-hidden="true">
      {PICTURES[emote]}
    </svg>
  )
}
