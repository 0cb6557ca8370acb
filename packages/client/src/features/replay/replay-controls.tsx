import './replay-controls.css'
import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Select } from '../../ui/select.tsx'
import { type Playing, type ReplayPlayer, SPEEDS } from './player.ts'

interface ReplayControlsProps {
  readonly player: ReplayPlayer
  readonly playing: Playing
  /** what happened at the stop, in words */
  readonly said: string
  /** opens the list of moves where it has no place of its own */
  readonly movesButton: ReactNode
}

/** Where the replay stands, and everything that moves it. Time goes from left to right in every script. */
export function ReplayControls({ player, playing, said, movesButton }: ReplayControlsProps) {
  const { t } = useTranslation()
  const { at, motion, speed } = playing
  const { last } = player
  const isPlaying = motion === 'playing'
  return (
    <section className="replay-controls" aria-label={t('replay.controls')} dir="ltr">
      <div className="replay-place">
        <input
          type="range"
          className="replay-slider"
          aria-label={t('replay.move')}
          aria-valuetext={t('replay.at', { at, last, said })}
          min={0}
          max={last}
          value={at}
          style={{ '--gone': `${last === 0 ? 0 : (100 * at) / last}%` } as CSSProperties}
          onChange={event => player.jump(event.target.valueAsNumber)}
        />
        <output className="replay-count">
          <strong>{at}</strong> / {last}
        </output>
      </div>
      <div className="replay-buttons">
        <span className="replay-speed">
          <Select
            label={t('replay.speed')}
            value={`${speed}`}
            options={SPEEDS.map(one => ({ value: `${one}`, label: `${one}×` }))}
            onChange={chosen => {
              const wished = SPEEDS.find(one => `${one}` === chosen)
              if (wished) player.setSpeed(wished)
            }}
          />
        </span>
        <Button
          kind="secondary"
          aria-label={t('replay.back')}
          aria-disabled={at === 0}
          onClick={() => player.back()}
        >
          <Icon name="back" />
        </Button>
        <Button kind="action" onClick={() => player.toggle()}>
          <Icon name={isPlaying ? 'pause' : 'play'} />
          <span className="replay-toggle-words">{t(isPlaying ? 'replay.pause' : 'replay.play')}</span>
        </Button>
        <Button
          kind="secondary"
          aria-label={t('replay.forward')}
          aria-disabled={at === last}
          onClick={() => player.forward()}
        >
          <Icon name="forward" />
        </Button>
        {movesButton}
      </div>
    </section>
  )
}
