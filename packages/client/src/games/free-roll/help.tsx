import type { FreeRollOptions } from '@diceroom/shared/games/free-roll/rules.ts'
import { isRounds } from './game-words.ts'
import { freeRollText } from './strings.ts'

/** What this table plays; without turn order and a winner that is one sentence. */
export function FreeRollHelp({ options }: { readonly options: FreeRollOptions }) {
  const t = freeRollText.useText()
  if (!isRounds(options)) return <p>{t('help')}</p>
  const { winner, ties } = options
  return (
    <>
      <p>{t('help.rounds')}</p>
      <p>{t(`help.${winner}`)}</p>
      {winner !== 'none' && <p>{t(`help.${ties}`)}</p>}
    </>
  )
}
