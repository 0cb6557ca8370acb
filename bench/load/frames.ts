/** WebSocket frames as a client writes and reads them, by hand, so that the load costs less than what it measures. */

const mask = Buffer.from([0x5a, 0x3c, 0x96, 0xe1])
const textOpcode = 0x81

/** One masked text frame, as a browser would send it. `text` is ASCII, up to 65,535 bytes. */
export function clientFrame(text: string): Buffer {
  const header = text.length < 126 ? 6 : 8
  const frame = Buffer.allocUnsafe(header + text.length)
  frame[0] = textOpcode
  if (header === 6) frame[1] = 0x80 | text.length
  else {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(text.length, 2)
  }
  mask.copy(frame, header - 4)
  for (let i = 0; i < text.length; i++) frame[header + i] = text.charCodeAt(i) ^ (mask[i & 3] ?? 0)
  return frame
}

export type FrameReader = (bytes: Buffer, start: number, end: number, isText: boolean) => void

/**
 * Hands the payload of every whole frame in `bytes` to `read`.
 * Gives the offset of the first byte that belongs to a frame still incomplete.
 */
export function readFrames(bytes: Buffer, read: FrameReader): number {
  let at = 0
  while (at + 2 <= bytes.length) {
    let length = (bytes[at + 1] ?? 0) & 0x7f
    let header = 2
    if (length === 126) {
      if (at + 4 > bytes.length) break
      length = bytes.readUInt16BE(at + 2)
      header = 4
    } else if (length === 127) {
      if (at + 10 > bytes.length) break
      length = bytes.readUInt32BE(at + 6)
      header = 10
    }
    const start = at + header
    if (start + length > bytes.length) break
    read(bytes, start, start + length, bytes[at] === textOpcode)
    at = start + length
  }
  return at
}

/** Whether `prefix` stands at `start`. */
export function startsWith(bytes: Buffer, start: number, prefix: Buffer): boolean {
  for (let i = 0; i < prefix.length; i++) if (bytes[start + i] !== prefix[i]) return false
  return true
}

/** The whole number at `start`, 0 if there is none. */
export function readNumber(bytes: Buffer, start: number): number {
  let value = 0
  for (let i = start; ; i++) {
    const digit = (bytes[i] ?? 0) - 48
    if (digit < 0 || digit > 9) return value
    value = value * 10 + digit
  }
}

const seqKey = Buffer.from('"seq":')

/** The first `seq` in a message, or -1 where it has none, as in a refusal. */
export function readSeq(bytes: Buffer, start: number, end: number): number {
  for (let i = start; i < end - seqKey.length; i++) {
    if (bytes[i] === 0x22 && bytes[i + 1] === 0x73 && startsWith(bytes, i, seqKey)) {
      return readNumber(bytes, i + seqKey.length)
    }
  }
  return -1
}
