import type { Sentence } from '../words/sentence.ts'
import type { Language } from './language.ts'
import { useLanguage } from './words.ts'

type Strings = Readonly<Record<string, string>>

/** The texts of a game in every language, as `gameStrings` was given them. */
export interface Texts {
  readonly game: string
  readonly words: Readonly<Record<Language, Strings>>
}

/** The names of the `{{holes}}` in a text. */
type Holes<Text> = Text extends `${string}{{${infer Hole}}}${infer Rest}` ? Hole | Holes<Rest> : never

/** A key as it is asked for: of `left_one` and `left_other` it is `left`, and `count` decides. */
type Asked<Key> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key

type TextAt<En, Key extends string> = En[Extract<keyof En, Key | `${Key}_one` | `${Key}_other`>]
type HolesAt<En, Key extends string> =
  | Holes<TextAt<En, Key>>
  | (`${Key}_other` extends keyof En ? 'count' : never)
type Values<Hole extends string, Value> = [Hole] extends [never]
  ? []
  : [values: { readonly [Name in Hole]: Value }]

type KeyOf<En> = Extract<Asked<keyof En>, string>

export interface GameText<En> {
  readonly texts: Texts
  /** Puts a text into the reader's language; a text with holes wants their values. */
  useText(): <Key extends KeyOf<En>>(key: Key, ...values: Values<HolesAt<En, Key>, string | number>) => string
  /** What happened. `name` and `text` hold what people wrote, other values are numbers and faces, and stand out. */
  said<Key extends KeyOf<En>>(
    key: Key,
    ...values: Values<HolesAt<En, Key>, Sentence['values'][string]>
  ): Sentence
}

/**
 * The texts of a game, which are fetched with its board. Every key stands in both languages, with the same `{{holes}}`.
 * A text that depends on a number is two, `left_one` and `left_other`, and is asked for as `left` with a `count`.
 */
export function gameStrings<const En extends Strings>(
  game: string,
  words: { readonly en: En; readonly 'zh-CN': { readonly [Key in keyof En]: string } },
): GameText<En> {
  const texts: Texts = { game, words }
  return {
    texts,
    useText() {
      const language = useLanguage()
      return (key, ...[values = {}]) => filled(textIn(texts, language, key, values), values)
    },
    said: (key, ...[values = {}]) => ({ key, values, texts }),
  }
}

/** The text of a key before its holes are filled. Throws for a key that is not there. */
export function textIn(
  { game, words }: Texts,
  language: Language,
  key: string,
  { count }: Readonly<Record<string, unknown>>,
): string {
  const { [language]: strings } = words
  const form = typeof count === 'number' ? new Intl.PluralRules(language).select(count) : 'other'
  const text = strings[key] ?? strings[`${key}_${form}`] ?? strings[`${key}_other`]
  if (text === undefined) throw new Error(`${game} has no text ${key} in ${language}`)
  return text
}

const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, hole: string) => `${values[hole] ?? ''}`)
