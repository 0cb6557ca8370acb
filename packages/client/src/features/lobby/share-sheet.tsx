import './share-sheet.css'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { readable } from '../../ui/room-code.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { copyText } from './copy-text.ts'
import { useShareOrigin } from './share-origin.ts'

interface ShareSheetProps {
  readonly title: string
  /** what one does with it */
  readonly how: string
  /** where the link leads to on this server: `/r/K7M2QX` */
  readonly path: string
  /** six characters, or a name, to be read out; absent where they do not lead to the same place */
  readonly code?: string
  readonly onClose: () => void
}

/** The ways for others to something here: scan, copy, send, read out. */
export function ShareSheet({ title, how, path, code, onClose }: ShareSheetProps) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState<'not yet' | 'copied' | 'by hand'>('not yet')
  const field = useRef<HTMLInputElement>(null)
  const link = `${useShareOrigin()}${path}`
  const copy = async () => {
    const outcome = field.current ? await copyText(field.current) : 'by hand'
    setCopied(outcome)
  }
  const share = async () => {
    // Whoever closes the system's own sheet has changed their mind, which is nothing to speak of.
    await navigator.share({ title: t('app.name'), url: link }).catch(() => undefined)
  }
  return (
    <Sheet title={title} closeLabel={t('close')} onClose={onClose}>
      <div className="share">
        <p className="share-how">{how}</p>
        <QrCode text={link} label={t('share.qr')} />
        {code !== undefined && (
          <p className={code.length === 6 ? 'share-code' : 'share-code share-name'} dir="ltr">
            {readable(code)}
          </p>
        )}
        <input
          ref={field}
          className="share-link"
          aria-label={t('share.link')}
          dir="ltr"
          readOnly
          value={link}
          onFocus={event => event.target.select()}
        />
        <p className="share-said" role="status">
          {copied === 'copied' && t('share.copied')}
          {copied === 'by hand' && t('share.selectLink')}
        </p>
        <div className="share-buttons">
          <Button kind="secondary" onClick={copy}>
            <Icon name={copied === 'copied' ? 'check' : 'copy'} />
            {t('share.copy')}
          </Button>
          {'share' in navigator && (
            <Button kind="secondary" onClick={share}>
              <Icon name="share" />
              {t('share.send')}
            </Button>
          )}
        </div>
      </div>
    </Sheet>
  )
}

/** Black on white in either theme: not every camera reads the other way round. What draws it is fetched when it is needed. */
function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const [path, setPath] = useState<{ readonly size: number; readonly squares: string } | null>(null)
  useEffect(() => {
    let isWanted = true
    qrPath(text).then(
      drawn => isWanted && setPath(drawn),
      // Then there is still the link.
      () => {},
    )
    return () => {
      isWanted = false
    }
  }, [text])
  return (
    <svg
      className="share-qr"
      viewBox={path ? `0 0 ${path.size} ${path.size}` : '0 0 1 1'}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      {path && <path d={path.squares} />}
    </svg>
  )
}

async function qrPath(text: string): Promise<{ size: number; squares: string }> {
  const { encode } = await import('uqr')
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
  return { size, squares: squares.join('') }
}
