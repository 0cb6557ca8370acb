import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en.ts'
import type { enPages, Strings } from './en-pages.ts'
import { type Language, preferredLanguage, rememberLanguage } from './language.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'strings'
    keySeparator: false
    resources: { strings: typeof en & typeof enPages }
  }
}

/** English comes with the page, but for the pages that few come for; another language is fetched whole by those who read it. */
const FETCH: Record<Exclude<Language, 'en'>, () => Promise<Strings>> = {
  'zh-CN': async () => (await import('./zh-cn.ts')).zhCn,
}

/** Ready when every sentence of the preferred language is here. */
export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'strings',
    keySeparator: false,
    resources: { en: { strings: en } },
    interpolation: { escapeValue: false },
  })
  await speak(preferredLanguage())
}

/** Ready when the sentences are here of the pages that few come for. */
export async function fetchPageStrings(): Promise<void> {
  const { enPages } = await import('./en-pages.ts')
  i18next.addResourceBundle('en', 'strings', enPages, true)
}

/** The language that somebody chose, now and on the next visit. */
export async function chooseLanguage(language: Language): Promise<void> {
  rememberLanguage(language)
  await speak(language)
}

async function speak(language: Language): Promise<void> {
  if (language !== 'en' && !i18next.hasResourceBundle(language, 'strings')) {
    i18next.addResourceBundle(language, 'strings', await FETCH[language]())
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}
