import { fileURLToPath } from 'node:url'
import type { BrowserContext, Locator, Page } from '@playwright/test'
import { expect, test } from './play/test.ts'

// Pages in plain JavaScript, as people wrote them for the older systems, against this server. They are served as if they
// lay on it, beside the page that is there now.

/** Chromium asks people before a page that did not come over the network, as these, connects to this machine. */
const mayReachThisMachine = (context: BrowserContext) => context.grantPermissions(['local-network-access'])

/** Opens one of the pages of `older-pages/`. */
async function opens(
  context: BrowserContext,
  { at, name, query = {} }: { at: string; name: string; query?: Record<string, string> },
): Promise<Page> {
  await mayReachThisMachine(context)
  const page = await context.newPage()
  const path = fileURLToPath(new URL(`older-pages/${name}.html`, import.meta.url))
  await page.route(`${at}/older/**`, route => route.fulfill({ path, contentType: 'text/html' }))
  await page.goto(`${at}/older/${name}.html?${new URLSearchParams(query)}`)
  return page
}

const lines = (page: Page) => page.getByRole('log').locator('p')

test('[OW22] the chat: Enter sends, the box empties, the log follows, and a lost connection is said @desktop', async ({
  context,
  server,
}) => {
  const ada = await opens(context, { at: server.url, name: 'chat' })
  const bo = await opens(context, { at: server.url, name: 'chat' })
  for (const page of [ada, bo]) await expect(lines(page)).toHaveText(['connected'])
  const box = ada.getByRole('textbox', { name: 'Message' })
  const said = ['connected']
  for (let at = 1; at <= 12; at += 1) {
    await box.fill(`line ${at} <b>游戏</b>`)
    await box.press('Enter')
    await expect(box).toHaveValue('')
    said.push(`line ${at} <b>游戏</b>`)
  }
  for (const page of [ada, bo]) await expect(lines(page)).toHaveText(said)
  await expect(lines(bo).last()).toBeInViewport()
  await bo.close()
  await box.fill('anybody?')
  await ada.getByRole('button', { name: 'Send' }).click()
  await expect(lines(ada).last()).toHaveText('anybody?')
  await server.end('SIGTERM')
  await expect(lines(ada).last()).toHaveText('connection lost')
})

/** The dice game, as its page shows it. */
class DiceGame {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  get roll(): Locator {
    return this.page.getByRole('button', { name: 'Roll' })
  }

  get state(): Locator {
    return this.page.getByRole('status')
  }

  get lines(): Locator {
    return this.page.getByRole('list', { name: 'Positions' }).getByRole('listitem')
  }

  async starts(): Promise<void> {
    await this.page.getByRole('button', { name: 'Start' }).click()
    await expect(
      this.page.getByText(/^\{"message":"游戏开始","gameStatus":1,"position":[1-6]\}$/),
    ).toBeVisible()
    await expect(this.state).toHaveText('in play')
  }
}

test('[OW22] [OW33] the dice game: two of the older page and one of the new one see each other roll', async ({
  context,
  server,
  players,
}) => {
  const [ada] = await players(1)
  if (!ada) throw new Error('expected a player')
  const room = await ada.opens('Free roll')
  const [bo, lin] = await Promise.all(
    ['Bo', '小林'].map(async player => {
      const page = await opens(context, { at: server.url, name: 'dice', query: { room, player } })
      return new DiceGame(page)
    }),
  )
  if (!bo || !lin) throw new Error('expected two games')
  await bo.starts()
  await expect(bo.lines).toHaveText([/^游戏开始 [1-6]$/])
  await lin.starts()
  await expect(bo.lines).toHaveText([/^游戏开始 [1-6]$/, /^游戏开始 [1-6]$/])

  await bo.roll.click()
  await expect(lin.lines.last()).toHaveText(/^Bo rolls 1 [1-6]$/)
  const position = ((await lin.lines.last().textContent()) ?? '').slice(-1)
  await expect(bo.lines.last()).toHaveText(`Bo rolls 1 ${position}`)
  await expect.poll(() => ada.positions.at(-1)?.position).toBe(Number(position))
  await expect(ada.tray).toHaveAccessibleName(new RegExp(`rolled ${position}$`))

  await ada.rolls()
  const mine = ada.positions.at(-1)?.position
  for (const game of [bo, lin]) await expect(game.lines.last()).toHaveText(new RegExp(` ${mine}$`))
  await lin.roll.click()
  for (const game of [bo, lin]) await expect(game.lines.last()).toHaveText(/^小林 rolls 1 [1-6]$/)

  await bo.page.getByRole('button', { name: 'Ask' }).click()
  await expect(bo.page.getByText(/^\{"message":"Bo 问","position":[1-6]\}$/)).toBeVisible()

  await bo.page.close()
  await ada.rolls()
  await expect(lin.lines.last()).toHaveText(new RegExp(` ${ada.positions.at(-1)?.position}$`))
  await expect(lin.state).toHaveText('in play')
})

