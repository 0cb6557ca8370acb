import fc from 'fast-check'
import { expect } from 'vitest'
import type { GameState, SealedGame, Seat } from '../games/game.ts'
import { REJECTION_CODES } from '../protocol/rejections.ts'
import { isTableEvent } from '../room/events.ts'
import { seededDice } from './dice.ts'
import { onFrozen } from './freeze.ts'
import { nearMisses } from './near-misses.ts'
import { anyOptions, singleVariants } from './option-variants.ts'
import {
  after,
  anyPlay,
  isBetweenRounds,
  isUnending,
  knownTo,
  legalChoices,
  type Play,
  randomPlay,
  type Step,
  setUp,
  silentPlay,
  take,
  viewersOf,
} from './random-play.ts'
import { plays } from './runs.ts'

// What holds for every game, whatever its rules. Each law plays the game on deep-frozen values, and throws where it
// finds a breach, with the seed and the smallest play that it found it in. One more stands in two-worlds.ts.

/** A game that takes longer than this does not end. */
const MOVES_MAX = 10_000
/** How far most laws look into a play. */
const STEPS_SEEN = 60
/** How many moves are kept to be tried where they are not legal. */
const MOVES_TRIED = 40
/** Laws that look at each move in each state, or at each state as everybody sees it, try fewer plays. */
const RUNS = plays(40)
const MANY_RUNS = plays(250)

/** Every move that the game offers fits its schema and does something; a game that is undecided, and no other, waits. */
export function acceptsLegalMoves(sealed: SealedGame): void {
  const game = onFrozen(sealed)
  everyPlay(
    game,
    play => {
      for (const { after: state } of take(randomPlay(game, play), STEPS_SEEN)) {
        for (const { seat, move } of legalChoices(game, state, play.seats)) {
          expect(game.move.parse(throughJson(move)), 'a legal move after the wire').toStrictEqual(move)
          const decided = game.decide(state, move, { seat, dice: seededDice(play.seed) })
          if (!decided.ok)
            throw new Error(`${decided.error.code} for ${JSON.stringify(move)} of seat ${seat}`)
          expect(decided.value, 'what a move does').not.toHaveLength(0)
        }
        if (!isUnending(game, play)) waitsUntilDecided(game, state, play.seats)
      }
    },
    RUNS,
  )
}

function waitsUntilDecided(game: SealedGame, state: GameState, seats: readonly Seat[]): void {
  const waiting = game.toAct(state)
  if (game.outcome(state)) {
    expect(waiting, 'who is to act after the end').toEqual([])
    expect(legalChoices(game, state, seats), 'moves after the end').toEqual([])
    return
  }
  if (isBetweenRounds(game, state)) {
    expect(legalChoices(game, state, seats), 'moves between two rounds').toEqual([])
    return
  }
  expect(waiting, 'who is to act').not.toHaveLength(0)
  for (const seat of waiting) {
    expect(seats, 'who plays').toContain(seat)
    expect(game.legalMoves(state, seat), `the moves of seat ${seat}, who is to act`).not.toHaveLength(0)
  }
}

/**
 * Every move that the game does not offer is refused with a code of the closed list: one that was legal at another
 * time or seat, one whose numbers are off by one, and garbage. Moves with free text are not tried.
 */
export function refusesOtherMoves(sealed: SealedGame): void {
  const game = onFrozen(sealed)
  fc.assert(
    fc.property(anyPlay(game), fc.array(fc.jsonValue(), { maxLength: 5 }), (play, garbage) => {
      const tried = new Map<string, unknown>(garbage.map(move => [JSON.stringify(move), move]))
      for (const { after: state } of take(randomPlay(game, play), STEPS_SEEN)) {
        for (const { move } of legalChoices(game, state, play.seats)) {
          if (tried.size < MOVES_TRIED)
            for (const near of [move, ...nearMisses(move)]) tried.set(JSON.stringify(near), near)
        }
        for (const seat of play.seats) judgesMoves(game, state, seat, tried.values())
      }
    }),
    RUNS,
  )
}

function judgesMoves(game: SealedGame, state: GameState, seat: Seat, moves: Iterable<unknown>): void {
  const offered = new Set(game.legalMoves(state, seat).map(move => JSON.stringify(move)))
  for (const move of moves) {
    const parsed = game.move.safeParse(move)
    if (!parsed.success) continue
    const decided = game.decide(state, parsed.data, { seat, dice: seededDice(1) })
    const text = JSON.stringify(parsed.data)
    if (decided.ok !== offered.has(text)) {
      throw new Error(
        `${text} of seat ${seat} is ${decided.ok ? 'accepted' : 'refused'}, and legal: ${!decided.ok}`,
      )
    }
    if (!decided.ok) expect(REJECTION_CODES).toContain(decided.error.code)
  }
}

