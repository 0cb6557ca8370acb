import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Icon } from '../../ui/icon.tsx'
import { RoomCode } from '../../ui/room-code.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'

interface TableHeaderProps {
  /** what is played, in the reader's language */
  readonly game: string
  readonly code: string
  readonly onHelp: () => void
  readonly onMore: () => void
  readonly onShare: () => void
}

/** The way home, and to the rules, to all about the table, and to the link for friends. */
export function TableHeader({ game, code, onHelp, onMore, onShare }: TableHeaderProps) {
  const { t } = useTranslation()
  return (
    <>
      <Link href="/" className="table-home">
        <Wordmark />
      </Link>
      <span className="table-tools">
        <button type="button" className="table-more" aria-label={t('help.open')} onClick={onHelp}>
          <Icon name="help" />
        </button>
        <button type="button" className="table-more" aria-label={t('room.more')} onClick={onMore}>
          <Icon name="more" />
        </button>
        <RoomCode game={game} code={code} label={t('room.share')} onShare={onShare} />
      </span>
    </>
  )
}
