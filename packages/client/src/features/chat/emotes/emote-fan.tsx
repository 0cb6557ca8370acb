import './emote-fan.css'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import { EMOTES, type Emote } from '@diceroom/shared/room/room.ts'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InlineError } from '../../../ui/inline-error.tsx'
import { useAsking } from '../../../words/use-asking.ts'
import { EmotePicture } from './emote-picture.tsx'
import { EMOTE_WORDS } from './emotes.ts'

interface EmoteFanProps {
  readonly onReact: (emote: Emote) => Promise<Answer<'react'>>
}

/** A button that opens to six reactions. One tap sends one, and it closes; Escape and a tap beside it close it, too. */
export function EmoteFan({ onReact }: EmoteFanProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { error, ask } = useAsking()
  const whole = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const fan = useId()

  useEffect(() => {
    if (!isOpen) return
    whole.current?.querySelector<HTMLElement>('.emote-choice')?.focus()
    const beside = ({ target }: Event) => {
      if (target instanceof Node && !whole.current?.contains(target)) setOpen(false)
    }
    document.addEventListener('pointerdown', beside)
    return () => document.removeEventListener('pointerdown', beside)
  }, [isOpen])

  const close = () => {
    setOpen(false)
    opener.current?.focus()
  }
  const react = (emote: Emote) => {
    close()
    ask(onReact(emote))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape reaches it from the buttons within
    <div
      ref={whole}
      className="emotes"
      onKeyDown={event => {
        if (event.key !== 'Escape' || !isOpen) return
        event.stopPropagation()
        close()
      }}
    >
      <button
        ref={opener}
        type="button"
        className="emotes-open"
        aria-label={t('emote.open')}
        aria-expanded={isOpen}
        aria-controls={isOpen ? fan : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <EmotePicture emote="laugh" />
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's
        <div id={fan} role="group" aria-label={t('emote.open')} className="emotes-fan">
          {EMOTES.map(emote => (
            <button
              key={emote}
              type="button"
              className="emote-choice"
              aria-label={t(EMOTE_WORDS[emote])}
              title={t(EMOTE_WORDS[emote])}
              onClick={() => react(emote)}
            >
              <EmotePicture emote={emote} />
            </button>
          ))}
        </div>
      )}
      <span className="emotes-error">
        <InlineError message={error} />
      </span>
    </div>
  )
}
