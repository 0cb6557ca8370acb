import type { SealedGame } from '../games/game.ts'

const frozen = new WeakSet<object>()

/** The value itself, which nobody can change any more, down to its leaves: who tries gets a TypeError. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || frozen.has(value)) return value
  frozen.add(value)
  for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}

/** The game, given nothing but deep-frozen values. */
export function onFrozen(game: SealedGame): SealedGame {
  return {
    ...game,
    setup: (seats, options, starter) =>
      deepFreeze(game.setup(deepFreeze(seats), deepFreeze(options), starter)),
    begin: (state, context) => deepFreeze(game.begin(deepFreeze(state), context)),
    decide: (state, move, context) => deepFreeze(game.decide(deepFreeze(state), deepFreeze(move), context)),
    evolve: (state, event) => deepFreeze(game.evolve(deepFreeze(state), deepFreeze(event))),
    project: (event, viewer) => deepFreeze(game.project(deepFreeze(event), viewer)),
    view: (state, viewer) => deepFreeze(game.view(deepFreeze(state), viewer)),
    toAct: state => deepFreeze(game.toAct(deepFreeze(state))),
    legalMoves: (state, seat) => deepFreeze(game.legalMoves(deepFreeze(state), seat)),
    timeoutMove: (state, seat) => deepFreeze(game.timeoutMove(deepFreeze(state), seat)),
    outcome: state => deepFreeze(game.outcome(deepFreeze(state))),
    sentence: (event, nameOf) => game.sentence(deepFreeze(event), nameOf),
  }
}
