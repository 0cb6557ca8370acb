/** What a key does in a replay. */
export type KeyDeed = 'forward' | 'back' | 'toggle' | 'first' | 'last'

const DEEDS: Readonly<Record<string, KeyDeed>> = {
  ArrowRight: 'forward',
  ArrowLeft: 'back',
  Home: 'first',
  End: 'last',
  ' ': 'toggle',
}

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** What the focus is on, as far as it has a use of its own for keys. */
export type Holder = 'nothing' | 'button' | 'field'

/** What a key that is pressed does, or `null` where it is not the replay's: what has the focus comes first. */
export function deedOf({ key, ...held }: Pressed, holder: Holder): KeyDeed | null {
  if (held.altKey || held.ctrlKey || held.metaKey || held.shiftKey) return null
  const deed = DEEDS[key] ?? null
  if (holder === 'field' || (holder === 'button' && deed === 'toggle')) return null
  return deed
}

/** What the element that has the focus does with keys by itself; the replay's own slider leaves them to the replay. */
export function holderOf(target: EventTarget | null): Holder {
  if (!(target instanceof Element)) return 'nothing'
  if (target.closest('dialog, select, textarea, input:not([type="range"])')) return 'field'
  return target.closest('button, a') ? 'button' : 'nothing'
}
