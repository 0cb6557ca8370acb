import { TEXT_MAX } from '@diceroom/shared/protocol/limits.ts'
import type { RejectionCode } from '@diceroom/shared/protocol/rejections.ts'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import { TextLine } from '@diceroom/shared/protocol/text.ts'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/icon.tsx'
import { TextField } from '../../ui/text-field.tsx'

interface SayFormProps {
  readonly onSay: (text: string) => Promise<Answer<'chat'>>
}

/** Enter sends, and the field is empty at once; what could not be said comes back. */
export function SayForm({ onSay }: SayFormProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [error, setError] = useState<RejectionCode | null>(null)
  const say = async (event: FormEvent) => {
    event.preventDefault()
    const line = TextLine.safeParse(text.trim())
    if (text.trim() === '') return
    if (!line.success) {
      setError(text.length > TEXT_MAX ? 'too_large' : 'bad_request')
      return
    }
    setText('')
    setError(null)
    const answer = await onSay(line.data)
    if (answer.ok) return
    setError(answer.error.code)
    setText(now => now || line.data)
  }
  return (
    <form className="say" onSubmit={say}>
      <TextField
        label={t('talk.say')}
        labelled="hidden"
        placeholder={t('talk.say')}
        value={text}
        onChange={event => setText(event.target.value)}
        maxLength={TEXT_MAX}
        dir="auto"
        autoComplete="off"
        enterKeyHint="send"
        error={error ? t(`refused.${error}`) : undefined}
        action={
          <button type="submit" className="say-send" aria-label={t('talk.send')}>
            <Icon name="send" />
          </button>
        }
      />
    </form>
  )
}
