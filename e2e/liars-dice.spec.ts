import { expect, type Locator } from '@playwright/test'
import type { Player } from './play/player.ts'
import { test } from './play/test.ts'

/** A table of Liar's Dice at which both sit and which was started. */
async function begun([ada, bo]: readonly [Player, Player]): Promise<void> {
  const made = await ada.page.request.post(`${ada.url}/api/rooms`, { data: { game: 'liars-dice' } })
  const { room }: { room: string } = await made.json()
  await ada.joins(room)
  await bo.joins(room)
  await ada.start.click()
  for (const { page } of [ada, bo]) await expect(cupOf(page)).toBeVisible({ timeout: 15_000 })
}

const cupOf = (page: Player['page']): Locator => page.getByRole('button', { name: /^Your cup/ })
const diceOf = (page: Player['page']): Locator => page.getByText(/^Your dice: \d( \d){4}$/)

/** Whoever is to act, and the other one. */
async function inTurn([ada, bo]: readonly [Player, Player]): Promise<readonly [Player, Player]> {
  const bids = (player: Player) => player.page.getByRole('group', { name: 'Your bid' })
  await expect.poll(async () => (await bids(ada).count()) + (await bids(bo).count())).toBe(1)
  return (await bids(ada).count()) === 1 ? [ada, bo] : [bo, ada]
}

/** Everything that the server sends to a page. */
function heardBy({ page }: Player): readonly string[] {
  const heard: string[] = []
  page.on('websocket', socket => socket.on('framereceived', ({ payload }) => heard.push(String(payload))))
  page.on('response', async response => {
    if (response.url().includes('/socket.io/')) heard.push(await response.text().catch(() => ''))
  })
  return heard
}

/** The faces of every hidden roll that a page was told of. */
const hiddenFaces = (heard: readonly string[]): readonly string[] =>
  heard
    .flatMap(frame => [...frame.matchAll(/"faces":(\[[\d,]*\]|null),"secretTo":(\d)/g)])
    .map(([, faces, seat]) => `${seat}: ${faces}`)

test('[PG195] the own dice are seen only while the cup is held', async ({ pair }) => {
  await begun(pair)
  const [{ page }] = pair
  const cup = cupOf(page)
  await expect(diceOf(page)).toHaveCount(0)

  await cup.hover()
  await page.mouse.down()
  await expect(diceOf(page)).toBeAttached()
  await page.mouse.up()
  await expect(diceOf(page)).toHaveCount(0)

  await cup.focus()
  for (const key of ['Space', 'Enter']) {
    await page.keyboard.down(key)
    await expect(diceOf(page)).toBeAttached()
    await page.keyboard.up(key)
    await expect(diceOf(page)).toHaveCount(0)
  }

  await page.keyboard.down('Space')
  await expect(diceOf(page)).toBeAttached()
  await page.keyboard.press('Tab')
  await expect(diceOf(page)).toHaveCount(0)
})

test('[PG196] two people bid, one doubts, and both read who loses what', async ({ pair }) => {
  const heard = pair.map(heardBy)
  await begun(pair)
  const [first, second] = await inTurn(pair)

  await first.page.getByRole('button', { name: '4s' }).click()
  await first.page.getByRole('button', { name: 'One die more' }).click()
  await first.page.getByRole('button', { name: /^Bid two 4s/ }).click()
  for (const { page } of pair) await expect(page.getByText(`${first.name} bids two 4s`).first()).toBeVisible()

  // Only what is higher can be bid.
  await expect(second.page.getByRole('button', { name: /^Bid three 4s/ })).toBeVisible()
  await second.page.getByRole('button', { name: '2s' }).click()
  await expect(second.page.getByRole('button', { name: /^Bid three 2s/ })).toBeVisible()

  for (const [at, { page }] of pair.entries()) {
    const hidden = hiddenFaces(heard[at] ?? [])
    expect(hidden.length, 'hidden rolls that a page was told of').toBeGreaterThanOrEqual(2)
    const known = hidden.filter(roll => !roll.endsWith('null'))
    expect(new Set(known).size, 'hands that a page knows').toBe(1)
    await expect(page.getByText(/the cups are lifted/)).toHaveCount(0)
  }

  await second.page.getByRole('button', { name: 'Liar', exact: true }).click()
  for (const { page } of pair) {
    const open = page.getByRole('region', { name: 'Round 1: the cups are lifted' })
    await expect(open).toBeVisible()
    await expect(open.getByText(/^(Ada|Bo) loses a die$/)).toBeVisible({ timeout: 15_000 })
    await page.getByRole('button', { name: /^Go on/ }).click()
    await expect(cupOf(page)).toBeVisible()
  }
  await inTurn(pair)
})
