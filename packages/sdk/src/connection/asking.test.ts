import { type Refusal, refuse } from '@diceroom/shared/protocol/rejections.ts'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { ask } from './asking.ts'
import type { Line } from './line.ts'
import { FakeEnvironment } from './testing/fake-environment.ts'

const FINAL = refuse('forbidden', 'Never.')
const BUSY = refuse('rate_limited', 'Slowly, please.')

let environment: FakeEnvironment
/** How each request that was sent can be answered. */
let sent: ((answer: Refusal) => void)[]
let answers: Answer<'chat'>[]
let doubts: number[]

beforeEach(() => {
  environment = new FakeEnvironment()
  sent = []
  answers = []
  doubts = []
})

const line: Line = {
  request: (_name, _payload, answer) => sent.push(answer),
  doubt: sentAt => doubts.push(sentAt),
}

const begin = (patience = 10_000) =>
  ask(line, environment, {
    name: 'chat',
    payload: { id: 'c1', room: 'DESK22', text: 'hello' },
    patience,
    answered: answer => answers.push(answer),
  })

describe('a question', () => {
  it('is answered once, whatever comes after', async () => {
    begin()
    for (const answer of [FINAL, FINAL, BUSY]) sent[0]?.(answer)
    await environment.clock.pass(60_000)
    expect(answers).toEqual([FINAL])
    expect(sent).toHaveLength(1)
  })

  it('is sent again every 8 s while nothing comes, and raises doubts', async () => {
    const began = environment.clock.now()
    begin()
    await environment.clock.pass(17_000)
    expect(sent).toHaveLength(3)
    expect(doubts).toEqual([began, began + 8_000])
    sent[0]?.(FINAL)
    await environment.clock.pass(60_000)
    expect(sent).toHaveLength(3)
    expect(answers).toEqual([FINAL])
  })

  it('that is refused for the moment is sent again, until patience ends', async () => {
    begin(2_000)
    sent[0]?.(BUSY)
    await environment.clock.pass(400)
    expect(sent).toHaveLength(2)
    sent[1]?.(BUSY)
    await environment.clock.pass(800)
    expect(answers).toEqual([])
    await environment.clock.pass(1_000)
    sent[2]?.(BUSY)
    expect(answers).toEqual([BUSY])
  })

  it('is dropped when it is cancelled', async () => {
    begin()()
    sent[0]?.(FINAL)
    await environment.clock.pass(60_000)
    expect(answers).toEqual([])
    expect(sent).toHaveLength(1)
  })
})
