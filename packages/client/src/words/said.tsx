import { asShown } from '@diceroom/shared/protocol/text.ts'
import type { i18n } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { textIn } from '../i18n/game-strings.ts'
import { spoken } from '../i18n/words.ts'
import type { Sentence } from './sentence.ts'

/** Stands around each name in a text, on its way to the element that takes its place. */
const MARK = '\u2068'
const MARKS = /[\u2068\u2069]/

interface SaidProps {
  readonly sentence: Sentence
}

/** A sentence in the reader's language; what people wrote keeps its own direction, numbers stand out. */
export function Said({ sentence }: SaidProps): ReactNode {
  const { i18n } = useTranslation()
  return partsOf(sentence, i18n).map(({ hole, text }, index) => {
    if (hole === null) return text
    return hole === 'name' || hole === 'text' ? (
      <bdi key={index}>{namesApart(text)}</bdi>
    ) : (
      <strong key={index}>{text}</strong>
    )
  })
}

/** Within a text names keep their own direction, each by itself. */
const namesApart = (text: string): ReactNode =>
  text.split(MARK).map((part, at) => (at % 2 === 1 ? <bdi key={at}>{part}</bdi> : part))

/** Puts a sentence into the reader's language as plain text. */
export function useSpeak(): (sentence: Sentence) => string {
  const { i18n } = useTranslation()
  return sentence =>
    partsOf(sentence, i18n)
      .map(({ text }) => text.replaceAll(MARK, ''))
      .join('')
}

function textOf(value: Sentence['values'][string], i18n: i18n): string {
  if (typeof value !== 'object') return `${value}`.split(MARKS).map(asShown).join(MARK)
  return partsOf(value, i18n)
    .map(({ text }) => text)
    .join('')
}

interface Part {
  /** which value it is, `null` for the words around them */
  readonly hole: string | null
  readonly text: string
}

/** The values are put in after the sentence is cut up: what people wrote is never read as anything but text. */
function partsOf({ key, values, texts }: Sentence, i18n: i18n): readonly Part[] {
  const words: string = texts
    ? textIn(texts, spoken(i18n.language), key, values)
    : i18n.getResource(i18n.language, 'strings', key)
  return words.split(/\{\{(\w+)\}\}/).map((part, index) => {
    const isHole = index % 2 === 1
    return isHole ? { hole: part, text: textOf(values[part] ?? '', i18n) } : { hole: null, text: part }
  })
}
