import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { axeFindsNothing } from './play/axe.ts'
import { CHANGED_FACE, FORGERIES, type PlayedTranscript } from './play/forgeries.ts'
import { overflows, shifts } from './play/layout.ts'
import type { Player } from './play/player.ts'
import { FAST_WIRES, finishRace, quickRace } from './play/quick-race.ts'
import { expect, test } from './play/test.ts'

test.use({ settings: FAST_WIRES })

const seal = (page: Page): Locator => page.getByRole('button', { name: /^The dice:/ })
const verdict = (page: Page): Locator =>
  page.getByRole('main').getByRole('status').or(page.getByRole('main').getByRole('alert'))

/** A race of two with seals, from its start to its end; gives the room. */
async function raced([ada, bo]: readonly [Player, Player]): Promise<string> {
  for (const { page } of [ada, bo]) await page.emulateMedia({ reducedMotion: 'reduce' })
  const room = await ada.opens('Race')
  await bo.joins(room)
  await ada.start.click()
  await expect.poll(async () => (await ada.canRoll()) || (await bo.canRoll())).toBe(true)
  await finishRace(ada.lane.url, room, [ada, bo])
  for (const { page } of [ada, bo]) {
    await expect(page.getByRole('button', { name: /play again/i })).toBeVisible()
  }
  return room
}

const transcriptOf = async (url: string, room: string): Promise<PlayedTranscript> =>
  JSON.parse(await (await fetch(`${url}/api/rooms/${room}/transcript`)).text())

test('[PG34] [PG35] a game checks itself when it is over, and the seal opens to everything that it was made of', async ({
  pair,
  server,
}) => {
  const [ada, bo] = pair
  for (const { page } of pair) await page.emulateMedia({ reducedMotion: 'reduce' })
  const room = await ada.opens('Race')
  await bo.joins(room)
  await expect(seal(ada.page)).toHaveAccessibleName('The dice: Sealed')
  await ada.start.click()
  await expect.poll(async () => (await ada.canRoll()) || (await bo.canRoll())).toBe(true)
  await expect(seal(bo.page)).toHaveAccessibleName('The dice: Sealed by 2 players')
  await finishRace(ada.lane.url, room, pair)
  for (const { page } of pair) await expect(page.getByRole('button', { name: /play again/i })).toBeVisible()
  const { events } = await transcriptOf(server.url, room)
  const rolls = events.flatMap(event => event.rolls ?? [])
  for (const { page } of pair) {
    await expect(seal(page)).toHaveAccessibleName(`The dice: ${rolls.length} rolls checked, none changed`)
  }

  await seal(bo.page).click()
  const sheet = bo.page.getByRole('dialog', { name: 'The dice of this table' })
  await expect(sheet).toContainText(
    `every die of the deals that are over: ${rolls.length} rolls in 1 deal. None was changed.`,
  )
  const ready = events.find(({ type }) => type === 'deal_ready')
  const closed = events.find(({ type }) => type === 'deal_closed')
  await expect(sheet).toContainText(events[0]?.commitment ?? 'a commitment')
  await expect(sheet).toContainText(closed?.secret ?? 'a secret')
  const seeds = Object.values(ready?.seeds ?? {})
  expect(seeds).toHaveLength(2)
  for (const seed of seeds) await expect(sheet).toContainText(seed)
  for (const { name } of pair)
    await expect(sheet.getByRole('listitem').filter({ hasText: name }).first()).toBeVisible()

  const first = sheet
    .getByRole('group')
    .filter({ hasText: /Ada|Bo/ })
    .first()
  await first.click()
  await expect(first).toContainText(`diceroom/1\n${room}\n1\n`)
  await expect(sheet.getByRole('img', { name: /dice of 6 sides/ })).toBeVisible()
  await expect(sheet).toContainText('degrees of freedom')
  await expect(sheet.getByRole('region', { name: 'Luck' })).toContainText(
    /Ada.*(lucky|luckier|as expected|too few)/,
  )
  await axeFindsNothing(bo.page)
})

