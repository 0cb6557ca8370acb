export const LANGUAGES = ['en', 'zh-CN'] as const
export type Language = (typeof LANGUAGES)[number]

const STORED_AS = 'dice-room.language'

/** The language that was chosen here before, else the first of the browser's that there is, else English. */
export function preferredLanguage(): Language {
  const wanted = [storedLanguage(), ...navigator.languages]
  return wanted.map(known).find(language => language !== undefined) ?? 'en'
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED_AS, language)
  } catch {
    // a browser that keeps nothing still speaks the chosen language until it is closed
  }
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(STORED_AS)
  } catch {
    return null
  }
}

function known(tag: string | null): Language | undefined {
  const primary = tag?.toLowerCase().split('-')[0]
  if (primary === 'zh') return 'zh-CN'
  return primary === 'en' ? 'en' : undefined
}
