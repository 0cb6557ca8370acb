/** Long enough for a browser that begins to read the file late. */
const KEPT_MS = 60_000

/** Hands a file to whoever reads the page, as a download. */
export function saveFile(name: string, { type, content }: { type: string; content: string }): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}
