import { numbersFrom } from '@diceroom/shared/testing/dice.ts'
import type { Page } from '@playwright/test'
import { AnyMoves } from './play/any-move.ts'
import { expect, test } from './play/test.ts'

test.use({ settings: { BOT_THINK_MS: '20-80', DEFAULT_CLOCK: '0' } })

interface Rolled {
  readonly faces: readonly number[] | null
  readonly secretTo?: number
}
interface Logged {
  readonly type: string
  readonly rolls?: readonly (Rolled & { readonly deal: number })[]
}

/** Everything that came to a page, byte by byte, in its order. */
function record(page: Page): string[] {
  const frames: string[] = []
  page.on('websocket', socket => {
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)))
  })
  return frames
}

/** All secret rolls that are told anywhere in a frame. */
function* rollsIn(value: unknown): Generator<Rolled> {
  if (typeof value !== 'object' || value === null) return
  if ('secretTo' in value && 'faces' in value) yield value as Rolled
  for (const inner of Object.values(value)) yield* rollsIn(inner)
}

const contentOf = (frame: string): unknown => {
  const packet = /^4[23]\d*(\[.*\])$/s.exec(frame)?.[1]
  return packet === undefined ? null : JSON.parse(packet)
}

async function logOf(url: string, code: string): Promise<readonly Logged[]> {
  const response = await fetch(`${url}/api/rooms/${code}/transcript`)
  const { events } = (await response.json()) as { events: readonly Logged[] }
  return events
}

test('[LD33] no browser is sent another’s hidden dice before they are shown', async ({ players }) => {
  test.setTimeout(240_000)
  const [ada, bo, watcher] = await players(3)
  if (!ada || !bo || !watcher) throw new Error('expected three people')
  const seats = [
    { player: ada, seat: 0, frames: record(ada.page) },
    { player: bo, seat: 1, frames: record(bo.page) },
    { player: watcher, seat: null, frames: record(watcher.page) },
  ]
  for (const { player } of seats) await player.page.emulateMedia({ reducedMotion: 'reduce' })
  const made = await fetch(`${ada.url}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ game: 'liars-dice', options: { dice: 6 } }),
  })
  const { room: code } = (await made.json()) as { room: string }
  await ada.joins(code)
  await bo.joins(code)
  await ada.addsBot('hard')
  await watcher.follows(code)
  await watcher.page.getByRole('textbox', { name: 'Your name' }).fill('Watcher')
  await watcher.page.getByRole('button', { name: 'Just watch' }).click()
  await ada.start.click()
  const movers = [ada, bo].map(player => new AnyMoves(player, numbersFrom(7)))
  const rounds = async () => (await logOf(ada.url, code)).filter(({ type }) => type === 'deal_closed').length
  while ((await rounds()) < 3) for (const mover of movers) await mover.press()

  // What each hand was is known now: the record of a closed deal shows it.
  const log = await logOf(ada.url, code)
  const hands = log
    .flatMap(({ rolls = [] }) => rolls)
    .filter(({ secretTo, faces }) => secretTo !== undefined && faces !== null)
  expect(hands.length).toBeGreaterThanOrEqual(9)
  for (const { player, seat, frames } of seats) {
    const told = frames.flatMap(frame => [...rollsIn(contentOf(frame))])
    expect(told.length, `hidden hands that ${player.name} was told of`).toBeGreaterThanOrEqual(9)
    for (const { secretTo, faces } of told) expect(faces !== null).toBe(secretTo === seat)
    expectShownLast(frames, hands, seat)
  }
})

/** As bytes, whatever they stand in: a hand of six dice is in no frame before the one that tells of its reveal. */
function expectShownLast(
  frames: readonly string[],
  hands: readonly (Rolled & { readonly deal: number })[],
  seat: number | null,
): void {
  const own = new Set(hands.filter(({ secretTo }) => secretTo === seat).map(({ faces }) => `${faces}`))
  for (const { faces, deal } of hands) {
    if (own.has(`${faces}`) || faces?.length !== 6) continue
    const first = frames.find(frame => frame.includes(JSON.stringify(faces)))
    const isReveal = first === undefined || first.includes('"revealed"')
    expect(isReveal, `the hand ${faces} of deal ${deal} in ${first?.slice(0, 300)}`).toBe(true)
  }
}
