import type { LuckWord } from '../statistics/luck.ts'

/** The sentences for how lucky somebody was, which come with the pages about dice. */
export const LUCK_WORDS = {
  'too few': 'fair.luck.few',
  'as expected': 'fair.luck.asExpected',
  'a little luckier': 'fair.luck.littleUp',
  luckier: 'fair.luck.up',
  'much luckier': 'fair.luck.muchUp',
  'amazingly luckier': 'fair.luck.farUp',
  'a little unluckier': 'fair.luck.littleDown',
  unluckier: 'fair.luck.down',
  'much unluckier': 'fair.luck.muchDown',
  'amazingly unluckier': 'fair.luck.farDown',
} as const satisfies Record<LuckWord, string>
