import './help.css'
import type { LiarsDiceOptions } from '@diceroom/shared/games/liars-dice/state.ts'
import { FlatDie } from './flat-die.tsx'
import { rulesText } from './rules-strings.ts'

/** Two hands: of the dice that are asked for, fours, these count. */
const EXAMPLE = [
  { dice: [4, 4, 2, 1, 6], counted: [0, 1, 3] },
  { dice: [3, 5, 1, 6, 2], counted: [2] },
] as const

/** The rules of this table in short, with a count as an example. */
export function LiarsDiceHelp({ options }: { readonly options: LiarsDiceOptions }) {
  const t = rulesText.useText()
  return (
    <div className="liars-help">
      <p>{t('help.1')}</p>
      <p>{t('help.2')}</p>
      <p>{t('help.3')}</p>
      <figure className="liars-example">
        <figcaption>
          <strong>{t('help.example')}</strong> {t('help.bid')}
        </figcaption>
        {EXAMPLE.map(({ dice, counted }, hand) => (
          <p key={hand} className="liars-example-hand">
            {dice.map((face, at) => (
              <FlatDie key={at} face={face} look={counted.some(one => one === at) ? 'lit' : 'dim'} />
            ))}
          </p>
        ))}
        <p>
          {t('help.count')} {t('help.enough')}
        </p>
      </figure>
      <h3>{t('help.raises')}</h3>
      {options.rules === 'perudo' ? <PerudoHelp options={options} /> : <ChuiniuHelp options={options} />}
    </div>
  )
}

function PerudoHelp({ options }: { readonly options: LiarsDiceOptions }) {
  const t = rulesText.useText()
  return (
    <>
      <p>{t('help.perudo.raise')}</p>
      {options.strict && <p>{t('help.perudo.strict')}</p>}
      <p>{t('help.perudo.wild')}</p>
      <p>{t('help.perudo.loss')}</p>
      {options.exact !== 'off' && <p>{t('help.perudo.exact')}</p>}
      {options.palifico && <p>{t('help.perudo.palifico')}</p>}
    </>
  )
}

function ChuiniuHelp({ options }: { readonly options: LiarsDiceOptions }) {
  const t = rulesText.useText()
  return (
    <>
      <p>{t('help.chuiniu.raise')}</p>
      <p>{t('help.chuiniu.wild')}</p>
      <p>{t('help.chuiniu.zhai')}</p>
      <p>{t('help.chuiniu.pi')}</p>
      {(options.singles || options.alike !== 'off') && <p>{t('help.chuiniu.kinds')}</p>}
      <p>{t('help.chuiniu.loss')}</p>
    </>
  )
}
