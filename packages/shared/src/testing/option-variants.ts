import fc from 'fast-check'
import { z } from 'zod'
import type { GameOptions, SealedGame } from '../games/game.ts'

// The shape of a game's options, read from the JSON Schema that its Zod schema gives.
const Property: z.ZodType<Property> = z.looseObject({
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.lazy(() => z.array(Property)).optional(),
  type: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
})
interface Property {
  const?: unknown
  enum?: unknown[] | undefined
  anyOf?: Property[] | undefined
  type?: string | undefined
  minimum?: number | undefined
  maximum?: number | undefined
}
const Schema = z.looseObject({ properties: z.record(z.string(), Property).default({}) })

/** What may be wished for in each option of a game: all of it, of a range of numbers its ends and its middle. */
export function optionValues(game: SealedGame): Readonly<Record<string, readonly unknown[]>> {
  const { properties } = Schema.parse(z.toJSONSchema(game.options, { io: 'input' }))
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, valuesOf(property, `${game.id}: ${name}`)]),
  )
}

function valuesOf(property: Property, where: string): readonly unknown[] {
  if (property.const !== undefined) return [property.const]
  if (property.enum) return property.enum
  if (property.anyOf) return property.anyOf.flatMap(part => valuesOf(part, where))
  if (property.type === 'boolean') return [false, true]
  const { minimum, maximum } = property
  if (property.type === 'integer' && minimum !== undefined && maximum !== undefined) {
    return [...new Set([minimum, Math.floor((minimum + maximum) / 2), maximum])]
  }
  throw new Error(`${where} has no finite set of values to try`)
}

/** The default options of a game, and each value of each option by itself. */
export const singleVariants = (game: SealedGame): readonly unknown[] => [
  {},
  ...Object.entries(optionValues(game)).flatMap(([name, values]) => values.map(value => ({ [name]: value }))),
]

/** Options of a game as its schema gives them: the default, single variants, and what variants combine to. */
export function anyOptions(game: SealedGame): fc.Arbitrary<GameOptions> {
  const wishes = Object.entries(optionValues(game)).map(
    ([name, values]) => [name, fc.constantFrom(...values)] as const,
  )
  const combined = fc.record(Object.fromEntries(wishes), { requiredKeys: [] })
  return fc
    .oneof(fc.constantFrom(...singleVariants(game)), combined)
    .filter(wish => game.options.safeParse(wish).success)
    .map(wish => game.options.parse(wish))
}
