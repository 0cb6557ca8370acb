import { nameKey } from '@diceroom/shared/protocol/name-key.ts'
import { type Refusal, refuse } from '@diceroom/shared/protocol/rejections.ts'

/** Fewer characters are not enough, more are a burden to hash: in code points. */
const PASSWORD_MIN = 8
export const PASSWORD_MAX = 256

/** What anybody would guess first on this page. */
const OF_THIS_PAGE = ['diceroom', 'dicegame', 'freeroll', 'diceroll', 'rolldice', 'rollthedice']
// Before a number; in Chinese too, which the list below knows little of.
const STEMS = [
  ...[
    'password',
    'qwerty',
    'admin',
    'letmein',
    'welcome',
    'iloveyou',
    'abc',
    'abcd',
    'qwe',
    'asd',
    'zxc',
    'qaz',
    'test',
    'user',
  ],
  ...[
    'woaini',
    'aini',
    'woaiwojia',
    'wodemima',
    'mima',
    'woshishei',
    'woshishui',
    'nihao',
    'caonima',
    'qq',
    'wang',
    'zhang',
    'li',
  ],
]
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  'azertyuiop',
]

/**
 * Why a password will not do: `bad_request` or `weak_password`; `null` for one that will. It is compared with 18,000 passwords of eight
 * characters and more that leaked most often (@zxcvbn-ts/language-common, MIT), read in at the first question.
 */
export async function weakness(password: string, name: string): Promise<Refusal | null> {
  const text = password.normalize('NFC').toLowerCase()
  const letters = [...text]
  if (letters.length < PASSWORD_MIN)
    return refuse('bad_request', `A password has at least ${PASSWORD_MIN} characters.`)
  if (letters.length > PASSWORD_MAX)
    return refuse('bad_request', `A password has at most ${PASSWORD_MAX} characters.`)
  if (isName(text, name)) return weak('This password is the name.')
  if (OF_THIS_PAGE.includes(withoutTail(text).replaceAll(/[^a-z]/g, '')))
    return weak('Everybody would guess this password here.')
  if (/^\d{1,11}$/.test(text)) return weak('This password is a short number.')
  if (STEMS.includes(withoutTail(text))) return weak('This password is a common word and a number.')
  if (isRepeated(letters) || isRow(text)) return weak('This password is a pattern.')
  return (await commonest()).has(text) ? weak('This is one of the commonest passwords.') : null
}

const weak = (reason: string): Refusal => refuse('weak_password', `${reason} Please choose another one.`)

const withoutTail = (text: string): string => text.replace(/[\d\W_]+$/u, '')

function isName(text: string, name: string): boolean {
  const key = nameKey(name)
  const plain = name.toLowerCase()
  return [text, withoutTail(text)].some(
    part => part !== '' && (nameKey(part) === key || nameKey(part) === key.repeat(2) || part === plain),
  )
}

/** One to four characters again and again. */
function isRepeated(letters: readonly string[]): boolean {
  return [1, 2, 3, 4].some(period => letters.every((letter, at) => letter === letters[at % period]))
}

/** A stretch of the alphabet, of digits or of a keyboard, forward or back, perhaps once more. */
function isRow(text: string): boolean {
  const rows = ROWS.flatMap(row => [row, [...row].reverse().join('')]).map(row => row.repeat(2))
  const half = text.slice(0, text.length / 2)
  return rows.some(row => row.includes(text) || (half.repeat(2) === text && row.includes(half)))
}

let list: Promise<ReadonlySet<string>> | null = null

function commonest(): Promise<ReadonlySet<string>> {
  list ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => {
    const words: readonly unknown[] = dictionary['passwords-common']
    return new Set(
      words.flatMap(word =>
        typeof word === 'string' && word.length >= PASSWORD_MIN ? word.toLowerCase() : [],
      ),
    )
  })
  return list
}