test('[PG35] the dice that lie about are sealed again in the next game, and checked in their turn', async ({
  pair,
}) => {
  const [ada, bo] = pair
  const room = await raced(pair)
  await expect(seal(bo.page)).toHaveAccessibleName(/rolls checked, none changed/)
  await ada.page.getByRole('button', { name: 'Play again' }).click()
  for (const { page } of pair) await expect(seal(page)).toHaveAccessibleName('The dice: Sealed by 2 players')
  await finishRace(ada.lane.url, room, pair)
  await expect(bo.page.getByRole('button', { name: /play again/i })).toBeVisible()
  await expect(seal(bo.page)).toHaveAccessibleName(/rolls checked, none changed/)
  await bo.page.reload()
  await expect(seal(bo.page)).toHaveAccessibleName(/rolls checked, none changed/)
})

test('[PG36] the page of a room checks every die and says so, and takes one deal after the other apart', async ({
  pair,
  server,
}) => {
  const [ada, bo] = pair
  const room = await raced(pair)
  const { events } = await transcriptOf(server.url, room)
  const count = events.flatMap(event => event.rolls ?? []).length
  const told = `Every die of this table was checked: ${count} rolls in 1 deal. None was changed.`
  await bo.page.goto(`${bo.lane.url}/verify/${room}`)
  await expect(verdict(bo.page)).toContainText(told)
  await expect(verdict(bo.page)).toContainText('No seed is missing')
  const steps = bo.page.getByRole('region', { name: 'What was checked' })
  await expect(steps.getByRole('listitem')).toHaveCount(6)
  await expect(steps).toContainText(`${events.length} events`)
  await expect(steps).toContainText('1 game played again')
  await expect(steps.getByRole('listitem').last()).toContainText('holds')

  const deal = bo.page.getByRole('region', { name: 'Deal by deal' }).getByRole('group').first()
  await deal.click()
  await expect(deal).toContainText(events[0]?.commitment ?? 'a commitment')
  await axeFindsNothing(bo.page)

  // Somebody who was never there sees the same, but for what they have not seen.
  await ada.page.evaluate(() => localStorage.clear())
  await ada.page.goto(`${ada.lane.url}/verify/${room.toLowerCase()}`)
  await expect(verdict(ada.page)).toContainText(told)
  await expect(ada.page.getByRole('region', { name: 'What was checked' })).toContainText(
    'this browser was not at the table',
  )
})

test('[PG36] a table in play is checked so far, and one that is not there is said not to be', async ({
  pair,
}) => {
  const [ada, bo] = pair
  const free = await ada.opens('Free roll')
  await ada.rolls()
  // Ada's seal began a second deal, so the first one, with the die of her coming, is over.
  await bo.page.goto(`${bo.lane.url}/verify/${free}`)
  await expect(verdict(bo.page)).toContainText('So far every die was checked: 1 roll in 1 deal.')
  const race = await quickRace(ada.lane.url, { names: ['Chidi', 'Zoë'], rolls: 2 })
  await bo.page.goto(`${bo.lane.url}/verify/${race.room}`)
  await expect(verdict(bo.page)).toContainText('So far nothing is wrong. The first deal is still in play')
  await bo.page.goto(`${bo.lane.url}/verify/ZZZZZZ`)
  await expect(bo.page.getByText('There is no such table')).toBeVisible()
})

