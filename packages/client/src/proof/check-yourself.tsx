import './check-yourself.css'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import checker from '../../../../docs/verify.py?url'
import { Hex } from '../ui/hex.tsx'
import { Icon } from '../ui/icon.tsx'

interface CheckYourselfProps {
  /** the name of the file that the record is saved as */
  readonly file: string
  /** what saves it */
  readonly download: ReactNode
}

/** How to check a record with a program that this server has not written, in three lines. */
export function CheckYourself({ file, download }: CheckYourselfProps) {
  const { t } = useTranslation()
  return (
    <ol className="check-yourself-steps">
      <li>
        {t('fair.self.download')}
        {download}
      </li>
      <li>
        {t('fair.self.run')}
        <CheckerCommand file={file} />
      </li>
      <li>{t('fair.self.prints')}</li>
    </ol>
  )
}

/** The checker to take away, and how to run it. */
export function CheckerCommand({ file }: Pick<CheckYourselfProps, 'file'>) {
  const { t } = useTranslation()
  return (
    <>
      <a className="button button-secondary check-yourself-file" href={checker} download="verify.py">
        <Icon name="download" />
        {t('fair.self.checker')}
      </a>
      <span className="check-yourself-command">
        <Hex>python3 verify.py {file}</Hex>
      </span>
    </>
  )
}
