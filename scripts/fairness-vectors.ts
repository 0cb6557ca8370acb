import {
  honestBlock,
  honestChain,
  honestEntropy,
  honestFaces,
  honestText,
  sealOf,
  seedFrom,
} from '../packages/shared/src/fairness/testing/honest-dice.ts'

// `node scripts/fairness-vectors.ts > docs/fairness-vectors.json`: what every checker has to reproduce. Published once;
// only another version of the protocol may change it.

const LENGTH = 1000
const { commitment, root, chain } = honestChain('of the vectors', LENGTH)
const secretOf = (k: number): string => (k === 0 ? commitment : (chain[k - 1] ?? ''))

const seedsOf = (...seats: readonly number[]): Record<number, string> =>
  Object.fromEntries(seats.map(seat => [seat, seedFrom(`seat ${seat} of the vectors`)]))

interface Place {
  readonly room: string
  readonly deal: number
  readonly who: string
  readonly n: number
  readonly seeds: Readonly<Record<number, string>>
}

function roll(about: string, place: Place, dice: { count: number; sides: number }) {
  const { room, deal, who, n, seeds } = place
  const secret = secretOf(deal)
  const faces = honestFaces(secret, place, dice)
  const inputs = textsFor(place, dice)
  const blocks = inputs.map(text => honestBlock(secret, text))
  const entropy = honestEntropy(seeds)
  return { about, secret, room, deal, who, n, seeds, entropy, ...dice, inputs, blocks, faces }
}

/** As many texts as it takes to have so many faces. */
function textsFor(place: Place, { count, sides }: { count: number; sides: number }): readonly string[] {
  const texts: string[] = []
  for (let found = 0; found < count; ) {
    const text = honestText(place, texts.length)
    texts.push(text)
    const bytes = honestBlock(secretOf(place.deal), text).match(/../g) ?? []
    found += bytes.filter(hex => Number.parseInt(hex, 16) < 256 - (256 % sides)).length
  }
  return texts
}

/** The first roll of 30 six-sided dice for which 32 bytes are not enough. */
function longRoll() {
  const place = { room: 'ABC234', deal: 3, who: '0', seeds: seedsOf(0, 1) }
  const dice = { count: 30, sides: 6 }
  let n = 0
  while (textsFor({ ...place, n }, dice).length < 2) n += 1
  return roll('30 six-sided dice that need a second block', { ...place, n }, dice)
}

const plain: Place = { room: 'ABC234', deal: 1, who: '-', n: 0, seeds: {} }
const vectors = {
  about:
    'Vectors of the protocol diceroom/1, told in fairness.md. Bytes are hex; "inputs" are the texts whose HMACs are "blocks".',
  chain: {
    root,
    length: LENGTH,
    secrets: Object.fromEntries([0, 1, 2, 500, 999, 1000].map(k => [k, secretOf(k)])),
  },
  seals: Object.values(seedsOf(0, 1, 10)).map(seed => ({ seed, seal: sealOf(seed) })),
  entropy: [[], [0], [0, 1, 2], [2, 10], [9, 10, 100], [0, 255]].map(seats => {
    const seeds = seedsOf(...seats)
    return { seeds, entropy: honestEntropy(seeds) }
  }),
  rolls: [
    roll('one die of the room, nobody has put anything in', plain, { count: 1, sides: 6 }),
    roll('a seat', { ...plain, who: '10', n: 7, seeds: seedsOf(2, 10) }, { count: 5, sides: 6 }),
    roll('a plain client', { ...plain, who: 'v3', n: 12 }, { count: 2, sides: 20 }),
    roll('the last deal of a chain', { ...plain, deal: 1000, seeds: seedsOf(0) }, { count: 3, sides: 8 }),
    roll('a room with a name', { ...plain, room: '~lobby_42', who: '1' }, { count: 4, sides: 12 }),
    roll(
      'a room with a name beyond ASCII',
      { ...plain, room: '~café_骰子_🎲', who: '0' },
      { count: 4, sides: 10 },
    ),
    longRoll(),
    roll('many dice', { ...plain, who: '3', n: 41, seeds: seedsOf(1, 3) }, { count: 200, sides: 100 }),
    roll('256 sides, where every byte counts', { ...plain, n: 1 }, { count: 32, sides: 256 }),
    roll(
      '129 sides, where almost half of all bytes are skipped',
      { ...plain, n: 2 },
      { count: 32, sides: 129 },
    ),
    ...Array.from({ length: 99 }, (_, at) =>
      roll(
        `${at + 2} sides`,
        { ...plain, deal: 2, who: '4', n: at, seeds: seedsOf(4) },
        { count: 12, sides: at + 2 },
      ),
    ),
  ],
}
process.stdout.write(`${JSON.stringify(vectors, null, 1)}\n`)
