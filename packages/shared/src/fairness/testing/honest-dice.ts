import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'

// Chains, seals and dice from the words of docs/fairness.md alone, with code of its own, so that no checker is checked by itself.

export const seedFrom = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)).slice(0, 16))
export const sealOf = (seed: string): string => bytesToHex(sha256(hexToBytes(seed)))

interface Place {
  readonly room: string
  readonly deal: number
  readonly who: string
  readonly n: number
  readonly seeds: Readonly<Record<number, string>>
}

export function honestEntropy(seeds: Readonly<Record<number, string>>): string {
  const seats = Object.keys(seeds)
    .map(Number)
    .sort((a, b) => a - b)
  const put = seats.map(seat => concatBytes(Uint8Array.of(seat), hexToBytes(seeds[seat] ?? '')))
  return bytesToHex(sha256(concatBytes(...put)))
}

export const honestText = ({ room, deal, who, n, seeds }: Place, block: number): string =>
  `diceroom/1\n${room}\n${deal}\n${who}\n${n}\n${block}\n${honestEntropy(seeds)}`

export const honestBlock = (secret: string, text: string): string =>
  bytesToHex(hmac(sha256, hexToBytes(secret), utf8ToBytes(text)))

/** The faces of a roll, worked out without anything that is to be checked. */
export function honestFaces(
  secret: string,
  place: Place,
  { count, sides }: { count: number; sides: number },
): number[] {
  const faces: number[] = []
  for (let block = 0; faces.length < count; block += 1) {
    const bytes = hexToBytes(honestBlock(secret, honestText(place, block)))
    faces.push(...[...bytes].filter(byte => byte < 256 - (256 % sides)).map(byte => (byte % sides) + 1))
  }
  return faces.slice(0, count)
}

/** A chain whose root follows from a name: `s[0]`, then `s[1]`, `s[2]`, … of which the last is the root. */
export function honestChain(name: string, length: number) {
  const first = sha256(utf8ToBytes(`root ${name}`))
  const root = bytesToHex(first)
  let secret: Uint8Array = first
  const secrets = [root]
  for (let k = length; k > 0; k -= 1) {
    secret = sha256(secret)
    secrets.unshift(bytesToHex(secret))
  }
  const [commitment = '', ...chain] = secrets
  return { commitment, chain, root }
}
