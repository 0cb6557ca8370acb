import './replay-screen.css'
import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import type { Table } from '@diceroom/sdk/store/table.ts'
import type { Throw } from '@diceroom/sdk/store/throws.ts'
import type { Phase } from '@diceroom/shared/room/room.ts'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Actions } from '../../games/actions.tsx'
import { eventOf } from '../../games/event-of.ts'
import { faceOf } from '../../games/registry.ts'
import { useBoard } from '../../games/use-board.ts'
import { useWords } from '../../i18n/words.ts'
import { TakeAway } from '../../transcript/take-away.tsx'
import type { DiceHow } from '../../ui/dice/dice-how.ts'
import { Icon } from '../../ui/icon.tsx'
import { RoomCode, readable } from '../../ui/room-code.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TableLayout } from '../../ui/table-layout.tsx'
import { Wordmark } from '../../ui/wordmark.tsx'
import { useSpeak } from '../../words/said.tsx'
import { CheckLink, GameFacts } from './game-facts.tsx'
import { MovesButton } from './moves-button.tsx'
import { MovesList } from './moves-list.tsx'
import { ReplayControls } from './replay-controls.tsx'
import { ReplaySaid } from './replay-said.tsx'
import { useMotion, usePlayer } from './use-player.ts'
import type { Replay } from './use-replay.ts'

/** The table at a moment of the replay. */
interface Moment {
  /** As shown: what the dice in the air decide is not known yet. */
  readonly shown: Table
  /** The throw that is in the air. */
  readonly flying: Throw | null
  /** The events, with what is still in the air. */
  readonly feed: readonly FeedEntry[]
  readonly onLanded: (throwKey: string) => void
}

interface ReplayScreenProps {
  readonly replay: Replay
  /** the parts of a table, as in live play */
  readonly seats: (shown: Table, onSeat: () => void) => ReactNode
  readonly dice: (moment: Moment, how: DiceHow | undefined) => ReactNode
  readonly result: (shown: Table) => ReactNode
  /** the ways to send on a link that leads to this move */
  readonly share: (path: string, onClose: () => void) => ReactNode
}

/** A game that is over, on the table that it was played on, with a clock that goes both ways. */
export function ReplayScreen({ replay, ...parts }: ReplayScreenProps) {
  const { t, i18n } = useTranslation()
  const speak = useSpeak()
  const read = useWords()
  const board = useBoard()
  const { stops, number, transcript } = replay
  const { player, playing } = usePlayer(stops)
  const [sheet, setSheet] = useState<'none' | 'share' | 'about'>('none')
  const tray = useRef<HTMLDivElement>(null)
  useMotion(playing, tray)
  const stop = stops[playing.at]
  if (!stop) throw new Error(`a replay without stop ${playing.at}`)

  const flying = stop.throws[playing.landed] ?? null
  const shown = flying ? (stops[playing.at - 1] ?? stop).table : stop.table
  const { room } = shown
  const about = { game: read(faceOf(room.game).name), number, code: readable(room.room) }
  const title = t('replay.title', about)
  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const closeSheet = () => setSheet('none')
  const jump = useCallback((to: number) => player.jump(to), [player])
  const sitting = useSitting(room.phase)

  useEffect(() => {
    document.title = `${title} · Dice Room`
  }, [title])

  return (
    <>
      <TableLayout
        title={title}
        trayLabel={t('room.board')}
        header={
          <>
            <Link href="/" className="replay-home">
              <Wordmark />
            </Link>
            <span className="replay-tools">
              <button
                type="button"
                className="replay-more"
                aria-label={t('replay.about')}
                onClick={() => setSheet('about')}
              >
                <Icon name="more" />
              </button>
              <RoomCode
                game={t('replay.number', about)}
                code={room.room}
                label={t('replay.share')}
                onShare={() => setSheet('share')}
              />
            </span>
          </>
        }
        connection={
          <p className="replay-line">{t('replay.line', { ...about, date: date.format(replay.endedAt) })}</p>
        }
        seats={parts.seats(shown, () => setSheet('about'))}
        tray={
          <div key={sitting} ref={tray} className="replay-tray">
            <board.Playfield
              state={room.view}
              options={room.options}
              seats={room.seats.filter(holder => holder !== null)}
              feed={shown.feed}
              thrown={flying && eventOf(flying, stop.table.feed)}
              game={room.games}
              me={null}
              legal={[]}
              onMove={() => {}}
              Actions={Actions}
              dice={how =>
                parts.dice({ shown, flying, feed: stop.table.feed, onLanded: key => player.landed(key) }, how)
              }
              celebration={room.phase === 'over' ? parts.result(shown) : null}
            />
          </div>
        }
        said={<ReplaySaid stop={flying ? stops[playing.at - 1] : stop} flying={flying} />}
        actions={
          <ReplayControls
            player={player}
            playing={playing}
            said={stop.said ? speak(stop.said) : t('replay.unsaid')}
            movesButton={<MovesButton stops={stops} at={playing.at} onJump={jump} />}
          />
        }
        talk={
          <section className="replay-moves" aria-label={t('replay.moves')}>
            <h2 className="replay-moves-title">{t('replay.moves')}</h2>
            <MovesList stops={stops} at={playing.at} onJump={jump} />
            <CheckLink room={transcript.room} />
            <TakeAway transcript={transcript} />
          </section>
        }
      />
      {sheet === 'share' &&
        parts.share(`/replay/${transcript.room}/${number}?move=${playing.at}`, closeSheet)}
      {sheet === 'about' && (
        <Sheet title={t('replay.about')} closeLabel={t('close')} onClose={closeSheet}>
          <GameFacts replay={replay} />
        </Sheet>
      )}
    </>
  )
}

/** Counts how often the end was left again: a board that has celebrated forgets it, and is one that never did. */
function useSitting(phase: Phase): number {
  const [last, setLast] = useState({ phase, sitting: 0 })
  if (last.phase === phase) return last.sitting
  const sitting = last.phase === 'over' ? last.sitting + 1 : last.sitting
  setLast({ phase, sitting })
  return sitting
}
