import type { Rejection, RejectionCode } from '@diceroom/shared/protocol/rejections.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

type Answering = Promise<{ readonly ok: true } | { readonly ok: false; readonly error: Rejection }>

interface Asking {
  /** Whether an answer is outstanding. */
  readonly state: 'idle' | 'waiting'
  /** Why the last wish was refused, in the reader's language. */
  readonly error: string | undefined
  readonly code: RejectionCode | null
  /** Waits for an answer, and says whether it was a yes. */
  ask(answering: Answering): Promise<'done' | 'refused'>
}

/** What a hand asked of the server, so that the answer can be shown where the hand was. */
export function useAsking(): Asking {
  const { t } = useTranslation()
  const [state, setState] = useState<'idle' | 'waiting'>('idle')
  const [refused, setRefused] = useState<RejectionCode | null>(null)
  const ask = async (answering: Answering) => {
    setState('waiting')
    setRefused(null)
    const answer = await answering
    setState('idle')
    if (answer.ok) return 'done'
    setRefused(answer.error.code)
    return 'refused'
  }
  return { state, error: refused ? t(`refused.${refused}`) : undefined, code: refused, ask }
}
