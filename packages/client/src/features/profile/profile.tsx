import './profile.css'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccount } from '../../account/use-account.ts'
import { faceOf } from '../../games/registry.ts'
import { useWords } from '../../i18n/words.ts'
import { luckWord } from '../../statistics/luck.ts'
import { ReadingPage, ReadingPart } from '../../ui/reading-page.tsx'
import { LUCK_WORDS } from '../../words/luck-words.ts'
import { gamesOf, type Person, personOf } from './person-api.ts'

interface ProfileProps {
  readonly name: string
}

/** What somebody has played, and with how much luck. */
export function Profile({ name }: ProfileProps) {
  const { t, i18n } = useTranslation()
  const person = usePerson(name)
  const { who: me } = useAccount()
  const found = typeof person === 'object' ? person : null
  const title = found?.name ?? (person === 'nobody' ? t('profile.none') : name)
  const isHiddenMe = typeof me === 'object' && me?.hidden && me.name === found?.name

  useEffect(() => {
    document.title = `${title} · Dice Room`
  }, [title])

  return (
    <ReadingPage title={title}>
      {found ? (
        <>
          <p className="profile-since">
            {t('profile.since', {
              date: new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(found.since),
            })}
          </p>
          {isHiddenMe && <p className="profile-hidden">{t('profile.onlyYou')}</p>}
          <Figures person={found} />
        </>
      ) : (
        <p role="status" className="profile-since">
          {person === 'asking' && t('account.asking')}
          {person === 'nobody' && t('profile.noneWhy')}
          {person === 'unreachable' && t('home.unreachable')}
        </p>
      )}
    </ReadingPage>
  )
}

function Figures({ person }: { readonly person: Person }) {
  const { t, i18n } = useTranslation()
  const read = useWords()
  const { games, wins, luck } = person.statistics
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 })
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' })
  const byGame = gamesOf(person)
  return (
    <>
      <dl className="profile-figures">
        <Figure name={t('profile.games')} value={number.format(games)} />
        <Figure name={t('profile.wins')} value={number.format(wins)} />
      </dl>
      <ReadingPart title={t('profile.byGame')}>
        {byGame.length === 0 ? (
          <p className="profile-since">{t('profile.noGames')}</p>
        ) : (
          <table className="profile-games">
            <thead>
              <tr>
                <th scope="col">{t('profile.game')}</th>
                <th scope="col">{t('profile.games')}</th>
                <th scope="col">{t('profile.wins')}</th>
                <th scope="col">{t('profile.share')}</th>
              </tr>
            </thead>
            <tbody>
              {byGame.map(one => (
                <tr key={one.game}>
                  <th scope="row">{read(faceOf(one.game).name)}</th>
                  <td>{number.format(one.games)}</td>
                  <td>{number.format(one.wins)}</td>
                  <td>{percent.format(one.wins / one.games)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </ReadingPart>
      <ReadingPart title={t('fair.luck')}>
        {luck.z === null ? (
          <p className="profile-since">{t('profile.noDice')}</p>
        ) : (
          <>
            <p className="profile-luck">{t(LUCK_WORDS[luckWord({ count: luck.dice, z: luck.z })])}</p>
            <p className="profile-note">
              {t('profile.dice', {
                count: luck.dice,
                dice: number.format(luck.dice),
                z: number.format(luck.z),
              })}
            </p>
            <p className="profile-note">{t('fair.luck.why')}</p>
          </>
        )}
      </ReadingPart>
    </>
  )
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div className="profile-figure">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function usePerson(name: string): Person | 'nobody' | 'unreachable' | 'asking' {
  const [person, setPerson] = useState<Person | 'nobody' | 'unreachable' | 'asking'>('asking')
  useEffect(() => {
    const stop = new AbortController()
    void personOf(name, stop.signal).then(found => {
      if (!stop.signal.aborted) setPerson(found)
    })
    return () => stop.abort()
  }, [name])
  return person
}
