import * as z from 'zod/mini'
import { NAME_MAX, TEXT_MAX } from './limits.ts'

// Characters that change how the text around them looks: controls, line breaks, bidirectional embeddings,
// overrides and isolates (Unicode Standard Annex 9), lone surrogates.
const DECEPTIVE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u
// What cannot be seen at all: joiners, fillers, the blank Braille pattern. Not in names, since two must not merely look alike.
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u
const VISIBLE = /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u
// They say only how the character before them is drawn: in colour, or as it is written in one country.
const VARIATION_SELECTORS = /\p{Variation_Selector}/gu

/** A text from outside as it may be shown: what would change the text around it is blank. */
export const asShown = (text: string): string => text.replace(new RegExp(DECEPTIVE, 'gu'), ' ')

const codePoints = (text: string): number => {
  let count = 0
  for (const _ of text) count += 1
  return count
}

const line = (max: number) =>
  z.string().check(
    // A code point is at most two UTF-16 units: refuses megabytes before anything walks over them.
    z.maxLength(max * 2, { abort: true, error: `at most ${max} characters` }),
    z.refine(text => codePoints(text) <= max, `at most ${max} characters`),
    z.refine(text => !DECEPTIVE.test(text), 'no control or direction-changing characters'),
  )

/** One line that a person wrote: 1–500 code points, shown as text and never as markup. */
export const TextLine = line(TEXT_MAX).check(
  z.refine(text => VISIBLE.test(text), 'at least one visible character'),
)

const asName = z.transform((text: string) => text.replace(VARIATION_SELECTORS, '').normalize('NFKC').trim())

/** A player's name: 1–32 code points, each of which can be seen; given trimmed, in NFKC, without variation selectors. */
export const PlayerName = z.pipe(
  z.pipe(line(NAME_MAX), asName),
  z.string().check(
    z.refine(name => name !== '', 'at least one visible character'),
    z.refine(name => codePoints(name) <= NAME_MAX, `at most ${NAME_MAX} characters`),
    z.refine(name => !INVISIBLE.test(name) && !DECEPTIVE.test(name), 'no invisible characters'),
  ),
)
