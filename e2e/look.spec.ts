import type { Page, TestInfo } from '@playwright/test'
import { overflows, shifts, sticksOut } from './play/layout.ts'
import { makesRoom } from './play/named-room.ts'
import { expect, test } from './play/test.ts'

/** Keeps a picture among what the test leaves behind. */
async function keep(page: Page, info: TestInfo, name: string): Promise<void> {
  const path = info.outputPath(`${name}.png`)
  await page.screenshot({ path })
  await info.attach(name, { path, contentType: 'image/png' })
}

test('[PG23] nothing moves while the pages load', async ({ pair }) => {
  const [ada, bo] = pair
  await ada.page.goto(ada.lane.url)
  await expect(ada.page.getByRole('button', { name: 'Play Race' })).toBeVisible()
  expect(await shifts(ada.page)).toBe(0)
  const code = await ada.opens('Race')
  await bo.joins(code)
  await bo.page.reload()
  await expect(bo.seat('Ada')).toBeVisible()
  expect(await shifts(bo.page)).toBe(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pictures, ${colorScheme}`, async ({ pair }, info) => {
    const [ada, bo] = pair
    for (const { page } of pair) await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await ada.page.goto(ada.lane.url)
    await expect(ada.page.getByRole('button', { name: 'Play Race' })).toBeVisible()
    await keep(ada.page, info, 'home')
    await bo.joins(await ada.opens('Race'))
    await keep(ada.page, info, 'race-lobby')
    await ada.start.click()
    await expect(ada.page.getByRole('list', { name: 'Seats' })).toContainText(/your turn|to play/)
    await keep(ada.page, info, 'race')
    await bo.page.goto(bo.lane.url)
    await bo.page.getByRole('button', { name: 'New table of Free roll with friends' }).click()
    await expect(bo.seat('Bo')).toBeVisible()
    await bo.rolls()
    await keep(bo.page, info, 'free-roll')
  })
}

test('[PG24] text at 200 %, long names and right-to-left names fit', async ({ pair }, info) => {
  const [ada, bo] = pair
  const code = await ada.opens('Race')
  await bo.follows(code)
  await bo.page.getByRole('textbox', { name: 'Your name' }).fill('عبد الرحمن بن محمد الطويل جدا')
  await bo.page.getByRole('button', { name: 'Take a seat' }).click()
  await expect(ada.seat('عبد الرحمن بن محمد الطويل جدا')).toBeVisible()
  await ada.start.click()
  for (const { page } of pair) {
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
    expect(await overflows(page)).toBe(false)
    await keep(page, info, `large-${page === ada.page ? 'ada' : 'bo'}`)
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
    expect(await overflows(page)).toBe(false)
    await keep(page, info, `rtl-${page === ada.page ? 'ada' : 'bo'}`)
  }
})

test('[PG24] a table whose name is as long as may be fits everywhere', async ({ pair: [ada, bo] }, info) => {
  const { page, url } = ada
  const name = `${'客'.repeat(20)}${'W'.repeat(43)}`
  const room = `/r/${encodeURIComponent(`~${name}`)}`
  await page.goto(url)
  await makesRoom(page, name)
  await expect(page.locator('.open-table')).toBeVisible()
  const fits = async (shot: string, seen = page) => {
    expect(await overflows(seen), shot).toBe(false)
    expect(await sticksOut(seen), shot).toEqual([])
    await keep(seen, info, shot)
  }
  await fits('long-home')
  await page.goto(`${url}${room}`)
  await ada.sitsDown()
  await fits('long-table')
  await page.getByRole('button', { name: /Share the link/ }).click()
  const whole = page.getByRole('dialog').getByText(`~${name}`)
  await expect(whole).toBeVisible()
  await fits('long-share')
  await bo.page.goto(bo.url)
  await expect(bo.page.getByRole('list', { name: 'People who are here' })).toContainText('Ada')
  await fits('long-lobby', bo.page)
  await page.goto(`${url}/verify/${encodeURIComponent(`~${name}`)}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await fits('long-verify')
})

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' })
  test('[PG25] the page speaks the language of the browser', async ({ pair }, info) => {
    const [ada] = pair
    await ada.page.goto(ada.lane.url)
    await expect(ada.page.locator('html')).toHaveAttribute('lang', 'zh-CN')
    await expect(ada.page.getByRole('button', { name: 'Play Race' })).toHaveCount(0)
    await keep(ada.page, info, 'home-zh')
  })
})
