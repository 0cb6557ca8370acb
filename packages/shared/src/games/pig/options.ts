import * as z from 'zod/mini'

export const VARIANTS = ['one', 'two', 'big', 'hog'] as const
export const TARGETS = [50, 100, 200] as const
/** The most dice of a roll in Hog. */
export const HOG_DICE_MAX = 20

export const Options = z.strictObject({
  target: z._default(z.literal(TARGETS), 100).check(z.describe('the points that win')),
  variant: z
    ._default(z.enum(VARIANTS), 'one')
    .check(
      z.describe(
        'one die; two dice, where a double 1 takes the whole score; Big Pig, where doubles count twice; or Hog, one roll a turn with as many dice as one likes',
      ),
    ),
  finalRound: z
    ._default(z.boolean(), false)
    .check(
      z.describe(
        'once somebody reaches the target, everybody else has one more turn, and the most points win',
      ),
    ),
  autoWin: z
    ._default(z.boolean(), false)
    .check(z.describe('points that reach the target are held by themselves')),
  rollDoubles: z
    ._default(z.boolean(), false)
    .check(z.describe('with two dice: after a double one must roll again before one may hold')),
})
export type PigOptions = z.infer<typeof Options>
