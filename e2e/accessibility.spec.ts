import { axeFindsNothing } from './play/axe.ts'
import { expect, test } from './play/test.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`[PG20] axe finds nothing on any page, ${colorScheme}`, async ({ pair }) => {
    const [ada, bo] = pair
    for (const { page } of pair) await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await ada.page.goto(ada.lane.url)
    await expect(ada.page.getByRole('button', { name: 'Play Race' })).toBeVisible()
    await axeFindsNothing(ada.page)
    await ada.page.goto(`${ada.lane.url}/r/ZZZZZZ`)
    await expect(ada.page.getByText(/no such table|no table/i).first()).toBeVisible()
    await axeFindsNothing(ada.page)
    const code = await ada.opens('Race')
    await bo.follows(code)
    await expect(bo.page.getByRole('textbox', { name: 'Your name' })).toBeVisible()
    await axeFindsNothing(bo.page)
    await bo.sitsDown()
    await axeFindsNothing(ada.page)
    await ada.start.click()
    await expect(ada.page.getByRole('list', { name: 'Seats' })).toContainText(/your turn|to play/)
    await axeFindsNothing(ada.page)
    await ada.opensTalk()
    await axeFindsNothing(ada.page)
    await bo.page.goto(bo.lane.url)
    await bo.page.getByRole('button', { name: 'New table of Free roll with friends' }).click()
    await expect(bo.seat('Bo')).toBeVisible()
    await bo.rolls()
    await axeFindsNothing(bo.page)
  })
}

test('[PG21] everything can be done by keyboard alone @desktop', async ({ pair }) => {
  const [ada] = pair
  const { page } = ada
  const reach = async (name: RegExp) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
      })
      if (name.test(focused.trim())) return
    }
    throw new Error(`no ${name} within 60 presses of Tab`)
  }
  await page.goto(ada.lane.url)
  await expect(page.getByRole('button', { name: 'Play Race' })).toBeVisible()
  await reach(/Race/)
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Your name' }).focus()
  await page.keyboard.type('Ada')
  await page.keyboard.press('Enter')
  await expect(ada.start).toBeVisible()
  await reach(/^Start/)
  await page.keyboard.press('Enter')
  await expect(ada.roll).toBeEnabled()
  await reach(/^Roll/)
  await page.keyboard.press('Space')
  await expect(ada.tray).toHaveAccessibleName(/^Ada rolled [1-6]/)
})

test('[PG22] rolls are announced politely', async ({ pair }) => {
  const [ada, bo] = pair
  await bo.joins(await ada.opens('Free roll'))
  await ada.rolls()
  await expect(bo.page.locator('[aria-live="polite"]').filter({ hasText: /Ada rolled [1-6]/ })).toHaveCount(1)
})
