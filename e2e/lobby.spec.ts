import type { Locator, Page } from '@playwright/test'
import { axeFindsNothing } from './play/axe.ts'
import { overflows } from './play/layout.ts'
import type { Player } from './play/player.ts'
import { expect, test } from './play/test.ts'

const log = (page: Page): Locator => page.getByRole('log', { name: 'Lobby talk' })
const line = (page: Page, text: string): Locator => log(page).getByRole('listitem').filter({ hasText: text })
const box = (page: Page): Locator => page.getByRole('textbox', { name: 'Talk to everybody here' })
const lobby = (page: Page): Locator => page.getByRole('region', { name: 'Lobby' })

async function comes({ page, url }: Player): Promise<void> {
  await page.goto(url)
  await expect(box(page)).toBeVisible()
}

/** Says a line, and waits until it has come back. */
async function says(page: Page, text: string): Promise<void> {
  await box(page).fill(text)
  await page.keyboard.press('Enter')
  await expect(line(page, text)).toBeVisible()
}

/** A program that speaks the older wire. */
async function plainClient(url: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws/chat/`)
  await new Promise(resolve => socket.addEventListener('open', resolve, { once: true }))
  return socket
}

test('[LB1] [LB2] two talk in the lobby: Enter sends, the box is empty, and a third one reads it later', async ({
  players,
}) => {
  const [ada, bo, lin] = await players(3)
  if (!ada || !bo || !lin) throw new Error('expected three players')
  await comes(ada)
  await expect(lobby(ada.page)).toContainText('Nobody has said anything yet')
  await comes(bo)
  await says(ada.page, 'Anybody up for a race?')
  await expect(box(ada.page)).toHaveValue('')
  await expect(box(ada.page)).toBeFocused()
  await expect(line(ada.page, 'race?')).toContainText('You')
  await expect(line(bo.page, 'race?')).toContainText('Guest')
  await box(bo.page).fill('Sure')
  await bo.page.getByRole('button', { name: 'Send' }).click()
  await expect(line(ada.page, 'Sure')).toBeVisible()
  await comes(lin)
  await expect(log(lin.page).getByRole('listitem')).toHaveText([/Anybody up for a race\?$/, /Sure$/])
  for (const { page } of [ada, bo, lin]) {
    await expect(log(page).getByRole('listitem')).toHaveCount(2)
    await axeFindsNothing(page)
  }
})

test('[LB11] the log follows the newest line, unless one has scrolled up', async ({ pair }) => {
  const [ada, bo] = pair
  await comes(ada)
  await comes(bo)
  await box(ada.page).scrollIntoViewIfNeeded()
  const program = await plainClient(bo.url)
  for (let n = 1; n <= 25; n += 1) program.send(JSON.stringify({ message: `line ${n} of many` }))
  await expect(line(ada.page, 'line 25')).toBeInViewport()
  await log(ada.page).hover()
  await ada.page.mouse.wheel(0, -5_000)
  await expect(line(ada.page, 'line 1 of many')).toBeInViewport()
  await says(bo.page, 'are you there')
  await says(bo.page, 'or somewhere else')
  const toNewest = ada.page.getByRole('button', { name: '2 new lines' })
  await expect(toNewest).toBeVisible()
  await expect(line(ada.page, 'line 1 of many')).toBeInViewport()
  await toNewest.click()
  await expect(line(ada.page, 'or somewhere else')).toBeInViewport()
  await expect(toNewest).toHaveCount(0)
  await says(bo.page, 'good')
  await expect(line(ada.page, 'good')).toBeInViewport()
  program.close()
})

test('[LB10] people are counted once over their tabs, and right after they have gone no more', async ({
  pair,
}) => {
  const [ada, bo] = pair
  await comes(ada)
  await expect(lobby(ada.page)).toContainText('1 person online')
  await expect(lobby(ada.page)).toContainText('Just you so far')
  await comes(bo)
  await expect(lobby(ada.page)).toContainText('2 people online')
  const second = await bo.context.newPage()
  await second.goto(`${bo.url}/fairness`)
  const third = await bo.context.newPage()
  await third.goto(bo.url)
  await expect(lobby(third)).toContainText('2 people online')
  await expect(lobby(ada.page)).toContainText('2 people online')
  await third.close()
  await bo.page.close()
  await expect(lobby(ada.page)).toContainText('2 people online')
  await second.close()
  await expect(lobby(ada.page)).toContainText('1 person online')
})

test('[LB12] who sits at a public table is listed with it, one tap away; at a private one not', async ({
  pair,
}) => {
  const [ada, bo] = pair
  await comes(ada)
  const code = await bo.opens('Race')
  const there = ada.page.getByRole('link', { name: /^Bo at table/ })
  await expect(there).toHaveAttribute('href', `/r/${code}`)
  await axeFindsNothing(ada.page)
  const menu = await bo.opensMenu()
  await menu.getByRole('switch', { name: /start page/ }).click()
  await expect(there).toHaveCount(0)
  await menu.getByRole('switch', { name: /start page/ }).click()
  await there.click()
  await expect(ada.seat('Bo')).toBeVisible()
})

test('[LB3] who has an account is known by name, in the talk and among the people', async ({ pair }) => {
  const [ada, bo] = pair
  const account = { name: 'Ada Lovelace', password: 'the engine weaves patterns' }
  await ada.page.request.post(`${ada.url}/api/account/sign-up`, { data: account })
  await comes(ada)
  await comes(bo)
  await says(ada.page, 'Ada Byron: I am somebody else')
  await expect(line(bo.page, 'somebody else')).toHaveText(/^Ada Lovelace \d\d:\d\dAda Byron: I am/)
  await expect(line(ada.page, 'somebody else')).toHaveText(/^You/)
  await expect(lobby(bo.page).getByRole('list', { name: 'People who are here' })).toHaveText('Ada Lovelace')
  await expect(lobby(bo.page)).toContainText('and 1 guest')
  const links = lobby(bo.page).getByRole('link', { name: 'Ada Lovelace', exact: true })
  await expect(links).toHaveCount(2)
  for (const link of await links.all()) await expect(link).toHaveAttribute('href', '/people/Ada%20Lovelace')

  // At a table there are two ways: to her, and to the table.
  await ada.page.getByRole('button', { name: 'New table of Race with friends' }).click()
  await ada.page.getByRole('textbox', { name: 'Your name' }).fill('Ada Lovelace')
  await ada.page.getByRole('button', { name: 'Take a seat' }).click()
  await expect(ada.seat('Ada Lovelace')).toContainText('you')
  const code = ada.page.url().slice(-6)
  const there = lobby(bo.page).getByRole('link', { name: /^Ada Lovelace at table/ })
  await expect(there).toHaveAttribute('href', `/r/${code}`)
  await axeFindsNothing(bo.page)
  await links.first().click()
  await expect(bo.page.getByRole('heading', { level: 1 })).toHaveText('Ada Lovelace')
})

test('[LB5] [LB6] a lost connection is said and heals, and what could not be sent stays in the box', async ({
  pair,
  server,
}) => {
  const [ada, bo] = pair
  await comes(ada)
  await comes(bo)
  await says(ada.page, 'before')
  await server.end('SIGKILL')
  for (const { page } of pair) await expect(lobby(page).getByRole('status')).toContainText('Connection lost')
  await box(ada.page).fill('into the void')
  await ada.page.keyboard.press('Enter')
  await expect(lobby(ada.page).getByRole('alert')).toContainText('Not sent')
  await expect(box(ada.page)).toHaveValue('into the void')
  await server.start()
  for (const { page } of pair) await expect(lobby(page).getByRole('status')).toHaveText('')
  await expect(lobby(ada.page)).toContainText('2 people online')
  await expect(box(ada.page)).toHaveValue('into the void')
  await ada.page.keyboard.press('Enter')
  for (const { page } of pair) {
    await expect(log(page).getByRole('listitem')).toHaveText([/before$/, /into the void$/])
  }
})

test('[LB6] what was said while the network was away is there afterwards, once', async ({ pair }) => {
  const [ada, bo] = pair
  await comes(ada)
  await comes(bo)
  await says(bo.page, 'first')
  await bo.context.setOffline(true)
  bo.lane.cut()
  await expect(lobby(bo.page).getByRole('status')).toContainText('Connection lost')
  await says(ada.page, 'second')
  bo.lane.mend()
  await bo.context.setOffline(false)
  await expect(line(bo.page, 'second')).toBeVisible()
  await says(bo.page, 'third')
  for (const { page } of pair) {
    await expect(log(page).getByRole('listitem')).toHaveText([/first$/, /second$/, /third$/])
  }
})

test('[LB7] where WebSockets are blocked, one talks all the same, and is told why it takes longer', async ({
  pair,
}) => {
  const [ada, bo] = pair
  bo.lane.refuseWebSockets()
  await comes(ada)
  await comes(bo)
  await says(ada.page, 'does this arrive?')
  await expect(line(bo.page, 'does this arrive?')).toBeVisible()
  await expect(lobby(bo.page).getByRole('status')).toContainText('WebSockets are blocked')
  await says(bo.page, 'yes')
  await expect(line(bo.page, 'yes')).toContainText('You')
  await expect(line(ada.page, 'yes')).toBeVisible()
  await lobby(bo.page).getByRole('link', { name: 'Check the connection' }).click()
  await expect(bo.page.getByRole('status')).toContainText('WebSockets are blocked')
})

test('[LB4] whatever a program sends is shown as text, and stays in its line', async ({ pair }) => {
  const [ada] = pair
  await comes(ada)
  const program = await plainClient(ada.url)
  const sent = [
    '<img src=x onerror="document.title=1"><b>bold</b>',
    'turned \u202e around',
    'many\n\n\n\nlines',
    `${'w'.repeat(250)}${'\u0301'.repeat(250)}`,
    '\u0000\u0007',
    'last',
  ]
  for (const message of sent) program.send(JSON.stringify({ message }))
  await expect(line(ada.page, 'last')).toBeVisible()
  await expect(line(ada.page, '<img src=x onerror="document.title=1"><b>bold</b>')).toHaveCount(1)
  await expect(line(ada.page, 'turned � around')).toHaveCount(1)
  await expect(line(ada.page, 'many lines')).toHaveCount(1)
  expect(await overflows(ada.page)).toBe(false)
  await expect(ada.page).toHaveTitle('Dice Room')
  program.close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pictures of the lobby, ${colorScheme}`, async ({ pair }, info) => {
    const [ada, bo] = pair
    for (const { page } of pair) await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await comes(ada)
    const code = await bo.opens('Race')
    await says(ada.page, 'Anybody up for a race? I have ten minutes until the train leaves.')
    const program = await plainClient(bo.url)
    program.send(JSON.stringify({ message: `Come to ${code}` }))
    await expect(line(ada.page, code)).toContainText('Guest')
    await expect(ada.page.getByRole('link', { name: /^Bo at table/ })).toBeVisible()
    // the people have grown, and the log has shrunk
    await expect(line(ada.page, code)).toBeInViewport()
    await expect(ada.page.getByRole('button', { name: 'Newest' })).toHaveCount(0)
    const path = info.outputPath('lobby.png')
    await ada.page.screenshot({ path, fullPage: true })
    await info.attach('lobby', { path, contentType: 'image/png' })
    await axeFindsNothing(ada.page)
    program.close()
  })
}
