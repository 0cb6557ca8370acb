import { createContext, type ReactNode, useContext, useLayoutEffect } from 'react'
import { createPortal } from 'react-dom'

interface ActionsPlace {
  /** Where a board's actions stand; `null` before the bar is there. */
  readonly element: HTMLElement | null
  /** Puts a board's actions in place of the table's own button, until what it gives is called. */
  readonly claim: () => () => void
}

/** The bar at the bottom of a table; nothing where nobody plays, as in a replay. */
export const ActionsContext = createContext<ActionsPlace | null>(null)

/** Puts its children into the bar at the bottom, within the thumb's reach, in place of the table's own button. */
export function Actions({ children }: { readonly children: ReactNode }) {
  const place = useContext(ActionsContext)
  const claim = place?.claim
  useLayoutEffect(() => claim?.(), [claim])
  return place?.element ? createPortal(children, place.element) : null
}
