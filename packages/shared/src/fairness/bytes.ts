// Bytes, and how they are written.

/** Lower-case hex. */
export const toHex = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

/** The bytes of an even number of hex digits. */
export const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16))

/** UTF-8; half characters become U+FFFD, as everywhere. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text.toWellFormed()) {
    const point = character.codePointAt(0) ?? 0
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), low(point))
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), low(point >> 6), low(point))
    else bytes.push(0xf0 | (point >> 18), low(point >> 12), low(point >> 6), low(point))
  }
  return Uint8Array.from(bytes)
}

const low = (point: number): number => 0x80 | (point & 0x3f)
