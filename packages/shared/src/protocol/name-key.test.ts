import { describe, expect, it } from 'vitest'
import { looksLikeBot, nameKey } from './name-key.ts'

describe('names that people would take for one another', () => {
  it('[AC4] are the same in any case, with any spaces, punctuation and accents', () => {
    for (const name of [
      'ada lovelace',
      'ADA LOVELACE',
      'Ada  Lovelace',
      'A.d.a-Lovelace',
      'Àdä Lövelace',
      'ＡＤＡ lovelace',
    ])
      expect(nameKey(name.normalize('NFKC')), name).toBe(nameKey('Ada Lovelace'))
    expect(nameKey('Straße')).toBe(nameKey('STRASSE'))
    expect(nameKey('ΝΙΚΟΣ')).toBe(nameKey('Νίκος'))
    expect(nameKey('Иван')).toBe(nameKey('ИВАН'))
    expect(nameKey('İpek')).toBe(nameKey('ipek'))
  })

  it('[AC4] are the same in letters of other alphabets that look like Latin ones', () => {
    for (const [imposter, name] of [
      ['Аdа', 'Ada'],
      ['Βob', 'Bob'],
      ['Νina', 'Nina'],
      ['νera', 'Vera'],
      ['расе', 'pace'],
      ['pаypal', 'paypal'],
      ['Ivаn', 'Ivan'],
      ['lvan', 'Ivan'],
      ['1van', 'Ivan'],
      ['R0bo', 'Robo'],
      ['Arnold', 'Amold'],
      ['VVanda', 'Wanda'],
      ['𝓐𝓭𝓪', 'Ada'],
      ['Ивaн', 'Иван'],
      ['Ꭺda', 'Ada'],
      ['ꓮꓓꓮ', 'Ada'],
      ['Ⲁda', 'Ada'],
      ['Bօ', 'Bo'],
      ['A\u1abeda', 'Ada'],
      ['A\u20ddda', 'Ada'],
      ['Ada\u0489', 'Ada'],
    ] as const)
      expect(nameKey(imposter.normalize('NFKC')), imposter).toBe(nameKey(name))
  })

  it('[AC4] are not those that are only a little alike', () => {
    const names = [
      'Ada',
      'Adam',
      'Bo',
      'Boo',
      '小林',
      '小木',
      '林',
      'José',
      'Josef',
      'हिन्दी',
      'हन्दु',
      'ไก',
      'ไก่',
      'Ира',
      'Юра',
      '🎲',
      '!!!',
      '??',
    ]
    expect(new Set(names.map(nameKey)).size).toBe(names.length)
    for (const name of names) expect(nameKey(name)).not.toBe('')
  })

  it('[AC5] are those of bots, with "Bot", 🤖 or 机器人 at either end', () => {
    const bots = [
      'Bot',
      'bot',
      'BOT 3',
      'Bot3',
      'Ada Bot',
      'Ada (bot)',
      'AdaBot',
      'B0t',
      'Воt',
      '🤖',
      '🤖 Ada',
      'Ada🤖',
      '小机器人',
      '机器人 1',
      '[Bot] Ada',
      '(🤖) Ada',
      'Ada [机器人]',
      '机器人2号 3',
      'ꓐꓳꓔ',
      'Bot\u20dd',
    ]
    for (const name of bots) expect(looksLikeBot(name), name).toBe(true)
    const people = [
      'Ada',
      'Abbot',
      'Talbot',
      'Botticelli',
      'Bothilde',
      'Robota',
      'Bo T',
      '小林',
      'A bot among us',
    ]
    for (const name of people) expect(looksLikeBot(name), name).toBe(false)
  })
})
