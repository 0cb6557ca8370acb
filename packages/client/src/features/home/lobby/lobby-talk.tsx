import { TEXT_MAX } from '@diceroom/shared/protocol/limits.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { FollowingLog } from '../../../ui/following-log.tsx'
import { SayField } from '../../../ui/say-field.tsx'
import type { LobbyTalk } from './lobby-chat.ts'
import type { LobbyLine } from './lobby-log.ts'
import { shownText } from './shown-text.ts'
import type { useLobbyChat } from './use-lobby.ts'

interface LobbyTalkViewProps {
  readonly chat: ReturnType<typeof useLobbyChat>
}

/** What is said, what is wrong with the connection, and a field to say something. */
export function LobbyTalkView({ chat: { log, way, isRead, say } }: LobbyTalkViewProps) {
  const { t } = useTranslation()
  const lines = log.lines.flatMap(line => {
    const text = shownText(line.text)
    return text === null ? [] : [{ ...line, text }]
  })
  const sends = async (text: string) => {
    const said = (await say?.(text)) ?? 'not open'
    if (said === 'said') return undefined
    if (said === 'not open') return t('lobby.notSent')
    return said === 'lost' ? t('lobby.maybeSent') : t(`refused.${said}`)
  }
  return (
    <div className="lobby-talk">
      {lines.length === 0 ? (
        <p className="lobby-quiet">{isRead && t('lobby.quiet')}</p>
      ) : (
        <FollowingLog
          label={t('lobby.talk')}
          live="polite"
          newest={lines.at(-1)?.key}
          toNewest={since => {
            const count = lines.filter(({ key }) => key > (since ?? 0)).length
            return count > 0 ? t('talk.new', { count }) : t('talk.newest')
          }}
        >
          {lines.map(line => (
            <Line key={line.key} line={line} />
          ))}
        </FollowingLog>
      )}
      <Trouble way={way} />
      <SayField label={t('lobby.say')} sendLabel={t('talk.send')} max={TEXT_MAX} onSay={sends} />
    </div>
  )
}

function Line({ line: { by, at, text } }: { readonly line: LobbyLine }) {
  const { t, i18n } = useTranslation()
  return (
    <li className={`lobby-line ${by === 'you' ? 'lobby-line-own' : ''}`}>
      <p className="lobby-who">
        {by === 'you' && t('lobby.you')}
        {by === 'guest' && t('lobby.guest')}
        {typeof by === 'object' && (
          <strong>
            <Link href={`/people/${encodeURIComponent(by.name)}`} className="lobby-known">
              <bdi>{by.name}</bdi>
            </Link>
          </strong>
        )}{' '}
        <time dateTime={new Date(at).toISOString()}>{timeOf(at, i18n.language)}</time>
      </p>
      <p className="lobby-text">
        <bdi>{text}</bdi>
      </p>
    </li>
  )
}

/** The time of day, and the day where it is another one. */
function timeOf(at: number, language: string): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  const day = isToday ? {} : ({ weekday: 'short' } as const)
  return new Intl.DateTimeFormat(language, {
    ...day,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

function Trouble({ way }: Pick<LobbyTalk, 'way'>) {
  const { t } = useTranslation()
  return (
    <p role="status" className="lobby-trouble">
      {(way === 'lost' || way === 'asking') && (
        <>
          {t(`lobby.${way}`)} <Link href="/connection">{t('lobby.check')}</Link>
        </>
      )}
    </p>
  )
}
