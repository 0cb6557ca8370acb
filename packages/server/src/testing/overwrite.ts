import { closeSync, openSync, writeSync } from 'node:fs'

/** Damages a file: writes nonsense over `length` bytes from `position` on. */
export function overwrite(file: string, position: number, length: number): void {
  const descriptor = openSync(file, 'r+')
  writeSync(descriptor, Buffer.alloc(length, 0xa5), 0, length, position)
  closeSync(descriptor)
}
