import { z } from 'zod'

/** A field of a message, as the documents list it. */
export interface Field {
  readonly name: string
  readonly type: string
  readonly text: string
}

interface JsonSchema {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly description?: string
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly anyOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
}

const jsonSchema = (schema: z.core.$ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema

export const descriptionOf = (schema: z.core.$ZodType): string => jsonSchema(schema).description ?? ''

/** The fields of an object; those of every variant where there are several. */
export function fieldsOf(schema: z.core.$ZodType): readonly Field[] {
  return fields(jsonSchema(schema))
}

function fields({ properties = {}, required = [], anyOf = [], allOf = [] }: JsonSchema): readonly Field[] {
  const own = Object.entries(properties).map(([name, field]) => ({
    name: required.includes(name) ? name : `${name}?`,
    type: typeOf(field),
    text: field.description ?? '',
  }))
  const others = [...allOf, ...anyOf].flatMap(fields)
  return [...new Map([...own, ...others].map(field => [field.name, field])).values()]
}

function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(' \\| ')
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' \\| ')
  if (schema.type === 'array') return `array of ${typeOf(schema.items ?? {})}`
  if (schema.type === 'object' && schema.properties) {
    return `{${fields(schema)
      .map(({ name }) => name)
      .join(', ')}}`
  }
  return schema.type ?? 'object'
}

/** Fields with their ranges and defaults, for options and moves. */
export function rulesOf(schema: z.core.$ZodType): readonly Field[] {
  const { properties = {} } = jsonSchema(schema)
  return fieldsOf(schema).map(field => {
    const { minimum, maximum, default: fallback } = properties[field.name.replace('?', '')] ?? {}
    const range = minimum === undefined ? '' : `, ${minimum}–${maximum}`
    const standard = fallback === undefined ? '' : `; default ${JSON.stringify(fallback)}`
    return { ...field, type: `${field.type}${range}`, text: `${field.text}${standard}` }
  })
}

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
