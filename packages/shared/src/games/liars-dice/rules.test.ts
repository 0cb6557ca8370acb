import { describe, expect, it } from 'vitest'
import { loadedDice, seededDice } from '../../testing/dice.ts'
import {
  after,
  bid,
  call,
  challenge,
  chuiniu,
  counter,
  exact,
  round,
  type Said,
  tell,
  zhai,
} from '../../testing/liars-dice-round.ts'
import type { Seat } from '../game.ts'
import { liarsDice } from './rules.ts'
import { type LiarsDiceState, Options } from './state.ts'

const HANDS = [
  [1, 2, 2, 3, 4],
  [1, 2, 2, 4, 5],
  [1, 2, 3, 4, 6],
]

describe('the dice of a round', () => {
  it('[LD1] are rolled by all who have any, each under their own cup', () => {
    const state = { ...liarsDice.setup([0, 3, 1], Options.parse({}), 3), dice: [2, 0, 1] }
    const [event, ...more] = liarsDice.begin(state, { dice: loadedDice(4, 6, 2) })
    expect(more).toEqual([])
    expect(event).toMatchObject({
      type: 'hands_rolled',
      round: 1,
      starter: 3,
      hands: [0, 1],
      rolls: [
        { faces: [4, 6], secretTo: 0 },
        { faces: [2], secretTo: 1 },
      ],
    })
  })
  it.each(['spectator', 1, 2, 7] as const)('[LD1] are seen by nobody else: %s', viewer => {
    const state = round(HANDS)
    const hands = HANDS.map((hand, seat) => (seat === viewer ? hand : null))
    expect(liarsDice.view(state, viewer)).toEqual({ ...state, hands })
    const [event] = liarsDice.begin(liarsDice.setup([0, 1, 2], state.options, 0), { dice: seededDice(1) })
    const shown = event && liarsDice.project(event, viewer)
    const seen = shown?.rolls?.filter(({ faces }) => faces !== null).map(({ secretTo }) => secretTo)
    expect(seen).toEqual(viewer === 1 || viewer === 2 ? [viewer] : [])
  })
  it.each([3, 4, 6])('[LD1] are %i each to begin with, where that is played', dice => {
    const state = liarsDice.setup([0, 1], Options.parse({ dice }), 0)
    const rolled = liarsDice.begin(state, { dice: seededDice(1) }).reduce(liarsDice.evolve, state)
    expect(rolled.hands.map(hand => hand?.length)).toEqual([dice, dice])
  })
  it('[LD1] are shown to all when a bid is doubted, and stay in sight while the next round begins', () => {
    const over = after(round(HANDS), [0, bid(9, 2)], [1, call])
    const next = liarsDice.begin(over, { dice: seededDice(1) }).reduce(liarsDice.evolve, over)
    const seen = liarsDice.view(next, 'spectator')
    expect(seen.last?.hands).toEqual(HANDS)
    expect(seen).toMatchObject({ round: 2, hands: [null, null, null], bids: [], turn: 0 })
  })
})

describe('the start', () => {
  const setUp = (starter: Seat | null) => liarsDice.setup([4, 0, 2], Options.parse({}), starter)
  const begun = (state: LiarsDiceState, seed = 1) =>
    liarsDice.begin(state, { dice: seededDice(seed) }).reduce(liarsDice.evolve, state)

  it('[LD2] is of whoever is to begin, else of the highest die', () => {
    expect(begun(setUp(2))).toMatchObject({ starter: 2, turn: 2, round: 1 })
    const dice = loadedDice(3, 6, 2, ...Array(15).fill(2))
    const [rolled, hands] = liarsDice.begin(setUp(null), { dice })
    expect(rolled).toMatchObject({ type: 'starter_rolled', starter: 0 })
    expect(hands).toMatchObject({ type: 'hands_rolled', starter: 0 })
  })
  it('[LD2] goes on in turn order', () => {
    const state = after(begun(setUp(0)), [0, bid(1, 2)])
    expect(state.turn).toBe(2)
    expect(after(state, [2, bid(2, 2)]).turn).toBe(4)
  })
  it('[LD2] is waited for by all', () => {
    expect(liarsDice.toAct(setUp(0))).toEqual([])
    expect(liarsDice.legalMoves(setUp(0), 0)).toEqual([])
    expect(tell(setUp(0), [0, bid(1, 2)])).toMatchObject({ ok: false, error: { code: 'not_playing' } })
  })
})

