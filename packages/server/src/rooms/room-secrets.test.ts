import { createHmac, hash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RoomDamaged } from '../stores/room-store.ts'
import { RoomSecrets } from './room-secrets.ts'

const key = randomBytes(32)
const sha256 = (hex: string) => hash('sha256', Buffer.from(hex, 'hex'), 'hex')

function made(room = 'ABC234', chainLength = 1000) {
  const secrets = new RoomSecrets({ room, key, roots: [], chainLength })
  const chain = secrets.nextChain()
  return { secrets, chain, roots: secrets.takeDrawn() }
}

describe('the secrets of a room', () => {
  it('[RS10] are a chain of hashes that ends in the commitment', () => {
    const { secrets, chain } = made()
    expect(chain).toEqual({ commitment: expect.stringMatching(/^[0-9a-f]{64}$/), chainLength: 1000 })
    let before = chain.commitment
    for (let deal = 1; deal <= 1000; deal += 1) {
      const secret = secrets.secretOf(deal)
      expect(sha256(secret)).toBe(before)
      before = secret
    }
  })

  it('[RS10] of the deals after a chain come from the next one', () => {
    const { secrets, chain } = made('ABC234', 3)
    const next = secrets.nextChain()
    expect(sha256(secrets.secretOf(1))).toBe(chain.commitment)
    expect(sha256(secrets.secretOf(4))).toBe(next.commitment)
    expect(sha256(secrets.secretOf(6))).toBe(secrets.secretOf(5))
    expect(() => secrets.secretOf(7)).toThrow('no secret for its deal 7')
  })

  it('[RS11] are the same after a restart, and kept so that nobody else can read them', () => {
    const { secrets, roots } = made('ABC234', 3)
    secrets.nextChain()
    const all = [...roots, ...secrets.takeDrawn()]
    const again = new RoomSecrets({ room: 'ABC234', key, roots: all })
    expect([1, 2, 3, 4].map(deal => again.secretOf(deal))).toEqual(
      [1, 2, 3, 4].map(deal => secrets.secretOf(deal)),
    )
    const kept = Buffer.concat(all.map(({ sealed }) => sealed)).toString('hex')
    for (const deal of [1, 2, 3, 4, 5, 6]) expect(kept).not.toContain(secrets.secretOf(deal))
    expect(secrets.takeDrawn()).toEqual([])
  })

  it('[RS11] cannot be read with another key, for another room, or after a bit was changed', () => {
    const { roots } = made()
    const [root] = roots
    if (!root) throw new Error('a root was drawn')
    const bent = {
      ...root,
      sealed: Uint8Array.from(root.sealed, (byte, at) => (at === 40 ? byte ^ 1 : byte)),
    }
    for (const options of [
      { room: 'ABC234', key: randomBytes(32), roots },
      { room: 'ABC235', key, roots },
      { room: 'ABC234', key, roots: [{ ...root, chain: 1 }] },
      { room: 'ABC234', key, roots: [bent] },
      { room: 'ABC234', key, roots: [{ ...root, sealed: new Uint8Array(3) }] },
    ]) {
      expect(() => new RoomSecrets(options).secretOf(1)).toThrow(RoomDamaged)
    }
  })

  it('[RS12] give the faces that the protocol gives, whatever is rolled in between', () => {
    const { secrets } = made()
    const seat = fc.nat(199)
    const seeds = fc.dictionary(seat.map(String), fc.uint8Array({ minLength: 16, maxLength: 16 }), {
      maxKeys: 5,
    })
    const roll = fc.record({
      deal: fc.integer({ min: 1, max: 1000 }),
      seeds: seeds.map(all =>
        Object.fromEntries(Object.entries(all).map(([at, c]) => [at, Buffer.from(c).toString('hex')])),
      ),
      who: fc.oneof(seat.map(String), fc.constant('-')),
      n: fc.nat(),
      count: fc.integer({ min: 1, max: 40 }),
      sides: fc.integer({ min: 2, max: 256 }),
    })
    fc.assert(
      fc.property(roll, request => {
        const secret = Buffer.from(secrets.secretOf(request.deal), 'hex')
        expect(secrets.faces({ room: 'ABC234', ...request })).toEqual(
          facesByTheBook(secret, 'ABC234', request),
        )
      }),
    )
  })
})

/** fairness.md, "A roll", as plainly as it can be said. */
function facesByTheBook(
  secret: Buffer,
  room: string,
  {
    deal,
    seeds,
    who,
    n,
    count,
    sides,
  }: {
    deal: number
    seeds: Record<string, string>
    who: string
    n: number
    count: number
    sides: number
  },
): number[] {
  const put = Object.entries(seeds).sort(([a], [b]) => Number(a) - Number(b))
  const text = put.map(([seat, c]) => Number(seat).toString(16).padStart(2, '0') + c).join('')
  const faces: number[] = []
  for (let block = 0; faces.length < count; block += 1) {
    const input = ['diceroom/1', room, deal, who, n, block, sha256(text)].join('\n')
    const fair = [...createHmac('sha256', secret).update(input).digest()].filter(
      byte => byte < 256 - (256 % sides),
    )
    faces.push(...fair.map(byte => (byte % sides) + 1))
  }
  return faces.slice(0, count)
}