/** Nothing that a game is given does it change: on frozen values it plays as it plays on others. */
export function changesNoInput(game: SealedGame): void {
  everyPlay(game, play => {
    const onOthers = [...take(randomPlay(game, play), STEPS_SEEN)]
    expect([...take(randomPlay(onFrozen(game), play), STEPS_SEEN)]).toStrictEqual(onOthers)
  })
}

/** The fold of the log, as it comes back from JSON, is the state; the state survives JSON as well. */
export function foldsFromJson(sealed: SealedGame): void {
  const game = onFrozen(sealed)
  everyPlay(game, play => {
    const steps = [...take(randomPlay(game, play), STEPS_SEEN)]
    const state = steps.at(-1)?.after
    const log = throughJson(steps.flatMap(step => step.events))
    expect(after(game, setUp(game, play), log), 'the fold of the log').toStrictEqual(state)
    expect(throughJson(state), 'the state after JSON').toStrictEqual(state)
  })
}

/**
 * What a viewer makes of the events that it sees is what it may see of the state. What it sees is enough to tell who
 * is to act, how the game ended and what the viewer may do.
 */
export function projectionCommutes(sealed: SealedGame): void {
  const game = onFrozen(sealed)
  everyPlay(
    game,
    play => {
      for (const viewer of viewersOf(play)) {
        let state = setUp(game, play)
        for (const { events } of take(randomPlay(game, play), STEPS_SEEN)) {
          for (const event of events) {
            const next = game.evolve(state, event)
            const seen = game.evolve(game.view(state, viewer), game.project(event, viewer))
            expect(seen, `the state after ${event.type} for ${viewer}`).toStrictEqual(game.view(next, viewer))
            state = next
          }
          expect(knownTo(game, game.view(state, viewer), viewer)).toStrictEqual(knownTo(game, state, viewer))
        }
      }
    },
    RUNS,
  )
}

/** Random legal play ends, with a place for everybody. */
export const endsInRandomPlay = (game: SealedGame): void => ends(onFrozen(game), randomPlay)

/** A game whose players never answer ends too. */
export const endsWithoutAnswers = (game: SealedGame): void => ends(onFrozen(game), silentPlay)

function ends(game: SealedGame, way: (game: SealedGame, play: Play) => Iterable<Step>): void {
  everyPlay(game, play => {
    if (isUnending(game, play)) return
    let moves = 0
    let state = setUp(game, play)
    for (const step of way(game, play)) {
      moves += 1
      if (moves > MOVES_MAX) throw new Error(`no end after ${MOVES_MAX} moves`)
      state = step.after
    }
    const places = game.outcome(state)?.places.flat()
    expect(
      places?.toSorted((a, b) => a - b),
      'everybody has one place',
    ).toEqual(play.seats.toSorted((a, b) => a - b))
  })
}

/** No event of a game bears a type that is the room's own; none of its sentences fails. */
export function saysWhatIsItsOwn(sealed: SealedGame): void {
  const game = onFrozen(sealed)
  everyPlay(game, play => {
    for (const { events } of take(randomPlay(game, play), STEPS_SEEN)) {
      for (const event of events) {
        expect(isTableEvent(event), `${event.type} is the room's own`).toBe(false)
        for (const viewer of viewersOf(play)) {
          const sentence = game.sentence(game.project(event, viewer), seat => `Seat ${seat}`)
          expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
        }
      }
    }
  })
}

/** Each option has a default, options come through their schema and JSON unchanged, and what no option is called is refused. */
export function judgesOptions(game: SealedGame): void {
  for (const wish of singleVariants(game)) expect(game.options.safeParse(wish).success).toBe(true)
  fc.assert(
    fc.property(anyOptions(game), options => {
      expect(game.options.parse(throughJson(options))).toStrictEqual(options)
      expect(game.options.safeParse({ ...options, 'no such option': 1 }).success).toBe(false)
    }),
    RUNS,
  )
}

const everyPlay = (game: SealedGame, law: (play: Play) => void, runs = MANY_RUNS): void =>
  fc.assert(fc.property(anyPlay(game), law), runs)

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value))
