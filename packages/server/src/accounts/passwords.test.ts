import { expect, it } from 'vitest'
import { Passwords, TooManyHashes } from './passwords.ts'
import { weakness } from './weak-passwords.ts'

const quick = { N: 16, r: 1, p: 1 }

it('[AC2] hashes each password with a salt of its own, and verifies it by the cost that it was made with', async () => {
  const passwords = new Passwords(quick)
  const [one, other] = [await passwords.hash('pässword'), await passwords.hash('pässword')]
  expect(one).toMatch(/^scrypt\$16\$1\$1\$[\w-]{22}\$[\w-]{43}$/)
  expect(other).not.toBe(one)
  expect(await new Passwords().verify(one, 'pa\u0308ssword')).toBe(true)
  expect(await new Passwords().verify(one, 'passw\u00f6rd')).toBe(false)
  for (const kept of ['', 'md5$16$1$1$x$y', one.slice(0, -1)]) {
    expect(await passwords.verify(kept, 'pässword')).toBe(false)
  }
})

it('[AC10] hashes two at a time, lets fifty wait, and refuses more', async () => {
  const passwords = new Passwords(quick)
  const all = await Promise.allSettled(Array.from({ length: 60 }, () => passwords.hash('x')))
  const refused = all.filter(one => one.status === 'rejected')
  expect(refused.map(({ reason }) => reason)).toEqual(
    Array.from({ length: 8 }, () => expect.any(TooManyHashes)),
  )
  expect(await passwords.hash('x')).toContain('scrypt$')
})

it('[AC12] refuses what anybody would guess', async () => {
  const code = async (password: string, name = 'Ada Lovelace') =>
    (await weakness(password, name))?.error.code ?? null
  for (const good of ['a long walk in May', '对酒当歌人生几何', 'x7#kP!qz', '        a', 'zyxwvuts!'])
    expect(await code(good), good).toBe(null)
  for (const short of ['', '1234567', '😀😀😀😀😀😀😀', 'x'.repeat(257)])
    expect(await code(short)).toBe('bad_request')
  for (const weak of [
    ...[
      'password',
      'PASSWORD',
      'Password1',
      '12345678',
      'iloveyou',
      'woaini1314',
      '5201314520',
      '19901231',
      'qwerty2024',
      'football1',
      'trustno1',
    ],
    ...['adalovelace', 'Ada Lovelace', 'adalovelace1', 'ADALOVELACE2024', 'аdаlovelace'],
    ...[
      'aaaaaaaa',
      'abababab',
      '😀😀😀😀😀😀😀😀',
      'abcdefgh',
      'hgfedcba',
      '23456789',
      'asdfghjk',
      'qwertzuiop',
      '12341234',
    ],
    ...['diceroom', 'Dice Room', 'diceroom123', 'roll the dice'],
  ])
    expect(await code(weak), weak).toBe('weak_password')
  expect(await code('benedict', 'Benedict')).toBe('weak_password')
  expect(await code('AdaAdaAda', 'Ada')).toBe('weak_password')
})

it('[AC12] knows more than 10,000 common passwords of eight characters and more', async () => {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const words = new Set(dictionary['passwords-common'].map(String).filter(word => [...word].length >= 8))
  expect(words.size).toBeGreaterThan(10_000)
  for (const word of [...words].slice(0, 2000)) expect(await weakness(word, 'Ada'), word).not.toBeNull()
})
