import './try-it.css'
import { browserHashes } from '@diceroom/sdk/hashes/browser-hashes.ts'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Die } from '../../ui/dice/die.tsx'
import { Hex } from '../../ui/hex.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { type Example, type ExampleByte, exampleOf } from './example.ts'

const NAMES = ['Ada', 'Bo'] as const
const EDGE = 40
const TURNS = [24, 70, 33, 62, 15]

/** The calculation itself, with words that anybody can change. */
export function TryIt() {
  const { t } = useTranslation()
  const [secret, setSecret] = useState('correct horse')
  const [ada, setAda] = useState('strawberry')
  const [bo, setBo] = useState('42')
  const [n, setN] = useState(0)
  const example = useExample({ secret, ada, bo, n })
  return (
    <div className="try">
      <div className="try-fields">
        <TextField
          label={t('fairness.try.secret')}
          value={secret}
          maxLength={200}
          autoComplete="off"
          onChange={event => setSecret(event.target.value)}
        />
        <TextField
          label={t('fairness.try.seed', { name: NAMES[0] })}
          value={ada}
          maxLength={200}
          autoComplete="off"
          onChange={event => setAda(event.target.value)}
        />
        <TextField
          label={t('fairness.try.seed', { name: NAMES[1] })}
          value={bo}
          maxLength={200}
          autoComplete="off"
          onChange={event => setBo(event.target.value)}
        />
        <div className="try-n">
          <span className="field-label">{t('fairness.try.n')}</span>
          <div className="try-n-row">
            <Button
              kind="secondary"
              aria-label={t('fairness.try.fewer')}
              aria-disabled={n === 0}
              onClick={() => setN(Math.max(0, n - 1))}
            >
              −
            </Button>
            <output>{n}</output>
            <Button kind="secondary" aria-label={t('fairness.try.more')} onClick={() => setN(n + 1)}>
              +
            </Button>
          </div>
        </div>
      </div>
      <ExampleDice faces={example?.faces ?? []} />
      {example && <Worked example={example} />}
    </div>
  )
}

function useExample({ secret, ada, bo, n }: { secret: string; ada: string; bo: string; n: number }) {
  const [example, setExample] = useState<Example | null>(null)
  useEffect(() => {
    let isLatest = true
    void exampleOf({ secret, seeds: [ada, bo], n }, browserHashes()).then(worked => {
      if (isLatest) setExample(worked)
    })
    return () => {
      isLatest = false
    }
  }, [secret, ada, bo, n])
  return example
}

function ExampleDice({ faces }: { readonly faces: readonly number[] }) {
  const { t } = useTranslation()
  return (
    <div
      className="try-dice"
      role="img"
      aria-live="polite"
      aria-label={t('fairness.try.dice', { faces: faces.join(' ') })}
    >
      {faces.map((face, index) => (
        <span key={`${index} ${face}`} className="try-die">
          <Die sides={6} value={face} lying={{ x: 30, y: 36, yaw: TURNS[index] ?? 0 }} edge={EDGE} />
        </span>
      ))}
    </div>
  )
}

function Worked({ example }: { readonly example: Example }) {
  const { t } = useTranslation()
  const { fingerprint, seals, entropy, input, bytes } = example
  return (
    <>
      <dl className="try-facts">
        <Fact name={t('fairness.try.fingerprint')}>
          <Hex>{fingerprint}</Hex>
        </Fact>
        {NAMES.map((name, seat) => (
          <Fact key={name} name={t('fairness.try.seal', { name })}>
            <Hex>{seals[seat]}</Hex>
          </Fact>
        ))}
        <Fact name={t('fairness.try.mixed')}>
          <Hex>{entropy}</Hex>
        </Fact>
        <Fact name={t('fairness.try.input')}>
          <pre className="try-input">
            <Hex>{input}</Hex>
          </pre>
        </Fact>
      </dl>
      <Bytes bytes={bytes} />
      <p className="figure-note">{t('fairness.try.fair')}</p>
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Bytes({ bytes }: { readonly bytes: readonly ExampleByte[] }) {
  const { t } = useTranslation()
  return (
    <table className="try-bytes">
      <caption>{t('fairness.try.bytes')}</caption>
      <tbody>
        <tr>
          <th scope="row">{t('fairness.try.byte')}</th>
          {bytes.map(({ byte }, index) => (
            <td key={index}>{byte}</td>
          ))}
        </tr>
        <tr>
          <th scope="row">{t('fairness.try.rest')}</th>
          {bytes.map(({ rest, face }, index) => (
            <td key={index}>{face === null ? t('fairness.try.skipped') : `${rest} + 1`}</td>
          ))}
        </tr>
        <tr className="try-faces">
          <th scope="row">{t('fairness.try.die')}</th>
          {bytes.map(({ face }, index) => (
            <td key={index}>{face ?? '–'}</td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
