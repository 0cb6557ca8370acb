import type { RequestInput, RequestName } from '@diceroom/shared/protocol/client-to-server.ts'
import type { RejectionCode } from '@diceroom/shared/protocol/rejections.ts'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import { BackOff } from './back-off.ts'
import type { Cancel, Environment } from './environment.ts'
import type { Line } from './line.ts'

/** After so much silence a request is sent again. */
const SILENCE_MS = 8_000

/** Refusals that have nothing to do with what was asked. */
const PASSING: ReadonlySet<RejectionCode> = new Set(['rate_limited', 'storage_unavailable'])

export interface Question<Name extends RequestName> {
  readonly name: Name
  readonly payload: RequestInput<Name>
  /** For how long passing refusals are answered by trying again, in ms. */
  readonly patience: number
  /** Called once, unless it was cancelled before. */
  answered(answer: Answer<Name>): void
  /** Refused for the moment: it will be sent again, and `resumed` then. */
  held?(): void
  resumed?(): void
}

/** Asks over one line until there is an answer: again after silence, and again after refusals that pass. */
export function ask<Name extends RequestName>(
  line: Line,
  { clock, random }: Pick<Environment, 'clock' | 'random'>,
  question: Question<Name>,
): Cancel {
  const backOff = new BackOff({ first: 500, longest: 5_000, random })
  let isOver = false
  let stopTimer: Cancel = () => {}
  let refusedSince: number | null = null

  const answered = (answer: Answer<Name>) => {
    if (isOver) return
    stopTimer()
    if (!answer.ok && PASSING.has(answer.error.code)) {
      refusedSince ??= clock.now()
      if (clock.now() - refusedSince < question.patience) {
        stopTimer = clock.after(backOff.next(), () => {
          send()
          question.resumed?.()
        })
        question.held?.()
        return
      }
    }
    isOver = true
    question.answered(answer)
  }

  const send = () => {
    const sentAt = clock.now()
    stopTimer = clock.after(SILENCE_MS, () => {
      line.doubt(sentAt)
      if (!isOver) send()
    })
    line.request(question.name, question.payload, answered)
  }

  send()
  return () => {
    isOver = true
    stopTimer()
  }
}
