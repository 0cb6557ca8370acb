import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { type SealedGame, seal } from '../games/game.ts'
import { refuse } from '../protocol/rejections.ts'
import { ok } from '../result.ts'
import { complaint as complaintOf } from './complaint.ts'
import {
  acceptsLegalMoves,
  changesNoInput,
  endsInRandomPlay,
  endsWithoutAnswers,
  foldsFromJson,
  judgesOptions,
  projectionCommutes,
  refusesOtherMoves,
  saysWhatIsItsOwn,
} from './game-laws.ts'
import { hiddenDice, REVEALS } from './hidden-dice.ts'
import { keepsSecrets } from './two-worlds.ts'

// A check that cannot fail proves nothing: each law has to catch the games that break it.

type HiddenDice = typeof hiddenDice
const { begin, decide, evolve, legalMoves, outcome, project } = hiddenDice
const but = (change: Partial<HiddenDice>) => seal({ ...hiddenDice, ...change })

const complaint = (law: (game: SealedGame) => void, game: SealedGame): string => complaintOf(() => law(game))
const secretsKept = (game: SealedGame): void => keepsSecrets(game, REVEALS)

describe('legal moves', () => {
  it('are not refused', () => {
    const game = but({ decide: () => refuse('illegal_move', '') })
    expect(complaint(acceptsLegalMoves, game)).toMatch(/illegal_move for/)
  })
  it('do something', () => {
    const idle = but({
      decide: (state, move, context) => (move.type === 'boast' ? ok([]) : decide(state, move, context)),
    })
    expect(complaint(acceptsLegalMoves, idle)).toMatch(/what a move does/)
  })
  it('are there for who is to act', () => {
    const game = but({ legalMoves: () => [] })
    expect(complaint(acceptsLegalMoves, game)).toMatch(/the moves of seat \d, who is to act/)
  })
  it('roll dice that there are', () => {
    const game = but({ begin: (state, { dice }) => begin(state, { dice: { roll: () => dice.roll(21, 6) } }) })
    expect(complaint(acceptsLegalMoves, game)).toMatch(/cannot roll 21 dice/)
  })
})

describe('an undecided game', () => {
  it('waits for somebody', () => {
    expect(complaint(acceptsLegalMoves, but({ toAct: () => [] }))).toMatch(/moves between two rounds/)
  })
  it('waits for nobody who does not play', () => {
    expect(complaint(acceptsLegalMoves, but({ toAct: () => [7] }))).toMatch(/who plays/)
  })
})

describe('other moves', () => {
  it('are not accepted out of turn', () => {
    const game = but({
      decide: (state, move, { dice }) => decide(state, move, { dice, seat: state.seats[state.turn] ?? 0 }),
    })
    expect(complaint(refusesOtherMoves, game)).toMatch(/is accepted, and legal: false/)
  })
  it('are not left out of the legal ones', () => {
    const game = but({
      legalMoves: (state, seat) =>
        legalMoves(state, seat).filter(({ type }) => type !== 'stand' || !state.shaken),
    })
    expect(complaint(refusesOtherMoves, game)).toMatch(/is accepted, and legal: false/)
  })
  it('do not throw', () => {
    const game = but({
      decide(state, move, context) {
        const decided = decide(state, move, context)
        if (!decided.ok) throw new Error('out of the blue')
        return decided
      },
    })
    expect(complaint(refusesOtherMoves, game)).toMatch(/out of the blue/)
  })
})

describe('a state', () => {
  it('is not changed in place', () => {
    const game = but({ evolve: (state, event) => Object.assign(state, evolve(state, event)) })
    expect(complaint(changesNoInput, game)).toMatch(/TypeError: Cannot assign to read only property/)
  })
  it('holds nothing that JSON loses', () => {
    const game = but({ evolve: (state, event) => ({ ...evolve(state, event), lost: undefined }) })
    expect(complaint(foldsFromJson, game)).toMatch(/the state after JSON/)
  })
  it('hangs on nothing but the log', () => {
    let calls = 0
    const game = but({
      evolve(state, event) {
        calls += 1
        return { ...evolve(state, event), calls }
      },
    })
    expect(complaint(foldsFromJson, game)).toMatch(/the fold of the log/)
  })
})

