// What would break the line, reach out of it, or turn the writing around it: these wires carry any text there is.
const BREAKS = /[\s\p{Zl}\p{Zp}]+/gu
const CONTROLS = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu
const VISIBLE = /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u

/** A text of unknown origin as one line that can be shown: controls become `�`. `null` if there is nothing to see. */
export function shownText(text: string): string | null {
  const line = text.replace(BREAKS, ' ').replace(CONTROLS, '\ufffd').trim()
  return VISIBLE.test(line) ? line : null
}