test('[PG37] every kind of forged transcript is refused, with what is wrong and where', async ({
  pair,
  server,
}) => {
  const [, bo] = pair
  const room = await raced(pair)
  const elsewhere = await quickRace(server.url, { names: ['Chidi'], rolls: 1 })
  await bo.page.goto(`${bo.lane.url}/verify/${room}`)
  await expect(verdict(bo.page)).toContainText('None was changed')
  const honest = await transcriptOf(server.url, room)
  const other = await transcriptOf(server.url, elsewhere.room)
  const door = bo.page.getByLabel('Choose a file')
  const give = (name: string, content: string) =>
    door.setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })

  await give('honest.json', JSON.stringify(honest))
  await expect(bo.page.getByText('From the file honest.json')).toBeVisible()
  await expect(verdict(bo.page)).toContainText('None was changed')
  for (const [name, { forge, says }] of Object.entries(FORGERIES)) {
    const forged = forge(structuredClone(honest), other)
    await give(`${name}.json`, JSON.stringify(forged.transcript))
    await expect(bo.page.getByText(`From the file ${name}.json`)).toBeVisible()
    const alarm = bo.page.getByRole('main').getByRole('alert')
    await expect(alarm).toContainText(/^No: /)
    await expect(alarm).toContainText(says(forged))
  }
  await axeFindsNothing(bo.page)
  await give('holiday.json', 'a photograph')
  await expect(bo.page.getByRole('main').getByRole('alert')).toContainText('holiday.json is not JSON')
  await bo.page.getByRole('button', { name: 'Check what the server has' }).click()
  await expect(verdict(bo.page)).toContainText('None was changed')
})

test('[PG37] a forged transcript that is dropped onto the page is refused', async ({ pair, server }) => {
  const [, bo] = pair
  const room = await raced(pair)
  await bo.page.goto(`${bo.lane.url}/verify/${room}`)
  await expect(verdict(bo.page)).toContainText('None was changed')
  const forged = CHANGED_FACE.forge(await transcriptOf(server.url, room), null)
  const files = await bo.page.evaluateHandle(content => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([content], 'forged.json', { type: 'application/json' }))
    return transfer
  }, JSON.stringify(forged.transcript))
  await bo.page.dispatchEvent('body', 'dragover', { dataTransfer: files })
  await expect(bo.page.getByText('Let go to check this file')).toBeVisible()
  await bo.page.dispatchEvent('body', 'drop', { dataTransfer: files })
  const alarm = bo.page.getByRole('main').getByRole('alert')
  await expect(alarm).toContainText('No: a die was changed or left out.')
  await expect(alarm).toContainText(CHANGED_FACE.says(forged))
  // The deal with the wrong die is open, and shows it first.
  const deal = bo.page.getByRole('region', { name: 'Deal by deal' })
  await expect(deal.getByRole('listitem').filter({ hasText: 'wrong' }).first()).toBeVisible()
})

test('[PG35] a server that changes a die afterwards is found out by who has seen it', async ({ pair }) => {
  const [ada, bo] = pair
  for (const { page } of pair) await page.emulateMedia({ reducedMotion: 'reduce' })
  const room = await ada.opens('Race')
  await bo.joins(room)
  await bo.page.route('**/transcript*', async route => {
    const page: PlayedTranscript = await (await route.fetch()).json()
    // The first page is the whole room; whatever is asked for later has happened since.
    const json = page.events[0]?.seq === 1 ? CHANGED_FACE.forge(page, null).transcript : page
    await route.fulfill({ json })
  })
  await ada.start.click()
  await expect.poll(async () => (await ada.canRoll()) || (await bo.canRoll())).toBe(true)
  await finishRace(ada.lane.url, room, pair)
  await expect(seal(bo.page)).toHaveAccessibleName(
    /^The dice: These dice do not check out. Event \d+: roll \d+/,
  )
  await expect(seal(bo.page)).toContainText('These dice do not check out.')
  await seal(bo.page).click()
  await expect(bo.page.getByRole('dialog')).toContainText('Ask whoever runs this server')
  await expect(seal(ada.page)).toHaveAccessibleName(/rolls checked, none changed/)
})

