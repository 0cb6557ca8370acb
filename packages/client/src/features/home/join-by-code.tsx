import { CODE_LENGTH, isFiledRoom, namedRoom, normalizeCode } from '@diceroom/shared/protocol/room-code.ts'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { roomExists } from './rooms-api.ts'

interface JoinByCodeProps {
  readonly onJoin: (code: string) => void
}

/** The code, or the name, in a link to a table. */
function inLink(text: string): string | null {
  const code = /\/r\/([^/?#\s]+)/.exec(text)?.[1]
  if (code === undefined) return null
  try {
    return decodeURIComponent(code)
  } catch {
    return code
  }
}

type Trouble = 'home.noSuchCode' | 'home.badCode' | 'home.unreachable'

/** Takes a code as people read it out or type it, in any case, with or without the dot; or the whole link. */
export function JoinByCode({ onJoin }: JoinByCodeProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const join = async (event: FormEvent) => {
    event.preventDefault()
    const typed = inLink(text) ?? text.trim()
    const normalized = normalizeCode(typed)
    // what can be no code may be the name of a room
    const code = isFiledRoom(normalized) ? normalized : namedRoom(typed)
    const missing = normalized.length === CODE_LENGTH ? 'home.noSuchCode' : 'home.badCode'
    if (code === null) {
      setTrouble(missing)
      return
    }
    const found = await roomExists(code)
    if (found === 'yes') onJoin(code)
    else setTrouble(found === 'no' ? missing : 'home.unreachable')
  }
  return (
    <form className="join-by-code" onSubmit={join} noValidate>
      <TextField
        label={t('home.code')}
        placeholder={t('home.codeHint')}
        value={text}
        onChange={event => {
          setText(event.target.value)
          setTrouble(null)
        }}
        maxLength={200}
        autoCapitalize="characters"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        error={trouble ? t(trouble) : undefined}
        action={
          <Button kind="quiet" type="submit">
            {t('home.join')}
          </Button>
        }
      />
    </form>
  )
}
