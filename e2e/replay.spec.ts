import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from '@playwright/test'
import { axeFindsNothing } from './play/axe.ts'
import { becomes, FAST_WIRES, finishRace, quickRace } from './play/quick-race.ts'
import { expect, test } from './play/test.ts'

test.use({ settings: FAST_WIRES })

const slider = (page: Page) => page.getByRole('slider', { name: 'Move' })
const place = async (page: Page) => Number(await slider(page).inputValue())
const last = async (page: Page) => Number(await slider(page).getAttribute('max'))

/** Where every piece stands, in words. */
const pieces = (page: Page) =>
  page
    .getByRole('img', { name: /on square|at the start/ })
    .evaluateAll(found => found.map(piece => piece.getAttribute('aria-label')).toSorted())

/** What is said in the sentence below the board. */
const isSaid = (page: Page, text: string | RegExp) =>
  expect(page.locator('[aria-live="polite"]').filter({ hasText: text })).toHaveCount(1)

/** The list of moves, which on a phone is behind a button. */
async function movesOf(page: Page): Promise<Locator> {
  await expect(slider(page)).toBeVisible()
  const button = page.getByRole('button', { name: 'Moves', exact: true })
  if (await button.isVisible()) await button.click()
  return page.getByRole('list', { name: 'Moves' })
}

test('[PG28] [PG29] a race stands in both players’ lists, and its replay ends on the same board', async ({
  pair,
}) => {
  const [ada, bo] = pair
  for (const { page } of pair) await page.emulateMedia({ reducedMotion: 'reduce' })
  const room = await ada.opens('Race')
  await bo.joins(room)
  await ada.start.click()
  await expect.poll(async () => (await ada.canRoll()) || (await bo.canRoll())).toBe(true)
  await finishRace(ada.lane.url, room, pair)
  await expect(bo.page.getByText('Waiting for Ada to play again')).toBeVisible()
  await expect(ada.page.getByRole('button', { name: 'Play again' })).toBeVisible()
  const ended = await pieces(ada.page)
  const winner = /(Ada|Bo) wins/.exec(
    (await ada.page
      .getByText(/(Ada|Bo) wins/)
      .first()
      .textContent()) ?? '',
  )?.[1]

  for (const { name, page, lane } of pair) {
    await page.goto(lane.url)
    await page.getByRole('link', { name: 'Your games' }).click()
    const game = page.getByRole('article', { name: 'Race' })
    await expect(game).toHaveCount(1)
    await expect(game).toContainText(name === winner ? 'You won' : 'Place 2 of 2')
    for (const player of ['Ada', 'Bo']) await expect(game).toContainText(player)
    await expect(game.getByRole('time')).toHaveText(/\d/)
    await expect(game.getByRole('link', { name: 'Check the dice' })).toHaveAttribute(
      'href',
      `/verify/${room}`,
    )
  }
  const { page } = ada
  await page.getByRole('link', { name: 'Watch again' }).click()
  await expect(page).toHaveURL(new RegExp(`/replay/${room}/1`))
  await isSaid(page, 'Game 1 begins')
  expect(await pieces(page)).toEqual(['Ada at the start', 'Bo at the start'])
  const steps = await last(page)
  for (let step = 1; step <= 4; step += 1) {
    await page.getByRole('button', { name: 'One move on' }).click()
    expect(await place(page)).toBe(step)
  }
  for (let step = 5; step <= steps; step += 1) await page.keyboard.press('ArrowRight')
  expect(await place(page)).toBe(steps)
  await isSaid(page, `${winner} rolled`)
  await expect.poll(() => pieces(page)).toEqual(ended)
  await expect(page.getByText(`${winner} wins`)).toBeVisible()
  await page.getByRole('button', { name: 'One move back' }).click()
  expect(await place(page)).toBe(steps - 1)
  expect(await pieces(page)).not.toEqual(ended)
  await page.keyboard.press('Home')
  await isSaid(page, 'Game 1 begins')
  expect(await pieces(page)).toEqual(['Ada at the start', 'Bo at the start'])
})

