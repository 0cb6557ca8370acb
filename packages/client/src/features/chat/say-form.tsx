import { TEXT_MAX } from '@diceroom/shared/protocol/limits.ts'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import { TextLine } from '@diceroom/shared/protocol/text.ts'
import { useTranslation } from 'react-i18next'
import { SayField } from '../../ui/say-field.tsx'

interface SayFormProps {
  readonly onSay: (text: string) => Promise<Answer<'chat'>>
}

/** A field to say something to the table. */
export function SayForm({ onSay }: SayFormProps) {
  const { t } = useTranslation()
  const say = async (text: string) => {
    const line = TextLine.safeParse(text)
    if (!line.success) return t(text.length > TEXT_MAX ? 'refused.too_large' : 'refused.bad_request')
    const answer = await onSay(line.data)
    return answer.ok ? undefined : t(`refused.${answer.error.code}`)
  }
  return <SayField label={t('talk.say')} sendLabel={t('talk.send')} max={TEXT_MAX} onSay={say} />
}
