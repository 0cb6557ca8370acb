import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fromHex, toHex, utf8 } from '@diceroom/shared/fairness/bytes.ts'
import { digestOf, entropyOf as entropyOnPage } from '@diceroom/shared/fairness/chain.ts'
import { facesOf as facesOnPage } from '@diceroom/shared/fairness/dice-stream.ts'
import { testHashes } from '@diceroom/shared/fairness/testing/hashes.ts'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { RollStream } from '../rooms/roll-stream.ts'
import { SecretChain } from '../rooms/secret-chain.ts'
import { blockOf, entropyOf, facesOf, hashOf, textOf } from './dice-by-hand.ts'

const docs = fileURLToPath(new URL('../../../../docs/', import.meta.url))

const Vectors = z.object({
  chain: z.object({ root: z.string(), length: z.int(), secrets: z.record(z.string(), z.string()) }),
  seals: z.array(z.object({ seed: z.string(), seal: z.string() })).min(3),
  entropy: z.array(z.object({ seeds: z.record(z.string(), z.string()), entropy: z.string() })).min(3),
  rolls: z.array(
    z.object({
      about: z.string(),
      secret: z.string(),
      room: z.string(),
      deal: z.int(),
      who: z.string(),
      n: z.int(),
      seeds: z.record(z.string(), z.string()),
      entropy: z.string(),
      count: z.int(),
      sides: z.int(),
      inputs: z.array(z.string()).min(1),
      blocks: z.array(z.string()),
      faces: z.array(z.int()),
    }),
  ),
})
const vectors = Vectors.parse(JSON.parse(readFileSync(`${docs}fairness-vectors.json`, 'utf8')))

describe('the published vectors', () => {
  it('have dice of every number of sides to 100, a second block, and rooms of both kinds', () => {
    const sides = new Set(vectors.rolls.map(roll => roll.sides))
    for (let m = 2; m <= 100; m += 1) expect(sides).toContain(m)
    const long = vectors.rolls.find(({ count }) => count === 30)
    expect(long).toMatchObject({ sides: 6, inputs: [expect.anything(), expect.stringContaining('\n1\n')] })
    expect(vectors.rolls.some(({ room }) => room.startsWith('~'))).toBe(true)
  })
  it('[PF2] are reproduced by docs/verify.py', () => {
    const args = [`${docs}verify.py`, '--vectors', `${docs}fairness-vectors.json`]
    const { stdout, stderr } = spawnSync('python3', args, { encoding: 'utf8' })
    expect(stdout + stderr).toMatch(`YES, ${vectors.rolls.length} rolls as published`)
  })
})

describe("the server's checker", () => {
  it('[PF2] has the published chain, seals and E', () => {
    let secret = vectors.chain.root
    for (let k = vectors.chain.length; k >= 0; k -= 1) {
      expect(secret).toBe(vectors.chain.secrets[k] ?? secret)
      secret = hashOf(secret)
    }
    for (const { seed, seal } of vectors.seals) expect(hashOf(seed)).toBe(seal)
    for (const { seeds, entropy } of vectors.entropy) expect(entropyOf(seeds)).toBe(entropy)
  })
  it('[PF2] has the published rolls', () => {
    for (const { about, secret, inputs, blocks, faces, ...roll } of vectors.rolls) {
      const texts = inputs.map((_, block) => textOf(roll, block))
      expect(texts, about).toEqual(inputs)
      const digests = texts.map(text => blockOf(secret, text).toString('hex'))
      expect(digests, about).toEqual(blocks)
      expect(facesOf(secret, roll, roll), about).toEqual(faces)
    }
  })
})

describe("the page's checker", () => {
  it('[PF2] has the published chain, seals and E', async () => {
    let secret = vectors.chain.root
    for (let k = vectors.chain.length; k >= 0; k -= 1) {
      expect(secret).toBe(vectors.chain.secrets[k] ?? secret)
      secret = await digestOf(testHashes, secret)
    }
    for (const { seed, seal } of vectors.seals) expect(await digestOf(testHashes, seed)).toBe(seal)
    for (const { seeds, entropy } of vectors.entropy) {
      expect(await entropyOnPage(testHashes, seeds)).toBe(entropy)
    }
  })
  it('[PF2] has the published rolls', async () => {
    for (const { about, secret, blocks, ...roll } of vectors.rolls) {
      const { faces, inputs } = await facesOnPage(testHashes, fromHex(secret), roll)
      expect({ faces, inputs }, about).toEqual({ faces: roll.faces, inputs: roll.inputs })
      const digests = await Promise.all(inputs.map(text => testHashes.hmac(fromHex(secret), utf8(text))))
      expect(digests.map(toHex), about).toEqual(blocks)
    }
  })
})

describe("the server's dice", () => {
  it('[PF2] come from the published chain', () => {
    const chain = new SecretChain(fromHex(vectors.chain.root), vectors.chain.length)
    for (const [k, secret] of Object.entries(vectors.chain.secrets)) {
      expect(toHex(chain.secret(Number(k)))).toBe(secret)
    }
  })
  it('[PF2] are the published ones', () => {
    for (const { about, secret, faces, ...roll } of vectors.rolls) {
      expect(new RollStream(fromHex(secret), roll).faces(roll), about).toEqual(faces)
    }
  })
})
