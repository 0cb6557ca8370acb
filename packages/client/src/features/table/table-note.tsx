import './table-note.css'
import type { RoomSession } from '@diceroom/sdk/connection/room-session.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { InlineError } from '../../ui/inline-error.tsx'
import { useAsking } from '../../words/use-asking.ts'
import { questions } from './questions.ts'

interface TableNoteProps {
  readonly table: Table
  readonly session: RoomSession
}

/** Lies on the table where the viewer is asked something: whether to hand over, or whether to go on alone. */
export function TableNote({ table, session }: TableNoteProps) {
  const { t } = useTranslation()
  const { state, error, ask } = useAsking()
  const [answered, setAnswered] = useState<readonly string[]>([])
  const question = questions(table).find(({ key }) => !answered.includes(key))
  if (!question) return null
  const done = () => setAnswered([...answered, question.key])
  const does = async (asking: Promise<Awaited<ReturnType<RoomSession['endGame']>>>) => {
    if (state === 'idle' && (await ask(asking)) === 'done') done()
  }

  if (question.kind === 'asks host') {
    const { player, name } = question
    return (
      <Note words={t('note.asksHost', { name })} error={error}>
        <Button kind="secondary" onClick={done}>
          {t('note.notNow')}
        </Button>
        <Button kind="secondary" onClick={() => does(session.makeHost(player))}>
          {t('note.handOver')}
        </Button>
      </Note>
    )
  }
  return (
    <Note words={t('note.alone')} error={error}>
      <Button kind="secondary" onClick={() => does(session.endGame())}>
        {t('note.end')}
      </Button>
      <Button kind="secondary" onClick={done}>
        {t('note.goOn')}
      </Button>
    </Note>
  )
}

interface NoteProps {
  readonly words: string
  readonly error: string | undefined
  readonly children: ReactNode
}

function Note({ words, error, children }: NoteProps) {
  return (
    <aside className="table-note" aria-label={words}>
      <p role="status">{words}</p>
      <InlineError message={error} />
      <div className="table-note-buttons">{children}</div>
    </aside>
  )
}
