import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { readable } from '../../../ui/room-code.tsx'
import type { People } from './lobby-api.ts'

interface LobbyPeopleProps {
  readonly people: People | 'unknown' | null
}

/** So many are named; the others are counted. */
const NAMED_MAX = 40

/** Who is online: those at public tables first, each with the way there; guests who sit nowhere are counted. */
export function LobbyPeople({ people }: LobbyPeopleProps) {
  const { t } = useTranslation()
  return (
    <div className="lobby-people">
      {people === 'unknown' && <p className="lobby-dim">{t('lobby.noPeople')}</p>}
      {people !== null && people !== 'unknown' && <Named {...people} />}
    </div>
  )
}

function Named({ online, people }: People) {
  const { t } = useTranslation()
  const named = people.filter(({ name }) => name !== null)
  const ordered = [...named.filter(({ table }) => table), ...named.filter(({ table }) => !table)]
  const shown = ordered.slice(0, NAMED_MAX)
  const guests = people.length - named.length
  if (online <= 1 && named.length === 0) return <p className="lobby-dim">{t('lobby.alone')}</p>
  return (
    <>
      {shown.length > 0 && (
        <ul className="lobby-names" aria-label={t('lobby.people')}>
          {shown.map(({ name, account, table }, at) => (
            <li key={`${at} ${name}`}>
              <Somebody name={name ?? ''} isAccount={account} table={table} />
            </li>
          ))}
        </ul>
      )}
      {named.length > shown.length && (
        <p className="lobby-dim">{t('lobby.more', { count: named.length - shown.length })}</p>
      )}
      {guests > 0 && (
        <p className="lobby-dim">
          {t(named.length > 0 ? 'lobby.andGuests' : 'lobby.guests', { count: guests })}
        </p>
      )}
    </>
  )
}

interface SomebodyProps {
  readonly name: string
  /** then there is a page about them */
  readonly isAccount: boolean
  readonly table: string | null
}

function Somebody({ name, isAccount, table }: SomebodyProps) {
  const shown = <bdi className="lobby-name">{name}</bdi>
  const profile = `/people/${encodeURIComponent(name)}`
  if (table === null) {
    return isAccount ? (
      <Link href={profile} className="lobby-person lobby-tap lobby-person-known">
        {shown}
      </Link>
    ) : (
      <span className="lobby-person">{shown}</span>
    )
  }
  if (!isAccount) {
    return (
      <Link href={`/r/${table}`} className="lobby-person lobby-tap lobby-person-playing">
        {shown}
        <TableCode table={table} />
      </Link>
    )
  }
  return (
    <span className="lobby-person lobby-person-playing">
      <Link href={profile} className="lobby-part lobby-tap lobby-person-known">
        {shown}
      </Link>
      <Link href={`/r/${table}`} className="lobby-part lobby-tap">
        <span className="unseen">{name}</span>
        <TableCode table={table} />
      </Link>
    </span>
  )
}

function TableCode({ table }: { readonly table: string }) {
  const { t } = useTranslation()
  return (
    <>
      <span className="unseen">{t('lobby.atTable')}</span>
      <span className="lobby-code" dir="ltr">
        {readable(table)}
      </span>
    </>
  )
}
