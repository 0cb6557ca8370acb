import './talk-tools.css'
import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import { isTableEvent } from '@diceroom/shared/room/events.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hearHere, muteHere, useMutedHere } from '../../people/muted-here.ts'
import { InlineError } from '../../ui/inline-error.tsx'
import { RowButton } from '../../ui/row-button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Switch } from '../../ui/switch.tsx'
import { ToolIcon } from '../../ui/tool-icon.tsx'
import { useAsking } from '../../words/use-asking.ts'

interface TalkToolsProps {
  readonly feed: readonly FeedEntry[]
  /** oneself is neither muted nor reported */
  readonly me: PlayerId
  readonly onReport: (seq: number) => Promise<Answer<'report'>>
  readonly onClose: () => void
}

interface Line {
  readonly seq: number
  readonly text: string
}

interface Speaker {
  readonly player: PlayerId
  readonly name: string
  readonly lines: readonly Line[]
}

/** So many of somebody's latest lines can be reported. */
const LINES = 5

/** Whom one does not want to hear on this device, and lines for whoever runs the server to see. */
export function TalkTools({ feed, me, onReport, onClose }: TalkToolsProps) {
  const { t } = useTranslation()
  const speakers = speakersIn(feed).filter(({ player }) => player !== me)
  return (
    <Sheet title={t('talk.tools')} closeLabel={t('close')} onClose={onClose}>
      <div className="talk-tools">
        <p className="talk-tools-why">{t(speakers.length === 0 ? 'talk.toolsNone' : 'talk.reportWhy')}</p>
        {speakers.map(speaker => (
          <SpeakerPart key={speaker.player} speaker={speaker} onReport={onReport} />
        ))}
      </div>
    </Sheet>
  )
}

interface SpeakerPartProps extends Pick<TalkToolsProps, 'onReport'> {
  readonly speaker: Speaker
}

function SpeakerPart({ speaker: { player, name, lines }, onReport }: SpeakerPartProps) {
  const { t } = useTranslation()
  const isHidden = useMutedHere().includes(player)
  const [reported, setReported] = useState<readonly number[]>([])
  const { state, error, ask } = useAsking()
  const report = async (seq: number) => {
    if (state === 'waiting' || reported.includes(seq)) return
    if ((await ask(onReport(seq))) === 'done') setReported(before => [...before, seq])
  }
  return (
    <section className="rows" aria-label={name}>
      <Switch
        label={t('seat.hideHere', { name })}
        why={t('seat.hideHereWhy')}
        isOn={isHidden}
        onChange={hides => (hides ? muteHere(player) : hearHere(player))}
      />
      {lines.map(({ seq, text }) => (
        <RowButton
          key={seq}
          icon={<ToolIcon name="flag" />}
          label={text}
          why={t(reported.includes(seq) ? 'talk.reported' : 'talk.report')}
          aria-label={reported.includes(seq) ? undefined : t('talk.reportLine', { text })}
          aria-disabled={reported.includes(seq)}
          onClick={() => report(seq)}
        />
      ))}
      <InlineError message={error} />
    </section>
  )
}

/** Everybody who has said something, whoever spoke last first, with their latest lines. */
function speakersIn(feed: readonly FeedEntry[]): readonly Speaker[] {
  const found = new Map<PlayerId, Speaker>()
  for (const { event } of feed) {
    if (!isTableEvent(event) || event.type !== 'chat') continue
    const { seq, player, name, text } = event
    const lines = [...(found.get(player)?.lines ?? []), { seq, text }].slice(-LINES)
    found.delete(player)
    found.set(player, { player, name, lines })
  }
  return [...found.values()].toReversed()
}