test('[PG29] a replay plays by itself, at any speed and by key, to its end', async ({ pair: [ada] }) => {
  const { page, lane } = ada
  const { room } = await quickRace(lane.url, { names: ['Kit', 'Lou'] })
  await page.goto(`${lane.url}/replay/${room}/1`)
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('4×')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => place(page)).toBeGreaterThan(2)
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await page.keyboard.press('End')
  const steps = await last(page)
  expect(await place(page)).toBe(steps)
  await expect(page.getByText(/(Kit|Lou) wins/).first()).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  expect(await place(page)).toBe(steps - 2)
  await slider(page).focus()
  await page.keyboard.press('ArrowRight')
  expect(await place(page)).toBe(steps - 1)
  await page.keyboard.press('Space')
  await expect.poll(() => place(page)).toBe(steps)
  await isSaid(page, /(Kit|Lou) rolled \d and wins/)
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
})

test('[PG29] [PG21] any move can be gone to by the slider and by the list', async ({ pair: [ada] }) => {
  const { page, lane } = ada
  const { room } = await quickRace(lane.url, { names: ['Kit', 'Lou'] })
  await page.goto(`${lane.url}/replay/${room}/1`)
  const moves = await movesOf(page)
  const sixth = moves.getByRole('listitem').nth(6).getByRole('button')
  const words = (await sixth.textContent())?.replace(/^\d+/, '') ?? ''
  expect(words).toMatch(/(Kit|Lou) rolled \d/)
  await sixth.click()
  expect(await place(page)).toBe(6)
  await isSaid(page, words)
  await slider(page).fill('3')
  expect(await place(page)).toBe(3)
  const again = await movesOf(page)
  const current = again.locator('[aria-current="step"]')
  await expect(current).toHaveText(/^3/)
})

test('[PG30] a link to a move opens there, and the address follows', async ({ pair: [ada, bo] }) => {
  const { page, lane } = ada
  const { room } = await quickRace(lane.url, { names: ['Kit', 'Lou'] })
  await page.goto(`${lane.url}/replay/${room}/1?move=5`)
  await expect(slider(page)).toHaveValue('5')
  const stood = await pieces(page)
  await page.getByRole('button', { name: 'One move on' }).click()
  await page.getByRole('button', { name: 'One move back' }).click()
  await page.keyboard.press('End')
  await expect(page).toHaveURL(new RegExp(`/replay/${room}/1\\?move=${await last(page)}$`))
  await slider(page).fill('5')
  await expect(page).toHaveURL(/\?move=5$/)
  await page.getByRole('button', { name: /Share this moment/ }).click()
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  expect(link).toBe(`${lane.url}/replay/${room}/1?move=5`)
  await bo.page.goto(link)
  await expect(slider(bo.page)).toHaveValue('5')
  expect(await pieces(bo.page)).toEqual(stood)
})

test('[PG31] the rolls can be taken away, as JSON and as CSV', async ({ pair: [ada] }) => {
  const { page, lane } = ada
  const { room } = await quickRace(lane.url, { names: ['=1+1', 'Lou, "the" second'] })
  await page.goto(`${lane.url}/replay/${room}/1`)
  await page.getByRole('button', { name: 'About this game' }).click()
  const sheet = page.getByRole('dialog')
  const take = async (kind: string): Promise<[Download, string]> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      sheet.getByRole('button', { name: kind }).click(),
    ])
    return [download, await readFile(await download.path(), 'utf8')]
  }
  const [json, transcript] = await take('JSON')
  expect(json.suggestedFilename()).toBe(`dice-room-${room}.json`)
  const published: { events: readonly { rolls?: readonly { faces: readonly number[] }[] }[] } = await (
    await page.request.get(`${lane.url}/api/rooms/${room}/transcript`)
  ).json()
  expect(JSON.parse(transcript)).toEqual(published)

  const [csv, table] = await take('CSV')
  expect(csv.suggestedFilename()).toBe(`dice-room-${room}.csv`)
  const [head, ...rows] = table
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\r\n')
  expect(head).toMatch(/^seq,time,game,deal,who,name,n,sides,secret,event,face_1/)
  const rolls = published.events.flatMap(event => event.rolls ?? [])
  expect(rows).toHaveLength(rolls.length)
  expect(rows.map(row => Number(/,(\d),*$/.exec(row)?.[1]))).toEqual(rolls.map(({ faces }) => faces.at(-1)))
  expect(rows.filter(row => row.includes(",'=1+1,")).length).toBeGreaterThan(3)
  expect(rows.filter(row => row.includes(',"Lou, ""the"" second",')).length).toBeGreaterThan(3)
  expect(table).not.toMatch(/,=1/)
})

