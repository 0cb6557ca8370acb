import './hex.css'
import type { ReactNode } from 'react'

interface HexProps {
  readonly children: ReactNode
}

/** What computers write, to be compared sign by sign: breaks anywhere, and always runs from left to right. */
export function Hex({ children }: HexProps) {
  return <code className="hex">{children}</code>
}