describe('hidden dice', () => {
  const leakingEvents = but({ project: event => event })
  const leakingStates = but({ view: state => state })
  const leakingBoth = but({ project: event => event, view: state => state })

  it('are not shown in events alone', () => {
    expect(complaint(projectionCommutes, leakingEvents)).toMatch(/the state after dealt/)
    expect(complaint(secretsKept, leakingEvents)).toMatch(/the events as \w+ sees them in the other world/)
  })
  it('are not shown in states alone', () => {
    expect(complaint(projectionCommutes, leakingStates)).toMatch(/the state after dealt/)
    expect(complaint(secretsKept, leakingStates)).toMatch(/the state as \w+ sees it in the other world/)
  })
  it('are not shown in both, which only two worlds tell', () => {
    expect(complaint(projectionCommutes, leakingBoth)).toBe('none')
    expect(complaint(secretsKept, leakingBoth)).toMatch(/in the other world/)
  })
  it('are not told in other words', () => {
    const sumOf = (faces: readonly number[] | null = []) => (faces ?? []).reduce((sum, face) => sum + face, 0)
    const game = but({
      project: (event, viewer) => ({ ...project(event, viewer), sum: sumOf(event.rolls?.[0]?.faces) }),
    })
    expect(complaint(secretsKept, game)).toMatch(/the events as \w+ sees them/)
  })
  it('do not decide what others may do', () => {
    const game = but({
      legalMoves: (state, seat) =>
        state.hands.flat().includes(1) ? legalMoves(state, seat).slice(0, 1) : legalMoves(state, seat),
    })
    expect(complaint(secretsKept, game)).toMatch(/the state as \d sees it/)
  })
  it('are shown only by events that say so', () => {
    expect(complaint(game => keepsSecrets(game, []), seal(hiddenDice))).toMatch(/the events as \w+ sees them/)
  })
  it('do not hide from players what they may do', () => {
    const game = but({
      legalMoves: (state, seat) => (state.hands.includes(null) ? [] : legalMoves(state, seat)),
    })
    expect(complaint(projectionCommutes, game)).toMatch(/AssertionError/)
  })
})

describe('the end', () => {
  const endless = but({
    decide: (state, move, { seat, dice }) =>
      move.type === 'stand' ? ok(begin(state, { dice })) : decide(state, move, { seat, dice }),
  })
  it('comes', () => {
    expect(complaint(endsInRandomPlay, endless)).toMatch(/no end after/)
    expect(complaint(endsWithoutAnswers, endless)).toMatch(/no end after/)
  })
  it('is not kept away by a default move that is refused', () => {
    const game = but({ timeoutMove: () => ({ type: 'boast' }) })
    expect(complaint(endsWithoutAnswers, game)).toMatch(/illegal_move for/)
  })
  it('has a place for everybody', () => {
    const game = but({ outcome: state => outcome(state) && { places: [state.seats.slice(1)] } })
    expect(complaint(endsInRandomPlay, game)).toMatch(/everybody has one place/)
  })
})

describe('words', () => {
  it('are not missing', () => {
    const game = but({ sentence: event => `${event.seat} did it` })
    expect(complaint(saysWhatIsItsOwn, game)).toMatch(/undefined did it/)
  })
  it('for events are not the room’s', () => {
    const game = seal({
      ...hiddenDice,
      begin: () => [{ type: 'chat' }],
      evolve: state => state,
      project: e => e,
      sentence: () => '',
    })
    expect(complaint(saysWhatIsItsOwn, game)).toMatch(/chat is the room's own/)
  })
  it('for options are not made up', () => {
    const game = but({ options: z.catch(hiddenDice.options, { rounds: 1, boasting: true }) })
    expect(complaint(judgesOptions, game)).not.toBe('none')
  })
})