describe('who does not answer', () => {
  it.each([
    { hand: [2, 3, 3, 5, 6], move: bid(1, 3) },
    { hand: [1, 1, 3, 5, 6], move: bid(1, 3) },
    { hand: [6, 6, 5, 5, 2], move: bid(1, 5) },
    { hand: [1, 1, 1, 1, 1], move: bid(1, 2) },
    { hand: [6], move: bid(1, 6) },
  ])('[LD26] opens with the lowest bid on the face that they have most of: $hand', ({ hand, move }) => {
    expect(liarsDice.timeoutMove(round([hand, [2, 2, 2, 2, 2]]), 0)).toEqual(move)
  })
  it.each([
    { hand: [1, 1, 3, 5, 6], palifico: true, move: bid(1, 1) },
    { hand: [1, 3], palifico: true, move: bid(1, 1) },
  ])('[LD26] opens a round without wild ones likewise: $hand', ({ hand, palifico, move }) => {
    expect(liarsDice.timeoutMove(round([hand, [2], [3]], { palifico }), 0)).toEqual(move)
  })
  it.each([
    { hand: [2, 3, 3, 5, 6], opening: 'players', move: bid(3, 3) },
    { hand: [2, 3, 3, 5, 6], opening: 'more', move: bid(5, 3) },
    { hand: [1, 1, 1, 5, 6], opening: 'more', move: bid(5, 5) },
    { hand: [2, 2, 2, 2, 2], opening: 'any', move: bid(1, 2) },
    { hand: [2, 3, 4, 5, 6], opening: 'any', move: bid(3, 1) },
  ])('[LD26] opens 吹牛 likewise: $hand, $opening', ({ hand, opening, move }) => {
    expect(liarsDice.timeoutMove(chuiniu([hand, hand, hand], { options: { opening } }), 0)).toEqual(move)
  })
  it('[LD26] calls any other bid', () => {
    expect(liarsDice.timeoutMove(after(round(HANDS), [0, bid(1, 2)]), 1)).toEqual(call)
  })
  it('[LD26] has no other dice looked at', () => {
    const state = round(HANDS)
    expect(liarsDice.timeoutMove(liarsDice.view(state, 0), 0)).toEqual(liarsDice.timeoutMove(state, 0))
  })
})

describe('a sentence', () => {
  const told = (state: LiarsDiceState, said: Said) => {
    const decided = tell(state, said)
    const events = decided.ok ? decided.value : []
    return events.map(event => liarsDice.sentence(event, seat => ['Ada', 'Bo', 'Cy'][seat] ?? '?'))
  }
  const opened = after(round(HANDS, { options: { exact: 'anyone', loss: 'difference' } }), [0, bid(9, 2)])
  const flown = after(chuiniu(HANDS), [0, bid(9, 2)])

  it.each([
    { state: round(HANDS), said: [0, bid(1, 2)], sentences: ['Ada bids 1 die with 2'] },
    { state: opened, said: [1, bid(5, 1)], sentences: ['Bo bids 5 dice with 1'] },
    {
      state: round(HANDS, { palifico: true }),
      said: [0, bid(2, 3)],
      sentences: ['Ada bids 2 dice with 3, without wild ones'],
    },
    {
      state: opened,
      said: [1, call],
      sentences: ['Bo doubts 9 dice with 2', 'There are 8 dice with 2: Ada loses a die'],
    },
    {
      state: opened,
      said: [2, exact],
      sentences: ['Cy says that there are exactly 9 dice with 2', 'There are 8 dice with 2: Cy loses a die'],
    },
    {
      state: after(opened, [1, bid(9, 6)]),
      said: [2, call],
      sentences: ['Cy doubts 9 dice with 6', 'There are 4 dice with 6: Bo loses 5 dice, Bo is out'],
    },
    {
      state: after(round([...HANDS, [2]], { options: { exact: 'anyone' } }), [0, bid(9, 2)]),
      said: [3, exact],
      sentences: ['? says that there are exactly 9 dice with 2', 'There are 9 dice with 2: ? regains a die'],
    },
    {
      state: after(round(HANDS, { options: { exact: 'anyone' } }), [0, bid(8, 2)]),
      said: [2, exact],
      sentences: ['Cy says that there are exactly 8 dice with 2', 'There are 8 dice with 2: Cy was right'],
    },
    {
      state: flown,
      said: [1, zhai(9, 2)],
      sentences: ['Bo bids 9 dice with 2, without wild ones'],
    },
    { state: flown, said: [2, challenge(0)], sentences: ['Cy challenges Ada: 9 dice with 2'] },
    {
      state: after(flown, [2, challenge(0)]),
      said: [0, counter],
      sentences: ['Ada counters', 'There are 6 dice with 2: Ada takes 4 drinks'],
    },
    {
      state: after(flown, [2, challenge(0)]),
      said: [0, call],
      sentences: ['Ada lets the challenge stand', 'There are 6 dice with 2: Ada takes 2 drinks'],
    },
  ] satisfies { state: LiarsDiceState; said: Said; sentences: string[] }[])(
    '[LD27] says what was said and what it led to: $sentences',
    ({ state, said, sentences }) => {
      expect(told(state, said)).toEqual(sentences)
    },
  )
  it('[LD27] says who begins a round', () => {
    const words = (palifico: boolean) =>
      liarsDice.sentence(
        { type: 'hands_rolled', round: 3, starter: 1, palifico, hands: [], rolls: [] },
        () => 'Bo',
      )
    expect(words(false)).toBe('Round 3: Bo bids first')
    expect(words(true)).toBe('Round 3: Bo bids first, without wild ones')
  })
})
