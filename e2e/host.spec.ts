import { axeFindsNothing } from './play/axe.ts'
import type { Player } from './play/player.ts'
import { closesSheets, line, opensFromMenu, opensSeat } from './play/sheets.ts'
import { expect, test } from './play/test.ts'

/** The names at the table, in the order in which they are shown. */
const names = ({ page }: Player) =>
  page.getByRole('list', { name: 'Seats' }).locator('.seat:not(.seat-empty) .seat-name')

test('[PG134] the host locks the table or asks for a password; a newcomer is told kindly, and comes in with it', async ({
  pair,
}) => {
  const [ada, bo] = pair
  const code = await ada.opens('Race')
  const menu = await ada.opensMenu()
  await menu.getByRole('switch', { name: /Let nobody else in/ }).click()
  await expect(menu.getByRole('switch', { name: /Let nobody else in/ })).toBeChecked()
  await bo.follows(code)
  await expect(bo.page.getByRole('heading', { level: 1 })).toHaveText(/lets nobody else in/)
  await axeFindsNothing(bo.page)
  await menu.getByRole('switch', { name: /Let nobody else in/ }).click()
  await menu.getByRole('textbox', { name: 'Password' }).fill('seven dice')
  await menu.getByRole('button', { name: 'Set', exact: true }).click()
  await expect(menu.getByText('Whoever comes is asked for the password.')).toBeVisible()
  await axeFindsNothing(ada.page)
  await bo.page.getByRole('button', { name: 'Try again' }).click()
  const field = bo.page.getByRole('textbox', { name: 'Password' })
  await field.fill('six dice')
  await bo.page.keyboard.press('Enter')
  await expect(bo.page.getByRole('alert')).toContainText('That is not the password')
  await axeFindsNothing(bo.page)
  await field.fill('seven dice')
  await bo.page.keyboard.press('Enter')
  await expect(bo.seat('Ada')).toBeVisible()
  // It is kept for as long as the tab is.
  await bo.page.reload()
  await bo.sitsDown()
  await menu.getByRole('button', { name: 'Ask for no password' }).click()
  await expect(menu.getByText('Anybody with the link comes in.')).toBeVisible()
  await closesSheets(ada)
  await expect(await line(ada, 'asks for no password any more')).toBeVisible()
})

test('[PG135] the host mutes and removes, takes both back, and all of it is announced', async ({ pair }) => {
  const [ada, bo] = pair
  await bo.joins(await ada.opens('Race'))
  const seat = await opensSeat(ada, 'Bo')
  const mute = seat.getByRole('switch', { name: /Mute for everybody/ })
  await mute.click()
  await expect(await line(bo, 'Bo was muted by the host')).toBeVisible()
  await bo.says('can you hear me')
  await expect(bo.page.getByRole('alert').filter({ hasText: 'does not let you speak' })).toBeVisible()
  await closesSheets(bo)
  await mute.click()
  await expect(mute).not.toBeChecked()
  await seat.getByRole('button', { name: 'Remove from the table' }).click()
  await expect(seat).toContainText('Bo was removed, and may still watch.')
  await axeFindsNothing(ada.page)
  await expect(bo.page.getByText('The host lets you only watch here.')).toBeVisible()
  await expect(bo.page.getByRole('button', { name: 'Take a seat' })).toHaveCount(0)
  await seat.getByRole('button', { name: 'Undo' }).click()
  await bo.page.getByRole('button', { name: 'Take a seat' }).click()
  await expect(ada.seat('Bo')).toBeVisible()
  await closesSheets(ada)
  for (const told of ['Bo may speak again', 'Bo was sent away', 'Bo may sit down again']) {
    await expect(await line(bo, told)).toBeVisible()
  }
})

test('[PG136] the host arranges the seats and hands over; who was it asks, and gets it back by one tap', async ({
  pair,
}) => {
  const [ada, bo] = pair
  await bo.joins(await ada.opens('Race'))
  await expect(names(bo)).toHaveText(['Ada', 'Bo'])
  const order = await opensFromMenu(ada, /^Order of seats/, 'Order of seats')
  await order.getByRole('button', { name: 'Ada plays later' }).click()
  await axeFindsNothing(ada.page)
  await closesSheets(ada)
  await expect(names(bo)).toHaveText(['Bo', 'Ada'])
  const seat = await opensSeat(ada, 'Bo')
  await seat.getByRole('button', { name: 'Make Bo the host' }).click()
  await closesSheets(ada)
  await expect(bo.start).toBeVisible()
  const menu = await ada.opensMenu()
  await menu.getByRole('button', { name: /^Ask to be the host/ }).click()
  await expect(menu.getByText('Bo has been asked.')).toBeVisible()
  await closesSheets(ada)
  await expect(bo.page.getByText('Ada would like to be the host.')).toBeVisible()
  await axeFindsNothing(bo.page)
  await bo.page.getByRole('button', { name: 'Hand over' }).click()
  await expect(ada.start).toBeVisible()
  await expect(bo.page.getByText('Ada would like to be the host.')).toHaveCount(0)
})

test('[PG141] a reaction comes up at the seat that sent it, and is told to those who hear the page', async ({
  pair,
}) => {
  const [ada, bo] = pair
  await bo.joins(await ada.opens('Race'))
  await ada.page.getByRole('button', { name: 'React' }).click()
  await axeFindsNothing(ada.page)
  const floats = bo.page.locator('.emote-floating').waitFor()
  const told = bo.page.getByText('Ada: Applause').waitFor({ state: 'attached' })
  await ada.page.getByRole('button', { name: 'Applause' }).press('Enter')
  await floats
  await told
  await expect(ada.page.getByRole('button', { name: 'React' })).toBeFocused()
  await expect(bo.page.locator('.emote-floating')).toHaveCount(0)
})

test('[PG142] what somebody says is hidden on one device, and reported to whoever runs the server', async ({
  pair,
}) => {
  const [ada, bo] = pair
  await bo.joins(await ada.opens('Race'))
  await bo.says('something rude')
  const rude = await line(ada, 'something rude')
  await expect(rude).toBeVisible()
  await ada.page.getByRole('button', { name: 'Mute or report' }).click()
  const tools = ada.page.getByRole('dialog', { name: 'Mute or report' })
  await expect(tools).toContainText('is shown to whoever runs this server')
  await tools.getByRole('button', { name: 'Report: something rude' }).click()
  await expect(tools.getByText('Reported')).toBeVisible()
  await tools.getByRole('switch', { name: /Hide what Bo says/ }).click()
  await axeFindsNothing(ada.page)
  await closesSheets(ada)
  await expect(await line(ada, 'something rude')).toHaveCount(0)
  await closesSheets(ada)
  await ada.page.reload()
  await expect(ada.seat('Bo')).toBeVisible()
  await expect(await line(ada, 'something rude')).toHaveCount(0)
  await expect(await line(bo, 'something rude')).toBeVisible()
})
