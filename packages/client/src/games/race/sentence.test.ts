import type { RaceMoved } from '@diceroom/shared/games/race/rules.ts'
import { describe, expect, it } from 'vitest'
import { optionsSentence, raceSentence } from './sentence.ts'
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
    [[2, 5, 5, 3], 'moves', { name: 'Ada', face: '3', to: 5 }],
    [[2, 4, 14, 2], 'climbs', { name: 'Ada', face: '2', from: 4, to: 14 }],
    [[12, 16, 6, 4], 'slides', { name: 'Ada', face: '4', from: 16, to: 6 }],
    [[98, 98, 98, 5], 'stays', { name: 'Ada', face: '5', square: 98 }],
    [[98, 99, 99, 3], 'bounces', { name: 'Ada', face: '3', to: 99 }],
    [[97, 98, 78, 5], 'slides', { name: 'Ada', face: '5', from: 98, to: 78 }],
    [[96, 100, 100, 4], 'wins', { name: 'Ada', face: '4' }],
    [[77, 80, 100, 3], 'wins', { name: 'Ada', face: '3' }],
  ] as const)('%j is %s', ([from, landed, to, face], key, values) => {
    expect(moved(from, landed, to, face)).toMatchObject({ key, values, texts: raceText.texts })
  })
})

describe('what is said where more is wished', () => {
  const nameOf = (seat: number) => ['Ada', 'Bo', 'Cy'][seat] ?? ''
  const told = (faces: readonly number[], move: Partial<RaceMoved>) =>
    raceSentence(
      {
        type: 'piece_moved',
        seat: 0,
        from: 20,
        landed: 26,
        to: 26,
        next: 1,
        ...move,
        rolls: [{ deal: 1, who: '0', n: 0, count: faces.length, sides: 6, faces }],
      },
      nameOf,
    )

  it('[PG161] of two dice tells both, and which one counted alone', () => {
    expect(told([2, 4], {})).toMatchObject({ key: 'moves', values: { face: '2 4', to: 26, text: '' } })
    expect(told([4, 3], { from: 95, landed: 99, to: 99, alone: 4 })).toMatchObject({
      key: 'walksOne',
      values: { face: '4 3', die: 4, to: 99 },
    })
  })
  it.each([
    ['again', { again: true, next: 0 }, {}],
    ['home', { captured: [1, 2] }, { text: '\u2068Bo\u2069, \u2068Cy\u2069' }],
    ['homeAgain', { captured: [1], again: true, next: 0 }, { text: '\u2068Bo\u2069' }],
  ] as const)('[PG161] of a move tells what it led to: %s', (key, move, values) => {
    expect(told([6], move).values.text).toMatchObject({ key, values })
  })
  it.each([
    ['thirdSkip', { landed: 20, to: 20, third: 'skip' }],
    ['thirdBack', { landed: 0, to: 0, third: 'back' }],
    ['waits', { from: 0, landed: 0, to: 0 }],
  ] as const)('[PG161] tells of sixes: %s', (key, move) => {
    expect(told([6], move)).toMatchObject({ key, values: { name: 'Ada', face: '6' } })
  })
  it('[PG161] of the options is only said where they are wished', () => {
    const all = {
      finish: 'stay',
      twoDice: true,
      sixAgain: true,
      threeSixes: 'back',
      enterOnSix: true,
      capture: true,
    } as const
    const none = { key: 'none' }
    expect(
      optionsSentence({ ...all, twoDice: false, sixAgain: false, enterOnSix: false, capture: false }),
    ).toMatchObject({
      key: 'options.stay',
      values: { text: { values: { twoDice: none, sixAgain: none, enterOnSix: none, capture: none } } },
    })
    expect(optionsSentence(all)).toMatchObject({
      values: {
        text: {
          values: {
            twoDice: { key: 'extra.twoDice' },
            sixAgain: { key: 'extra.back' },
            enterOnSix: { key: 'extra.enterOnSix' },
            capture: { key: 'extra.capture' },
          },
        },
      },
    })
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
