import './say-field.css'
import { type FormEvent, useState } from 'react'
import { Icon } from './icon.tsx'
import { TextField } from './text-field.tsx'

interface SayFieldProps {
  readonly label: string
  readonly sendLabel: string
  /** the longest line, in characters */
  readonly max: number
  /** Says a line; gives the reason, in words, where it could not be said. */
  readonly onSay: (text: string) => Promise<string | undefined>
}

/** Enter sends, and the field is empty at once; what could not be said comes back. */
export function SayField({ label, sendLabel, max, onSay }: SayFieldProps) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const say = async (event: FormEvent) => {
    event.preventDefault()
    const line = text.trim()
    if (line === '') return
    setText('')
    setError(undefined)
    const reason = await onSay(line)
    if (reason === undefined) return
    setError(reason)
    setText(now => now || line)
  }
  return (
    <form className="say" onSubmit={say}>
      <TextField
        label={label}
        labelled="hidden"
        placeholder={label}
        value={text}
        onChange={event => setText(event.target.value)}
        maxLength={max}
        dir="auto"
        autoComplete="off"
        enterKeyHint="send"
        error={error}
        action={
          <button type="submit" className="say-send" aria-label={sendLabel}>
            <Icon name="send" />
          </button>
        }
      />
    </form>
  )
}
