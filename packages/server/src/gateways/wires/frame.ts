// Data frames as a server sends them: final and unmasked (RFC 6455, 5.2).

const TEXT = 0x81
const BYTES = 0x82

export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text)
  const { frame, header } = frameFor(TEXT, length)
  frame.write(text, header)
  return frame
}

export function bytesFrame(bytes: Uint8Array): Buffer {
  const { frame, header } = frameFor(BYTES, bytes.length)
  frame.set(bytes, header)
  return frame
}

/** A frame whose payload of `length` bytes, from `header` on, is still to be written. */
function frameFor(kind: typeof TEXT | typeof BYTES, length: number): { frame: Buffer; header: number } {
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(header + length)
  frame[0] = kind
  frame[1] = header === 2 ? length : header === 4 ? 126 : 127
  if (header === 4) frame.writeUInt16BE(length, 2)
  if (header === 10) frame.writeBigUInt64BE(BigInt(length), 2)
  return { frame, header }
}
