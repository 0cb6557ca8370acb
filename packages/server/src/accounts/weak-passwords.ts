import { nameKey } from '@diceroom/shared/protocol/name-key.ts'

/** Fewer characters are not enough, more are a burden to hash: in code points. */
export const PASSWORD_MIN = 8
export const PASSWORD_MAX = 256

/** What anybody would guess first on this page. */
const OF_THIS_PAGE = ['diceroom', 'dicegame', 'freeroll', 'diceroll', 'rolldice', 'rollthedice']
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
 * Why a password will not do, as a sentence; `null` for one that will. It is compared with 18,000 passwords of eight
 * characters and more that leaked most often (@zxcvbn-ts/language-common, MIT), read in at the first question.
 */
export async function weakness(password: string, name: string): Promise<string | null> {
  const text = password.normalize('NFC').toLowerCase()
  const letters = [...text]
  if (letters.length < PASSWORD_MIN) return `A password has at least ${PASSWORD_MIN} characters.`
  if (letters.length > PASSWORD_MAX) return `A password has at most ${PASSWORD_MAX} characters.`
  if (isName(text, name)) return 'This password is the name. Please choose another one.'
  if (OF_THIS_PAGE.includes(withoutTail(text).replaceAll(/[^a-z]/g, '')))
    return 'Everybody would guess this password here. Please choose another one.'
  if (isRepeated(letters) || isRow(text)) return 'This password is a pattern. Please choose another one.'
  return (await commonest()).has(text)
    ? 'This is one of the commonest passwords. Please choose another one.'
    : null
}

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
