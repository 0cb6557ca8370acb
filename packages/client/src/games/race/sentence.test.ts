import { describe, expect, it } from 'vitest'
import { raceSentence } from './sentence.ts'
import { raceText } from './strings.ts'

const moved = (from: number, landed: number, to: number, face: number) =>
  raceSentence(
    {
      type: 'piece_moved',
      seat: 0,
      from,
      landed,
      to,
      next: 1,
      rolls: [{ deal: 1, who: '0', n: 0, count: 1, sides: 6, faces: [face] }],
    },
    () => 'Ada',
  )

describe('what is said about a move', () => {
  it.each([
    [[2, 5, 5, 3], 'moves', { name: 'Ada', face: 3, to: 5 }],
    [[2, 4, 14, 2], 'climbs', { name: 'Ada', face: 2, from: 4, to: 14 }],
    [[12, 16, 6, 4], 'slides', { name: 'Ada', face: 4, from: 16, to: 6 }],
    [[98, 98, 98, 5], 'stays', { name: 'Ada', face: 5, square: 98 }],
    [[98, 99, 99, 3], 'bounces', { name: 'Ada', face: 3, to: 99 }],
    [[97, 98, 78, 5], 'slides', { name: 'Ada', face: 5, from: 98, to: 78 }],
    [[96, 100, 100, 4], 'wins', { name: 'Ada', face: 4 }],
    [[77, 80, 100, 3], 'wins', { name: 'Ada', face: 3 }],
  ] as const)('%j is %s', ([from, landed, to, face], key, values) => {
    expect(moved(from, landed, to, face)).toMatchObject({ key, values, texts: raceText.texts })
  })
})

describe('what is said about the start', () => {
  const started = (...rounds: readonly (readonly [seats: readonly number[], faces: readonly number[]])[]) =>
    raceSentence(
      {
        type: 'starter_rolled',
        rounds: rounds.map(([seats]) => seats),
        starter: 1,
        rolls: rounds.map(([, faces], n) => ({ deal: 1, who: '-', n, count: faces.length, sides: 6, faces })),
      },
      seat => ['Ada', 'Bo', 'Cy'][seat] ?? '',
    )
  const bare = (text: unknown) => `${text}`.replaceAll(/[\u2068\u2069]/g, '').replaceAll('\u00a0', ' ')

  it('tells what everybody threw, and threw again', () => {
    const { key, values } = started(
      [
        [0, 1, 2],
        [5, 5, 1],
      ],
      [
        [0, 1],
        [3, 4],
      ],
    )
    expect(key).toBe('said.starterThrew')
    expect(values.name).toBe('Bo')
    expect(bare(values.text)).toBe('Ada 5 · Bo 5 · Cy 1 → Ada 3 · Bo 4')
  })

  it('names who plays alone', () => {
    expect(started()).toEqual({ key: 'said.starter', values: { name: 'Bo' } })
  })
})