test('[OW22] [OW33] [OW35] the dice game: a room that the older page names is a table, whose host ends the game @desktop', async ({
  context,
  server,
  players,
}) => {
  const query = { room: '俱乐部', player: 'Bo' }
  const bo = new DiceGame(await opens(context, { at: server.url, name: 'dice', query }))
  await bo.starts()
  const [ada] = await players(1)
  if (!ada) throw new Error('expected a player')
  await ada.joins('~俱乐部')
  await expect(bo.lines).toHaveText([/^游戏开始 [1-6]$/, /^游戏开始 [1-6]$/])
  await bo.roll.click()
  await expect(bo.lines.last()).toHaveText(/^Bo rolls 1 [1-6]$/)
  await expect.poll(() => ada.positions.length).toBeGreaterThan(0)
  await ada.rolls()
  await expect(bo.lines.last()).toHaveText(new RegExp(` ${ada.positions.at(-1)?.position}$`))

  const sheet = await ada.opensMenu()
  await sheet.getByRole('button', { name: 'End the game' }).click()
  await sheet.getByRole('button', { name: 'End it for everybody' }).click()
  await expect(bo.state).toHaveText('over')
  await expect(bo.roll).toBeDisabled()
})

test('[OW22] [OW5] presence: who comes and who goes is told to everybody, and counted right @desktop', async ({
  browser,
  server,
}) => {
  const visit = async () => opens(await browser.newContext(), { at: server.url, name: 'presence' })
  const users = (page: Page) => page.getByRole('list', { name: 'Users' }).getByRole('listitem')
  const ada = await visit()
  await expect(ada.getByRole('heading')).toHaveText('Hello, AnonymousUser')
  const bo = await visit()
  await expect(lines(ada)).toHaveText(['AnonymousUser Connected', 'AnonymousUser Connected'])
  await expect(lines(bo)).toHaveText(['AnonymousUser Connected'])
  for (const page of [ada, bo]) await expect(users(page)).toHaveText(['AnonymousUser', 'AnonymousUser'])
  await bo.context().close()
  await expect(lines(ada).last()).toHaveText('AnonymousUser Disconnected')
  await expect(users(ada)).toHaveText(['AnonymousUser'])
  await expect(ada.getByText('Online: 1')).toBeVisible()
  await ada.context().close()
})

test('[OW6] [OW22] [OW24] presence: who is logged in is greeted by name, and nobody any more after that @desktop', async ({
  context,
  server,
}) => {
  const account = (what: string, data: object) =>
    context.request.post(`${server.url}/api/account/${what}`, { data, headers: { origin: server.url } })
  await account('sign-up', { name: '小林', password: 'four quiet otters' })
  const page = await opens(context, { at: server.url, name: 'presence' })
  await expect(page.getByRole('heading')).toHaveText('Hello, 小林')
  await expect(page.getByRole('listitem')).toHaveText(['小林'])
  await account('log-out', {})
  await page.reload()
  await expect(page.getByRole('heading')).toHaveText('Hello, AnonymousUser')
})

test('[OW22] the echo: hello comes back each second, until the socket closes @desktop', async ({
  context,
  server,
}) => {
  const page = await opens(context, { at: server.url, name: 'echo' })
  await expect(page.getByRole('status')).toHaveText('open')
  await expect(page.getByText('Back: 3')).toBeVisible()
  await expect(page.getByText('hello', { exact: true })).toBeVisible()
  await server.end('SIGTERM')
  await expect(page.getByRole('status')).toHaveText('closed')
  const sent = (await page.getByText('Sent:').textContent()) ?? ''
  await page.clock.install()
  await page.clock.runFor(10_000)
  await expect(page.getByText('Sent:')).toHaveText(sent)
})

for (const path of ['/ws/stream/', '/test/']) {
  test(`[OW22] the stream at ${path}: ten messages, then the server closes @desktop`, async ({
    context,
    server,
  }) => {
    const page = await opens(context, { at: server.url, name: 'stream', query: { path } })
    await expect(page.getByRole('status')).toHaveText('closed with 1000')
    await expect(page.getByRole('listitem')).toHaveText(
      Array.from({ length: 10 }, (_, at) => `service message: ${at}`),
    )
  })
}

test.describe('a page of another site', () => {
  test.use({ settings: { ALLOWED_ORIGINS: 'http://friend.localhost' } })

  test('[OW15] is let in if the setting names it @desktop', async ({ context, server }) => {
    await mayReachThisMachine(context)
    const page = await context.newPage()
    await page.route(/\.localhost\//, route =>
      route.fulfill({ body: '<title>A page</title>', contentType: 'text/html' }),
    )
    const url = `${server.url.replace('http', 'ws')}/ws/chat/`
    for (const [origin, outcome] of [
      ['http://friend.localhost', 'open'],
      ['http://foe.localhost', 'refused'],
    ] as const) {
      await page.goto(`${origin}/`)
      expect([origin, await page.evaluate(knock, url)]).toEqual([origin, outcome])
    }
  })
})

/** Runs in a page: whether a WebSocket there opens. */
const knock = (url: string) =>
  new Promise<'open' | 'refused'>(resolve => {
    const socket = new WebSocket(url)
    socket.onopen = () => resolve('open')
    socket.onclose = () => resolve('refused')
  })
