import type { PigMove, PigState } from '@diceroom/shared/games/pig/rules.ts'
import type { RaceEvent, RaceOptions } from '@diceroom/shared/games/race/rules.ts'
import type { Games } from '@diceroom/shared/games/registry.ts'
import { expectTypeOf, it } from 'vitest'
import type { Move, TypedState } from './typed.ts'

it('what a game says follows from its line in the registry', () => {
  expectTypeOf<Games['pig']['move']>().toEqualTypeOf<PigMove>()
  expectTypeOf<Games['race']['event']>().toEqualTypeOf<RaceEvent>()
  expectTypeOf<Games['race']['options']>().toEqualTypeOf<RaceOptions>()
  expectTypeOf<PigMove>().toExtend<Move>()
  expectTypeOf<Extract<TypedState, { game: 'pig'; phase: 'playing' }>['view']>().toEqualTypeOf<PigState>()
})
