import type { LiarsDiceOptions } from '@diceroom/shared/games/liars-dice/state.ts'
import type { Sentence } from '../../words/sentence.ts'
import { rulesText } from './rules-strings.ts'

/** What the options come to, in one sentence. */
export function optionsSentence(options: LiarsDiceOptions): Sentence {
  const { rules, dice, drinks, exact, strict, palifico, loss, wide } = options
  const more = (parts: readonly (Sentence | false)[]): Sentence | string => {
    const [first, ...rest] = parts.filter(part => part !== false)
    return first ? rulesText.said('and', { text: first, more: more(rest) }) : ''
  }
  if (rules === 'chuiniu') {
    const text = more([rulesText.said('sum.zhai'), wide && rulesText.said('sum.wide')])
    return rulesText.said('sum.chuiniu', { dice, drinks, text })
  }
  const text = more([
    exact !== 'off' && rulesText.said('sum.exact'),
    strict && rulesText.said('sum.strict'),
    !palifico && rulesText.said('sum.noPalifico'),
    loss === 'difference' && rulesText.said('sum.difference'),
  ])
  return rulesText.said('sum.perudo', { dice, text })
}
