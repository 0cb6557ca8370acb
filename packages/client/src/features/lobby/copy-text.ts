/**
 * Copies what stands in a field. A page that did not come over https has no clipboard of its own, so there the field is
 * selected and the browser asked to copy; where it will not, the text is left selected for the hand.
 */
export async function copyText(field: HTMLInputElement): Promise<'copied' | 'by hand'> {
  try {
    await navigator.clipboard.writeText(field.value)
    return 'copied'
  } catch {
    field.focus()
    field.select()
    return document.execCommand('copy') ? 'copied' : 'by hand'
  }
}
