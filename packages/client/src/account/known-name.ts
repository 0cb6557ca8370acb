const STORED_AS = 'diceroom.account'

/** The name of the account that was logged in here when it was asked for last, so that a page can greet at once. */
export function knownName(): string | null {
  try {
    return localStorage.getItem(STORED_AS)
  } catch {
    return null
  }
}

/** `null` for a guest. */
export function rememberKnownName(name: string | null): void {
  try {
    if (name === null) localStorage.removeItem(STORED_AS)
    else localStorage.setItem(STORED_AS, name)
  } catch {
    // a browser that keeps nothing is greeted a moment later
  }
}