test('[PG33] a replay that cannot be shown says why', async ({ pair: [ada, bo] }) => {
  const { page, lane } = ada
  const { room } = await quickRace(lane.url, { names: ['Kit', 'Lou'], rolls: 3 })
  const freeRoll = await bo.opens('Free roll')
  const says = async (path: string, words: RegExp) => {
    await page.goto(`${lane.url}/replay/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words)
  }
  await says('ZZZZZZ/1', /no such table/)
  await says('no-room/1', /no such table/)
  await says(`${room}/2`, /no such game/)
  await says(`${room}/one`, /no such game/)
  await says(`${room}/1`, /still in play/)
  await expect(page.getByRole('link', { name: 'To the table' })).toHaveAttribute('href', `/r/${room}`)
  await says(`${freeRoll}/1`, /no game to watch/)
  await page.route('**/transcript*', route => route.abort())
  await says(`${room}/1`, /cannot be fetched/)
  await page.unroute('**/transcript*')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/still in play/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`[PG20] axe finds nothing on replays and lists of games, ${colorScheme}`, async ({ pair: [ada] }) => {
    const { page, lane } = ada
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(`${lane.url}/games`)
    await expect(page.getByRole('link', { name: 'Pick a game' })).toBeVisible()
    await axeFindsNothing(page)
    const { room, tokens } = await quickRace(lane.url, { names: ['Kit', 'Lou'] })
    await becomes(page, tokens[0])
    await page.reload()
    await expect(page.getByRole('article')).toHaveCount(1)
    await axeFindsNothing(page)
    await page.goto(`${lane.url}/replay/${room}/1?move=4`)
    await isSaid(page, /rolled/)
    await axeFindsNothing(page)
    await movesOf(page)
    await axeFindsNothing(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('End')
    await expect(page.getByText(/(Kit|Lou) wins/).first()).toBeVisible()
    await axeFindsNothing(page)
    await page.getByRole('button', { name: 'About this game' }).click()
    await axeFindsNothing(page)
  })
}

test('[PG24] replays and lists of games fit, also at 200 % and under a finger', async ({ pair: [ada] }) => {
  const { page, lane } = ada
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const names = ['Wolfeschlegelsteinhausenbergerdo', 'عبد الرحمن بن محمد الطويل جدا', '小林']
  const { room, tokens } = await quickRace(lane.url, { names })
  await becomes(page, tokens[0])
  for (const path of ['/games', `/replay/${room}/1?move=9`]) {
    await page.goto(`${lane.url}${path}`)
    await expect(page.getByText(names[0] ?? '').first()).toBeVisible()
    const small = await page
      .locator('main :is(a, button, select, input):not(.moves-move)')
      .evaluateAll(found =>
        found
          .filter(element => element.checkVisibility())
          .map(element => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()] as const)
          .filter(([, { width, height }]) => width < 47.5 || height < 47.5),
      )
    expect(small).toEqual([])
    for (const size of ['100%', '200%']) {
      await page.evaluate(to => document.documentElement.style.setProperty('font-size', to), size)
      const [needed, given] = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return [scrollWidth, clientWidth]
      })
      expect(needed).toBeLessThanOrEqual(given ?? 0)
    }
  }
})
