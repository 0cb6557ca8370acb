export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

const STORED_AS = 'dice-room.theme'

/** The theme that was chosen here before, else as the system has it. */
export function preferredTheme(): Theme {
  try {
    const stored = localStorage.getItem(STORED_AS)
    return THEMES.find(theme => theme === stored) ?? 'system'
  } catch {
    return 'system'
  }
}

/** The theme that somebody chose, now and on the next visit. */
export function chooseTheme(theme: Theme): void {
  applyTheme(theme)
  try {
    localStorage.setItem(STORED_AS, theme)
  } catch {
    // a browser that keeps nothing still shows the chosen theme until it is closed
  }
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
