import * as z from 'zod/mini'

export const TARGETS = [2000, 5000, 10000] as const
export const OPENINGS = [0, 350, 500, 600, 750, 1000] as const
export const TABLES = ['A', 'B', 'C'] as const
export const HOT_DICE = ['may', 'must'] as const
export const PENALTIES = ['none', 'to-zero', 'below-zero'] as const
export const TIES = ['shared', 'roll-off'] as const
export const DICE = [5, 6] as const

/** Every variant of Farkle; all of them go together. */
export const Options = z.strictObject({
  target: z
    ._default(z.literal(TARGETS), 10000)
    .check(z.describe('the score that begins the final round, in which everybody else has one more turn')),
  table: z
    ._default(z.enum(TABLES), 'A')
    .check(
      z.describe(
        'what dice are worth: A as in boxed games, B as played at home (1-1-1 is 1000, four of a kind twice three), C as online',
      ),
    ),
  opening: z
    ._default(z.literal(OPENINGS), 500)
    .check(z.describe('what a turn has to be worth before a seat may bank for the first time')),
  hotDice: z
    ._default(z.enum(HOT_DICE), 'may')
    .check(z.describe('whether who has set all dice aside may roll them again, or must')),
  penalty: z
    ._default(z.enum(PENALTIES), 'none')
    .check(
      z.describe(
        'what three farkles in a row cost: nothing, 1000 points but no more than there are, or 1000 points also below zero',
      ),
    ),
  ties: z
    ._default(z.enum(TIES), 'shared')
    .check(z.describe('whether seats with the same highest score share the win, or roll for it')),
  dice: z._default(z.literal(DICE), 6).check(z.describe('how many dice are played with')),
  noFifties: z
    ._default(z.boolean(), false)
    .check(z.describe('whether a turn worth an odd 50 may not be banked')),
  mustBeat: z
    ._default(z.boolean(), false)
    .check(z.describe('whether in the final round only who comes past the leader may bank')),
  piggyback: z
    ._default(z.boolean(), false)
    .check(
      z.describe(
        'whether the next seat may go on with the dice that were left when a turn was banked, and with its points',
      ),
    ),
})
