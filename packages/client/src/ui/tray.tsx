import './tray.css'
import type { ReactNode } from 'react'

interface TrayProps {
  readonly children: ReactNode
}

/** The wooden rim and the felt. It fills the room that it is given; what stands in it is placed on the felt. */
export function Tray({ children }: TrayProps) {
  return (
    <div className="tray">
      <div className="tray-felt">{children}</div>
    </div>
  )
}
