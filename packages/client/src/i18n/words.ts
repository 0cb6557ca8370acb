import { useTranslation } from 'react-i18next'
import { LANGUAGES, type Language } from './language.ts'

/** The same words in every language of the page. */
export type Words = { readonly [In in Language]: string }

/** The reader's language, as the page speaks it now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return spoken(i18n.language)
}

export const spoken = (tag: string): Language => LANGUAGES.find(language => language === tag) ?? 'en'

/** Reads words in the reader's language. */
export function useWords(): (words: Words) => string {
  const language = useLanguage()
  return words => words[language]
}
