import type { Strings } from '../i18n/en.ts'

/** What happened, before it is put into the reader's language. */
export interface Sentence {
  readonly key: Extract<keyof Strings, `said.${string}`>
  /** `name` and `text` were written by people; the others are numbers and faces. */
  readonly values: Readonly<Record<string, string | number>>
}

export const sentence = (key: Sentence['key'], values: Sentence['values'] = {}): Sentence => ({ key, values })
