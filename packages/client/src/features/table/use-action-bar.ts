import { useCallback, useEffect, useMemo, useState } from 'react'

/** The bar with what there is to do now: the table's own button, or the actions of a board. */
export function useActionBar(seat: number | null) {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [claims, setClaims] = useState(0)
  const claim = useCallback(() => {
    setClaims(count => count + 1)
    return () => setClaims(count => count - 1)
  }, [])
  const place = useMemo(() => ({ element, claim }), [element, claim])
  useFocusOnceSeated(element, seat)
  useKeptFocus(element)
  return { ref: setElement, place, isTaken: claims > 0 }
}

/** On the one thing to do, even where it has to wait: a key that is still held down must not press what stands beside it. */
function focusOn(bar: HTMLElement) {
  const button = bar.querySelector<HTMLElement>('.button-action') ?? bar.querySelector<HTMLElement>('.button')
  button?.focus()
}

const nobodyHasFocus = () => document.activeElement === null || document.activeElement === document.body

/** Whoever has just sat down can press the action at once. */
function useFocusOnceSeated(bar: HTMLElement | null, seat: number | null): void {
  useEffect(() => {
    // Who has only just opened the page has not put a hand on anything.
    if (!bar || seat === null || !navigator.userActivation.hasBeenActive) return
    if (nobodyHasFocus()) focusOn(bar)
  }, [bar, seat])
}

/** Whoever had the focus in the bar has it there still when other buttons have come. */
function useKeptFocus(bar: HTMLElement | null): void {
  useEffect(() => {
    if (!bar) return
    let isHere = false
    const look = ({ target }: Event) => {
      isHere = target instanceof Node && bar.contains(target)
    }
    const changes = new MutationObserver(() => {
      if (isHere && nobodyHasFocus()) focusOn(bar)
    })
    changes.observe(bar, { childList: true, subtree: true })
    document.addEventListener('focusin', look)
    document.addEventListener('pointerdown', look)
    return () => {
      changes.disconnect()
      document.removeEventListener('focusin', look)
      document.removeEventListener('pointerdown', look)
    }
  }, [bar])
}
