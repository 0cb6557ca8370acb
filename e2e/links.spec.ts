import { makesRoom } from './play/named-room.ts'
import { expect, test } from './play/test.ts'

test('[PG15] a wrong code is said where it was typed', async ({ pair }) => {
  const [ada] = pair
  await ada.page.goto(ada.lane.url)
  await ada.page.getByRole('textbox', { name: 'Room code' }).fill('zzz zzz')
  await ada.page.getByRole('button', { name: 'Join' }).click()
  await expect(ada.page.getByText(/no table/i)).toBeVisible()
  await expect(ada.page).toHaveURL(`${ada.lane.url}/`)
})

test('[PG15] the name of a table is as good as a code', async ({ pair: [ada] }) => {
  const { page, lane } = ada
  await page.goto(lane.url)
  const box = page.getByRole('textbox', { name: 'Room code' })
  await box.fill('客厅')
  await page.keyboard.press('Enter')
  await expect(page.getByText('A code has 6 letters and digits')).toBeVisible()
  await makesRoom(page, '客厅')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${lane.url}/r/${encodeURIComponent('~客厅')}`)
})

test('[PG16] a link to a room that does not exist is a friendly page with status 404', async ({ pair }) => {
  const [ada] = pair
  const answer = await ada.page.goto(`${ada.lane.url}/r/ZZZZZZ`)
  expect(answer?.status()).toBe(404)
  await expect(ada.page.getByText(/no such table|no table/i).first()).toBeVisible()
  await ada.page.getByRole('link', { name: 'Back to the start' }).click()
  await expect(ada.page.getByRole('button', { name: 'Play Race' })).toBeVisible()
})

test('[PG17] a code is taken as people write it, and the link works in any case', async ({ pair }) => {
  const [ada, bo] = pair
  const code = await ada.opens('Race')
  await bo.page.goto(bo.lane.url)
  await bo.page
    .getByRole('textbox', { name: 'Room code' })
    .fill(` ${code.slice(0, 3).toLowerCase()}·${code.slice(3).toLowerCase()}`)
  await bo.page.getByRole('button', { name: 'Join' }).click()
  await bo.sitsDown()
  await expect(ada.seat('Bo')).toBeVisible()
})

test("[PG18] a public table is on everybody's home page, live; a private one is not", async ({ pair }) => {
  const [ada, bo] = pair
  await bo.page.goto(bo.lane.url)
  const code = await ada.opens('Race')
  const listed = bo.page.getByRole('region', { name: 'Open tables' }).getByRole('link', { name: /Ada/ })
  await expect(listed).toHaveAttribute('href', `/r/${code}`)
  const menu = await ada.opensMenu()
  await menu.getByRole('switch', { name: /start page/ }).click()
  await expect(listed).toHaveCount(0)
})

test('[PG19] the name is remembered', async ({ pair }) => {
  const [ada, bo] = pair
  const first = await ada.opens('Free roll')
  await bo.joins(first)
  const second = await ada.page.context().newPage()
  await second.goto(ada.lane.url)
  await second.getByRole('button', { name: 'New table of Race with friends' }).click()
  await expect(second.getByRole('list', { name: 'Seats' })).toContainText('Ada')
})

test.describe('on a machine in a network', () => {
  test.use({ settings: { HOST: '0.0.0.0' } })
  test('[PG27] a link shared from localhost is one that other devices can open', async ({ pair, server }) => {
    const [ada] = pair
    const code = await ada.opens('Free roll')
    const { url }: { url: string | null } = JSON.parse(
      await (await fetch(`${server.url}/api/address`)).text(),
    )
    await ada.page.getByRole('button', { name: /Share the link/ }).click()
    const link = ada.page.getByRole('textbox', { name: 'Link' })
    await expect(link).toHaveValue(`${url ?? ada.lane.url}/r/${code}`)
    await ada.page.keyboard.press('Escape')
    await expect(link).toHaveCount(0)
  })
})
