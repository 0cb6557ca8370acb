import './help-sheet.css'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../../games/use-board.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Said } from '../../words/said.tsx'

interface HelpSheetProps {
  readonly table: Table
  /** what is played, in the reader's language */
  readonly name: string
  readonly onClose: () => void
}

/** How the game goes that is played here, with the options of this table. */
export function HelpSheet({ table: { room }, name, onClose }: HelpSheetProps) {
  const { t } = useTranslation()
  const { Help, optionsSentence } = useBoard()
  return (
    <Sheet title={t('help.title', { game: name })} closeLabel={t('close')} onClose={onClose}>
      <div className="help">
        <p className="help-options">
          <span className="help-here">{t('help.here')}</span>{' '}
          <Said sentence={optionsSentence(room.options)} />
        </p>
        <Help options={room.options} />
      </div>
    </Sheet>
  )
}
