import { axeFindsNothing } from './play/axe.ts'
import type { Player } from './play/player.ts'
import { finishRace } from './play/quick-race.ts'
import { closesSheets, opensFromMenu, opensSeat, sheet } from './play/sheets.ts'
import { expect, test } from './play/test.ts'

test.use({ settings: { RATE_LIMIT_PER_SECOND: '2000', RATE_LIMIT_BURST: '4000', BOT_THINK_MS: '0-10' } })

/** A race of these people, begun by the first one; gives its code. */
async function race(players: readonly Player[]): Promise<string> {
  const [host, ...others] = players
  if (!host) throw new Error('nobody races')
  for (const { page } of players) await page.emulateMedia({ reducedMotion: 'reduce' })
  const code = await host.opens('Race')
  for (const player of others) await player.joins(code)
  await host.start.click()
  await expect(host.page.getByRole('list', { name: 'Seats' })).toContainText(/your turn|to play/)
  return code
}

/** The link that a sheet offers, as this player finds the server. */
async function linkIn(player: Player): Promise<string> {
  const { pathname, search } = new URL(await player.page.getByRole('textbox', { name: 'Link' }).inputValue())
  return `${player.url}${pathname}${search}`
}

test('[PG137] a link moves a seat to another device, once, in the middle of a game', async ({ players }) => {
  const [ada, bo, phone, late] = await players(4)
  if (!ada || !bo || !phone || !late) throw new Error('expected players')
  await race([ada, bo])
  const elsewhere = await opensFromMenu(ada, /^Play on another device/, 'Go on elsewhere')
  await expect(elsewhere.getByRole('img', { name: /QR code/ })).toBeVisible()
  await axeFindsNothing(ada.page)
  const link = await linkIn(ada)
  await closesSheets(ada)
  await phone.page.goto(link)
  await expect(phone.seat('Ada')).toContainText(/you|your turn/)
  expect(new URL(phone.page.url()).search).toBe('')
  await expect(ada.page.getByText('A game is in play. You are watching.')).toBeVisible()
  await expect(bo.seat('Ada')).toBeVisible()
  await phone.page.reload()
  await expect(phone.seat('Ada')).toContainText(/you|your turn/)
  await late.page.goto(link)
  await expect(late.page.getByRole('heading', { level: 1 })).toHaveText(/has been used, or is too old/)
  await axeFindsNothing(late.page)
  await late.page.getByRole('button', { name: 'To the table' }).click()
  await expect(late.seat('Ada')).toBeVisible()
})

test('[PG138] who watches is counted by name, waits for the next game, and plays in the rematch', async ({
  players,
  server,
}) => {
  const [ada, bo, lin] = await players(3)
  if (!ada || !bo || !lin) throw new Error('expected players')
  const code = await race([ada, bo])
  await lin.follows(code)
  await lin.page.getByRole('textbox', { name: 'Your name' }).fill(lin.name)
  const queue = lin.page.getByRole('button', { name: 'Play in the next game', exact: true })
  await queue.click()
  await lin.page.getByRole('button', { name: /You play in the next game/ }).click()
  await expect(queue).toBeVisible()
  const people = await opensFromMenu(ada, /^People/, 'People')
  await expect(people.getByRole('region', { name: 'Watching' }).getByRole('listitem')).toHaveText(/小林/)
  await queue.click()
  await expect(people.getByRole('region', { name: 'Play in the next game' })).toContainText('小林')
  await axeFindsNothing(ada.page)
  await closesSheets(ada)
  await finishRace(server.url, code, [ada, bo])
  await ada.page.getByRole('button', { name: 'Play again' }).click()
  await expect(ada.page.getByRole('list', { name: 'Seats' }).getByRole('listitem')).toHaveCount(3)
  await expect(lin.page.getByText('You are watching')).toHaveCount(0)
})

test('[PG139] the host gives the seat of who has left to somebody who watches', async ({ players }) => {
  const [ada, bo, lin] = await players(3)
  if (!ada || !bo || !lin) throw new Error('expected players')
  const code = await race([ada, bo])
  await lin.follows(code)
  await lin.page.getByRole('textbox', { name: 'Your name' }).fill(lin.name)
  await lin.page.getByRole('button', { name: 'Just watch' }).click()
  await expect(lin.page.getByText(/You are watching/).first()).toBeVisible()
  await bo.leaves()
  const seat = await opensSeat(ada, 'Bo')
  await axeFindsNothing(ada.page)
  await seat.getByRole('group', { name: 'Give this seat to' }).getByRole('button').click()
  await closesSheets(ada)
  await expect(lin.page.getByRole('list', { name: 'Seats' })).toContainText(/you|your turn/)
})

test('[PG140] the last one at the table goes on, or ends the game', async ({ pair }) => {
  const [ada, bo] = pair
  await race(pair)
  await bo.leaves()
  const left = ada.page.getByText('Everybody else has left.')
  await expect(left).toBeVisible()
  await axeFindsNothing(ada.page)
  await ada.page.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect(left).toHaveCount(0)
  await expect.poll(() => ada.canRoll()).toBe(true)
})

test('[PG140] the last one at the table ends the game', async ({ pair }) => {
  const [ada, bo] = pair
  await race(pair)
  await bo.leaves()
  await ada.page.getByRole('button', { name: 'End the game' }).click()
  await expect(ada.page.locator('.said')).toHaveText('The game was broken off')
  await expect(sheet(ada.page, 'This table')).toHaveCount(0)
})
