import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { MovesList } from './moves-list.tsx'
import type { Stop } from './stops.ts'

interface MovesButtonProps {
  readonly stops: readonly Stop[]
  readonly at: number
  readonly onJump: (to: number) => void
}

/** Opens the list of moves where it has no place of its own. */
export function MovesButton({ stops, at, onJump }: MovesButtonProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <span className="replay-moves-button">
      <Button kind="secondary" aria-label={t('replay.moves')} onClick={() => setOpen(true)}>
        <Icon name="list" />
      </Button>
      {isOpen && (
        <Sheet title={t('replay.moves')} closeLabel={t('close')} onClose={() => setOpen(false)}>
          <div className="replay-moves-sheet" dir="auto">
            <MovesList
              stops={stops}
              at={at}
              onJump={to => {
                onJump(to)
                setOpen(false)
              }}
            />
          </div>
        </Sheet>
      )}
    </span>
  )
}
