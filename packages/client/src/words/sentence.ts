import type { Seat } from '@diceroom/shared/games/game.ts'
import type { en } from '../i18n/en.ts'
import type { Texts } from '../i18n/game-strings.ts'

/** What happened, before it is put into the reader's language. */
export interface Sentence {
  readonly key: string
  /** `name` and `text` hold what people wrote, or a name that the reader's language has; the others are numbers and faces. */
  readonly values: Readonly<Record<string, string | number | Sentence>>
  /** The texts of a game, where it is one of these; else those that come with the page. */
  readonly texts?: Texts
}

/** A sentence that every game has. */
export const sentence = (
  key: Extract<keyof typeof en, `said.${string}`>,
  values: Sentence['values'] = {},
): Sentence => ({ key, values })

/** What somebody is called who has come without a seat and a name. */
export const visitorName = (number: number): Sentence => sentence('said.visitor', { number })

/** What each of several seats threw: "Ada 6 · Bo 4". A name keeps its direction and its face. */
export const eachThrew = (
  seats: readonly Seat[],
  faces: readonly number[],
  nameOf: (seat: Seat) => string,
): string => seats.map((seat, at) => `\u2068${nameOf(seat)}\u2069\u00a0${faces[at] ?? ''}`).join(' · ')
