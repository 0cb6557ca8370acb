import type { Rejection } from '@diceroom/shared/protocol/rejections.ts'
import { useRef, useState } from 'react'
import { useAsking } from './use-asking.ts'

type Answering = Promise<{ readonly ok: true } | { readonly ok: false; readonly error: Rejection }>

interface Wish<Value> {
  /** What was wished for, until the server has answered; then what is. */
  readonly value: Value
  /** Why the last wish was refused, in the reader's language. */
  readonly error: string | undefined
  wish(value: Value, answering: Answering): void
}

/** A setting that shows at once what a hand has set it to. */
export function useWish<Value>(actual: Value): Wish<Value> {
  const { error, ask } = useAsking()
  const [wished, setWished] = useState<{ readonly value: Value } | null>(null)
  const latest = useRef<object | null>(null)
  const wish = async (value: Value, answering: Answering) => {
    const mine = { value }
    latest.current = mine
    setWished(mine)
    await ask(answering)
    if (latest.current === mine) setWished(null)
  }
  return { value: wished ? wished.value : actual, error, wish }
}
