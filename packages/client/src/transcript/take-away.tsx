import './take-away.css'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { rollsCsv } from './rolls-csv.ts'
import { saveFile } from './save-file.ts'
import type { Transcript } from './transcript.ts'

/** Spreadsheets take a file without it for one in their country's old encoding. */
const BYTE_ORDER_MARK = '\ufeff'

/** The transcript as files: whole, to be checked by any program, and its rolls alone for a spreadsheet. */
export function TakeAway({ transcript }: { readonly transcript: Transcript }) {
  const { t } = useTranslation()
  const name = `dice-room-${transcript.room}`
  const json = () =>
    saveFile(`${name}.json`, { type: 'application/json', content: JSON.stringify(transcript) })
  const csv = () =>
    saveFile(`${name}.csv`, { type: 'text/csv', content: BYTE_ORDER_MARK + rollsCsv(transcript) })
  return (
    <div className="take-away">
      <p className="take-away-why">{t('takeAway.why')}</p>
      <div className="take-away-files">
        <Button kind="secondary" onClick={json}>
          <Icon name="download" />
          {t('takeAway.json')}
        </Button>
        <Button kind="secondary" onClick={csv}>
          <Icon name="download" />
          {t('takeAway.csv')}
        </Button>
      </div>
    </div>
  )
}
