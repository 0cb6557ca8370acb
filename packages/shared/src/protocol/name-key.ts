// Which names are too much alike for two people to have them. A small table in place of Unicode's list of confusables
// (UTS 39, 6,000 entries): Latin, Greek and Cyrillic, what Armenian, Coptic, Cherokee and Lisu have of the same shape,
// digits, and what NFKC folds by itself (wide, mathematical, …).

const ROWS: Readonly<Record<string, string>> = {
  a: 'аαɑᴀꭺꓮⲁ',
  b: 'вβьʙᏼꓐⲃ',
  c: 'сϲᴄꮯꓚⲥ',
  d: 'ԁđɗᴅꭰꓓ',
  e: 'еεєҽᴇꭼꓰⲉ',
  f: 'ꜰƒꓝ',
  g: 'ɡɢꮐꓖց',
  h: 'нһηħʜꮋꓧⲏհ',
  j: 'јϳᴊꭻꓙյ',
  k: 'кκĸᴋꮶꓗⲕ',
  // Capital I and small l are one stroke; so I and i, which are one letter, have to be the same as l.
  l: 'iіι1|ıłӏɩʟ∣ǀꮮꓲꓡⲓ',
  m: 'мμᴍꮇꓟⲙ',
  n: 'пɴꓠⲛո',
  o: '0оοσøɔᴏꓳⲟօ',
  p: 'рρᴘꮲꓑⲣ',
  q: 'ԛզ',
  r: 'гʀꮢꓣ',
  s: 'ѕꜱꮪꓢ',
  t: 'тτᴛŧꭲꓔⲧ',
  u: 'υսᴜꓴ',
  v: 'νѵᴠꮩꓦ',
  w: 'ԝωᴡꮃꓪ',
  x: 'хχꓫⲭ',
  y: 'уүγʏꭹꓬⲩ',
  z: 'ζᴢꮓꓜ',
  3: 'зʒ',
  6: 'б',
}
const LIKE: ReadonlyMap<string, string> = new Map(
  Object.entries(ROWS).flatMap(([latin, others]) => [...others].map(other => [other, latin] as const)),
)
// Where somebody mixes alphabets, a letter is meant as what it looks like in its own case.
const AS_DRAWN: ReadonlyMap<string, string> = new Map(
  Object.entries({ Ν: 'n', η: 'n', μ: 'u', Υ: 'y', Σ: 'e', З: '3', Ү: 'y', Ь: 'b', Ρ: 'p', Β: 'b' }),
)

const LATIN = /\p{Script=Latin}/u
const GREEK_OR_CYRILLIC = /[\p{Script=Greek}\p{Script=Cyrillic}]/u
// Those of all scripts alike; in some alphabets other marks are letters.
const ACCENTS =
  /[\u0300-\u036f]|[\u0483-\u0489]|[\u1ab0-\u1aff]|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/g
const UNSEEN_APART = /[\p{P}\p{Z}\p{Sk}\p{Cf}]/gu

const each = (text: string, table: ReadonlyMap<string, string>): string =>
  [...text].map(character => table.get(character) ?? character).join('')

/**
 * The same for names that people would take for one another: case, accents, spaces and punctuation do not count, nor
 * does which alphabet a letter is from that looks like a Latin one. For a name that fits `PlayerName`; never empty.
 */
export function nameKey(name: string): string {
  const drawn = LATIN.test(name) && GREEK_OR_CYRILLIC.test(name) ? each(name, AS_DRAWN) : name
  // By way of capitals, so that ß is ss and ς is σ.
  const folded = drawn.toUpperCase().toLowerCase().normalize('NFKD').replace(ACCENTS, '').replaceAll('ς', 'σ')
  const latin = each(folded, LIKE)
  const key = latin.replace(UNSEEN_APART, '').replaceAll('rn', 'm').replaceAll('vv', 'w').normalize('NFC')
  return key === '' ? folded : key
}

const BOT_KEY = nameKey('bot')
/** What stands around a word without being one. */
const AROUND = /^[\p{P}\p{Z}\p{N}]+|[\p{P}\p{Z}\p{N}]+$/gu
const WORDS = /[^\p{L}\p{N}\p{M}]+|(?<=\p{Ll})(?=\p{Lu})/u

/** Whether somebody of this name could be taken for a bot: "Bot 3", "Ada (bot)", "🤖 Ada", "小机器人". */
export function looksLikeBot(name: string): boolean {
  const marks = ['🤖', '机器人', '機器人']
  const bare = name.replace(AROUND, '')
  if (marks.some(mark => bare.startsWith(mark) || bare.endsWith(mark))) return true
  const words = name.split(WORDS).filter(word => word !== '')
  const letters = words.filter(word => /\p{L}/u.test(word))
  return [letters.at(0), letters.at(-1)].some(
    word => word !== undefined && nameKey(word.replace(/\p{N}+$/u, '')) === BOT_KEY,
  )
}
