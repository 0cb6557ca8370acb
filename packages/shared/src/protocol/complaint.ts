import type * as z from 'zod/mini'
import { asShown } from './text.ts'

// What is wrong with something from outside, in few plain words: `limit: at most 10,000`.

/** More of a name that nobody knows is not told again. */
const NAME_SHOWN = 40

const NOUNS: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
}

const size = (origin: string, count: number | bigint): string => {
  const number = count.toLocaleString('en')
  return origin === 'string' ? `${number} ${number === '1' ? 'character' : 'characters'}` : number
}

/** To be given to `safeParse`: the words for what a schema has none of its own for. */
export const PLAINLY: { readonly error: z.core.$ZodErrorMap } = {
  error(issue) {
    switch (issue.code) {
      case 'invalid_type':
        return issue.input === undefined ? 'missing' : (NOUNS[issue.expected] ?? 'not valid')
      case 'too_big':
        return `${issue.inclusive ? 'at most' : 'less than'} ${size(issue.origin, issue.maximum)}`
      case 'too_small':
        return `${issue.inclusive ? 'at least' : 'more than'} ${size(issue.origin, issue.minimum)}`
      case 'invalid_value':
        return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`
      case 'invalid_format':
        return issue.format === 'url' ? 'an address such as https://example.org' : 'of another form'
      case 'unrecognized_keys':
        return `unknown field "${asShown(issue.keys[0]?.slice(0, NAME_SHOWN) ?? '')}"`
      default:
        return 'not valid'
    }
  },
}

/** What is wrong first, and where; `whole` is what to call a thing that is wrong as a whole. */
export function complaintOf({ issues: [issue] }: z.core.$ZodError, whole = ''): string {
  const where = issue?.path.join('.') || whole
  return `${where ? `${where}: ` : ''}${issue?.message ?? 'not valid'}`
}
