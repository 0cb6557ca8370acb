import type { Page, WebSocket } from '@playwright/test'
import { axeFindsNothing } from './play/axe.ts'
import type { Player } from './play/player.ts'
import { expect, test } from './play/test.ts'

const verdict = (page: Page) => page.getByRole('status')
const part = (page: Page, name: string) => page.getByRole('region', { name })

/** The sockets of one path that the page opens from now on. */
function socketsOf(page: Page, path: string): readonly WebSocket[] {
  const sockets: WebSocket[] = []
  page.on('websocket', socket => {
    if (new URL(socket.url()).pathname === path) sockets.push(socket)
  })
  return sockets
}

const openOf = (sockets: readonly WebSocket[]): number => sockets.filter(socket => !socket.isClosed()).length

const looks = async ({ page, url }: Player): Promise<void> => {
  await page.goto(`${url}/connection`)
  await expect(page.getByRole('heading', { name: 'Your connection' })).toBeVisible()
}

/** What a browser does when another tab comes to the front. */
const turns = (page: Page, to: 'hidden' | 'visible') =>
  page.evaluate(now => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => now === 'hidden' })
    document.dispatchEvent(new Event('visibilitychange'))
  }, to)

test('[LB13] [LB14] [LB15] a good connection: measured once a second, pushed to, and said to be good', async ({
  pair,
}, info) => {
  const [ada] = pair
  const echo = socketsOf(ada.page, '/ws/')
  const stream = socketsOf(ada.page, '/ws/stream/')
  await looks(ada)
  await expect(part(ada.page, 'How messages travel')).toContainText('WebSocket')
  await expect(part(ada.page, 'What the server sends by itself')).toContainText(/[1-9]\d* of 10 arrived/)
  await expect(part(ada.page, 'What the server sends by itself')).toContainText('10 of 10 arrived')
  await expect(verdict(ada.page)).toContainText('All is well')
  await expect(part(ada.page, 'There and back')).toContainText(/Last[\d.]+ msMiddle[\d.]+ msLowest[\d.]+ ms/)
  await expect(ada.page.getByRole('img', { name: /The last minute/ })).toBeVisible()
  expect([openOf(echo), echo.length, openOf(stream), stream.length]).toEqual([1, 1, 0, 1])
  await axeFindsNothing(ada.page)
  const path = info.outputPath('connection.png')
  await ada.page.screenshot({ path, fullPage: true })
  await info.attach('connection', { path, contentType: 'image/png' })
  await ada.page.getByRole('button', { name: 'Once more' }).click()
  await expect(part(ada.page, 'What the server sends by itself')).toContainText('1 of 10 arrived')
})

test('[LB16] nothing is measured while nobody looks, after the page was left, or without a socket', async ({
  pair,
  server,
}) => {
  const [ada] = pair
  const echo = socketsOf(ada.page, '/ws/')
  let hellos = 0
  ada.page.on('websocket', socket => {
    socket.on('framesent', ({ payload }) => {
      if (String(payload).startsWith('hello')) hellos += 1
    })
  })
  await looks(ada)
  await expect.poll(() => hellos).toBeGreaterThan(1)
  await turns(ada.page, 'hidden')
  await expect.poll(() => openOf(echo)).toBe(0)
  await turns(ada.page, 'visible')
  await expect.poll(() => openOf(echo)).toBe(1)
  await server.end('SIGKILL')
  await expect(verdict(ada.page)).toContainText('The server cannot be reached')
  await expect(ada.page.getByText('It may just be starting again')).toBeVisible()
  const before = hellos
  await server.start()
  await expect.poll(() => hellos).toBeGreaterThan(before)
  await ada.page.getByRole('link', { name: /Dice.*Room/ }).click()
  await expect(ada.page.getByRole('button', { name: 'Play Race' })).toBeVisible()
  await expect.poll(() => openOf(echo)).toBe(0)
})

test('[LB15] where WebSockets are blocked it says so, and what to do', async ({ pair }) => {
  const [ada] = pair
  ada.lane.refuseWebSockets()
  await looks(ada)
  await expect(verdict(ada.page)).toContainText('WebSockets are blocked')
  await expect(part(ada.page, 'How messages travel')).toContainText('Long-polling')
  await expect(ada.page.getByText(/schools, firms and hotels/)).toBeVisible()
  await expect(ada.page.getByText(/Upgrade and Connection/)).toBeVisible()
  await axeFindsNothing(ada.page)
})

test('[LB15] a browser without WebSockets is told the same, and plays on', async ({ pair }) => {
  const [ada, bo] = pair
  await ada.page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'WebSocket')
  })
  await looks(ada)
  await expect(verdict(ada.page)).toContainText('WebSockets are blocked')
  await expect(part(ada.page, 'How messages travel')).toContainText('Long-polling')
  const code = await bo.opens('Free roll')
  await ada.joins(code)
  await expect(bo.page.getByText('Ada', { exact: true }).first()).toBeVisible()
})

test('[LB15] a proxy that holds messages back is told from distance', async ({ pair }) => {
  const [ada] = pair
  await ada.page.routeWebSocket(/\/ws\/stream\//, socket => {
    const held: (string | Buffer)[] = []
    const upstream = socket.connectToServer()
    upstream.onMessage(message => {
      held.push(message)
      if (held.length < 10) return
      for (const one of held) socket.send(one)
    })
  })
  await looks(ada)
  await expect(verdict(ada.page)).toContainText('Something holds messages back')
})

test('[LB15] the way to it stands where the connection is not fine', async ({ pair, server }) => {
  const [ada, bo] = pair
  await ada.page.goto(ada.url)
  await ada.page.getByRole('link', { name: 'Connection' }).click()
  await expect(ada.page).toHaveURL(`${ada.url}/connection`)
  await bo.opens('Free roll')
  await server.end('SIGKILL')
  await expect(bo.status.getByRole('link', { name: 'Check it' })).toHaveAttribute('href', '/connection')
  await axeFindsNothing(bo.page)
  await server.start()
  await expect(bo.status.getByRole('link', { name: 'Check it' })).toHaveCount(0)
})