test('[PG34] a browser whose seal is left out warns its player', async ({ pair }) => {
  const [ada, bo] = pair
  for (const { page } of pair) await page.emulateMedia({ reducedMotion: 'reduce' })
  await bo.page.routeWebSocket(/socket\.io/, socket => {
    const server = socket.connectToServer()
    server.onMessage(message => {
      // What Bo is told of the deal: only Ada's seal is in it.
      socket.send(String(message).replace(/("deal_opened".*?"seals":\{"0":"\w{64}"),"1":"\w{64}"/, '$1'))
    })
  })
  await bo.joins(await ada.opens('Race'))
  await ada.start.click()
  await expect(seal(bo.page)).toHaveAccessibleName('The dice: Something is odd with the dice.')
  await seal(bo.page).click()
  const sheet = bo.page.getByRole('dialog')
  await expect(sheet).toContainText('Deal 1 was opened without the seal that this browser had handed in.')
  await expect(sheet).toContainText('Ask whoever runs this server')
  await axeFindsNothing(bo.page)
})

test('[PG41] while seeds are waited for, the action says for how many, and keeps its place', async ({
  pair,
}) => {
  const [ada, bo] = pair
  await bo.joins(await ada.opens('Race'))
  await expect(ada.start).toBeVisible()
  const before = await ada.start.boundingBox()
  bo.lane.hold()
  await ada.start.click()
  const waiting = ada.page.getByRole('button', { name: 'Waiting for 1 seed …' })
  await expect(waiting).toBeVisible()
  expect(await waiting.boundingBox()).toEqual(before)
  bo.lane.release()
  await expect(ada.seat('Ada')).toContainText(/your turn|host/)
  await expect(seal(ada.page)).toHaveAccessibleName(/^The dice: Sealed by [12] players?$/)
})

test('[PG38] the server is killed while seeds are opened, and the game starts all the same', async ({
  pair,
  server,
}) => {
  const [ada, bo] = pair
  for (const { page } of pair) await page.emulateMedia({ reducedMotion: 'reduce' })
  const room = await ada.opens('Race')
  await bo.joins(room)
  await expect(ada.start).toBeVisible()
  bo.lane.hold()
  await ada.start.click()
  await expect(ada.page.getByRole('button', { name: 'Waiting for 1 seed …' })).toBeVisible()
  await server.end('SIGKILL')
  await server.start()
  // Bo's browser opens no seal before the time for it is over.
  await expect
    .poll(async () => (await transcriptOf(server.url, room)).events.map(({ type }) => type))
    .toContain('game_started')
  bo.lane.release()
  for (const { page } of pair) {
    await expect(page.getByRole('list', { name: 'Seats' })).toContainText(/your turn|to play/)
    await expect(seal(page)).toHaveAccessibleName('The dice: Sealed by 1 player')
  }
  await finishRace(ada.lane.url, room, pair)
  for (const { page } of pair) await expect(seal(page)).toHaveAccessibleName(/rolls checked, none changed/)
  await seal(ada.page).click()
  const sheet = ada.page.getByRole('dialog')
  await expect(sheet.getByRole('listitem').filter({ hasText: 'Bo' }).first()).toContainText(
    'missing: not opened in time',
  )
  await bo.page.goto(`${bo.lane.url}/verify/${room}`)
  await expect(verdict(bo.page)).toContainText('None was changed')
  await expect(verdict(bo.page)).toContainText('1 seed is missing in all.')
})

test('[PG39] on plain http in a home’s network everything is checked just as well', async ({
  pair,
  server,
}) => {
  const [ada, bo] = pair
  for (const { page } of pair) await page.emulateMedia({ reducedMotion: 'reduce' })
  // As in a LAN: not this machine's own name, and no certificate.
  ada.movesTo('dice-room.test')
  const room = await ada.opens('Race')
  expect(await ada.page.evaluate(() => [isSecureContext, typeof crypto.subtle])).toEqual([false, 'undefined'])
  await bo.joins(room)
  await ada.start.click()
  await expect.poll(async () => (await ada.canRoll()) || (await bo.canRoll())).toBe(true)
  await expect(seal(ada.page)).toHaveAccessibleName('The dice: Sealed by 2 players')
  await finishRace(server.url, room, pair)
  await expect(seal(ada.page)).toHaveAccessibleName(/rolls checked, none changed/)
  await ada.page.goto(`${ada.url}/verify/${room}`)
  await expect(verdict(ada.page)).toContainText('Every die of this table was checked')
  await ada.page.goto(`${ada.url}/fairness`)
  await expect(ada.page.getByRole('img', { name: 'The dice: 2 1 5 1 1' })).toBeVisible()
})

test('[PG40] anybody can read how it works, try it, and see every die of this server', async ({ pair }) => {
  const [ada, bo] = pair
  await bo.page.goto(`${bo.lane.url}/fairness`)
  await expect(bo.page.getByText('No die was rolled here yet.')).toBeVisible()
  await ada.opens('Free roll')
  for (let roll = 0; roll < 4; roll += 1) await ada.rolls()
  await bo.page.goto(bo.lane.url)
  await bo.page.getByRole('link', { name: 'Dice you can check' }).click()
  await expect(bo.page.getByRole('heading', { level: 1 })).toHaveText('Dice that anybody can check')

  const dice = bo.page.getByRole('img', { name: /^The dice: [1-6]/ })
  await expect(dice).toHaveAccessibleName('The dice: 2 1 5 1 1')
  await bo.page.getByRole('textbox', { name: 'Bo’s number' }).fill('43')
  await expect(dice).not.toHaveAccessibleName('The dice: 2 1 5 1 1')
  await bo.page.getByRole('textbox', { name: 'Bo’s number' }).fill('42')
  await expect(dice).toHaveAccessibleName('The dice: 2 1 5 1 1')

  // Four throws, and the die of Ada's coming.
  const figures = bo.page.getByRole('region', { name: 'Every die this server ever rolled' })
  await expect(figures).toContainText('5 dice')
  await expect(figures).toContainText('Too few to say anything')
  await axeFindsNothing(bo.page)
})

test('[PG42] the record, its rolls and the checker can be taken away', async ({ pair, server }) => {
  const [, bo] = pair
  const room = await raced(pair)
  await bo.page.goto(`${bo.lane.url}/verify/${room}`)
  const downloads = bo.page.getByRole('region', { name: 'Check it yourself' })
  const take = async (press: Locator) => {
    const [download] = await Promise.all([bo.page.waitForEvent('download'), press.click()])
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
  const json = await take(downloads.getByRole('button', { name: 'JSON' }))
  expect(json.name).toBe(`dice-room-${room}.json`)
  expect(JSON.parse(json.text)).toEqual(await transcriptOf(server.url, room))
  const csv = await take(downloads.getByRole('button', { name: 'CSV' }))
  expect(csv.text).toContain('deal,who,name,n')
  const checker = await take(downloads.getByRole('link', { name: 'verify.py' }))
  expect(checker.name).toBe('verify.py')
  expect(checker.text).toBe(await readFile(new URL('../docs/verify.py', import.meta.url), 'utf8'))
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`[PG20] axe finds nothing on the seal’s sheet and on the pages about dice, ${colorScheme}`, async ({
    pair,
  }) => {
    const [ada, bo] = pair
    for (const { page } of pair) await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const room = await raced(pair)
    await expect(seal(ada.page)).toHaveAccessibleName(/checked/)
    await axeFindsNothing(ada.page)
    await seal(ada.page).click()
    await expect(ada.page.getByRole('dialog')).toContainText('degrees of freedom')
    await axeFindsNothing(ada.page)
    for (const path of [`/verify/${room}`, '/fairness']) {
      await bo.page.goto(bo.lane.url + path)
      await expect(bo.page.getByRole('main')).toContainText(/None was changed|degrees of freedom/)
      await axeFindsNothing(bo.page)
    }
  })
}

test('[PG23] [PG24] the pages about dice do not move while they load, and fit with text at 200 %', async ({
  pair,
}) => {
  const [, bo] = pair
  const { page, lane } = bo
  const room = await raced(pair)
  for (const path of [`/verify/${room}`, '/fairness']) {
    await page.goto(lane.url + path)
    await expect(page.getByRole('main')).toContainText('degrees of freedom')
    expect(await shifts(page)).toBe(0)
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    expect(await overflows(page)).toBe(false)
  }
  await page.goto(`${lane.url}/r/${room}`)
  await expect(seal(page)).toHaveAccessibleName(/checked/)
  expect(await shifts(page)).toBe(0)
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  await seal(page).click()
  await expect(page.getByRole('dialog')).toContainText('degrees of freedom')
  expect(await overflows(page)).toBe(false)
})
