import './sheet.css'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Icon } from './icon.tsx'

interface SheetProps {
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/**
 * What slides up over the page: mounted is open. A real dialog, so the page behind is inert, the focus stays in it and goes
 * back afterwards, and Escape or a tap beside it closes it.
 */
export function Sheet({ title, closeLabel, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()

  // before the dialog leaves the page: only a dialog that is closed in it gives the focus back
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby={heading}
      onCancel={event => {
        // One that was opened from this one is closed first, and by itself.
        if (event.target !== dialog.current) return
        event.preventDefault()
        onClose()
      }}
      onClick={event => {
        if (event.target === dialog.current) onClose()
      }}
    >
      <div className="sheet-inside">
        <header className="sheet-head">
          <h2 id={heading} className="sheet-title">
            {title}
          </h2>
          <button type="button" className="sheet-close" aria-label={closeLabel} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div className="sheet-body">{children}</div>
      </div>
    </dialog>
  )
}
