import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { faceOf } from '../../games/registry.ts'
import { useWords } from '../../i18n/words.ts'
import { readable } from '../../ui/room-code.tsx'
import { type OpenTable, openTables } from './rooms-api.ts'

const EVERY_MS = 3_000

/** Who is playing now, and where there is a seat. */
export function OpenTables() {
  const { t } = useTranslation()
  const tables = useOpenTables()
  return (
    <section className="open-tables" aria-labelledby="open-tables">
      <h2 id="open-tables" className="home-heading">
        {t('home.open')}
      </h2>
      {tables?.length === 0 && <p className="open-none">{t('home.noneOpen')}</p>}
      <ul className="open-list">
        {tables?.map(table => (
          <li key={table.room}>
            <TableLink table={table} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function TableLink({ table }: { readonly table: OpenTable }) {
  const { t } = useTranslation()
  const read = useWords()
  const { room, game, players } = table
  return (
    <Link href={`/r/${room}`} className="open-table">
      <span className="open-table-game">{read(faceOf(game).name)}</span>
      <span className="open-table-code" dir="ltr">
        {readable(room)}
      </span>
      <span className="open-table-players">
        {players.length === 0 && t('home.nobodyYet')}
        {players.map((name, index) => (
          <span key={`${index} ${name}`}>
            {index > 0 && ', '}
            <bdi>{name}</bdi>
          </span>
        ))}
      </span>
      <span className="open-table-free">{freeSeats()}</span>
    </Link>
  )

  function freeSeats(): string {
    if (table.phase === 'playing' && !table.endless) return t('home.inPlay')
    const free = table.seats - players.length
    return free > 0 ? t('home.seatsFree', { count: free }) : t('home.full')
  }
}

/** The list as it is now, asked for again and again while somebody looks; `null` before the first answer. */
function useOpenTables(): readonly OpenTable[] | null {
  const [tables, setTables] = useState<readonly OpenTable[] | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const look = async () => {
      if (document.hidden) return
      const found = await openTables(stop.signal)
      if (found && !stop.signal.aborted) setTables(found)
    }
    void look()
    const timer = setInterval(look, EVERY_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      stop.abort()
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])
  return tables
}
