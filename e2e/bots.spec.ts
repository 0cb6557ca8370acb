import { axeFindsNothing } from './play/axe.ts'
import { closesSheets, line, opensSeat, sheet } from './play/sheets.ts'
import { expect, test } from './play/test.ts'

test.use({ settings: { BOT_THINK_MS: '0-10' } })

test('[PG133] alone one plays against bots, which are called so, and which the host sends away again', async ({
  players,
}) => {
  const [ada] = await players(1)
  if (!ada) throw new Error('expected a player')
  await ada.page.emulateMedia({ reducedMotion: 'reduce' })
  await ada.opens('Race')
  await ada.page.getByRole('button', { name: 'Invite' }).click()
  const chair = sheet(ada.page, 'A free seat')
  await expect(chair.getByRole('button', { name: /Invite a friend/ })).toBeVisible()
  await axeFindsNothing(ada.page)
  await chair.getByRole('button', { name: /Easy bot/ }).click()
  await expect(ada.seat('Bot Pip')).toContainText('bot · easy')
  await ada.addsBot('hard')
  await expect(ada.seat('Bot Domino')).toContainText('bot · hard')
  await expect(await line(ada, 'Bot Domino joined')).toBeVisible()
  await closesSheets(ada)
  const seat = await opensSeat(ada, 'Bot Domino')
  await expect(seat).toContainText('Bot, plays as well as is known')
  await axeFindsNothing(ada.page)
  await seat.getByRole('button', { name: 'Remove the bot' }).click()
  await expect(ada.seat('Bot Domino')).toHaveCount(0)
  await closesSheets(ada)
  await ada.start.click()
  await expect.poll(() => ada.canRoll()).toBe(true)
  await ada.rolls()
  await expect.poll(() => ada.canRoll()).toBe(true)
  await expect(await line(ada, /^Bot Pip rolled/)).not.toHaveCount(0)
})

test('[PG133] whoever comes to a table that is full of bots gets the seat of one', async ({ players }) => {
  const [ada, , lin] = await players(3)
  if (!ada || !lin) throw new Error('expected players')
  const code = await ada.opens('Race')
  for (let bot = 0; bot < 5; bot += 1) await ada.addsBot('medium')
  await expect(ada.page.getByRole('button', { name: 'Invite' })).toHaveCount(0)
  await lin.joins(code)
  await expect(ada.seat(lin.name)).toBeVisible()
  await expect(ada.page.getByRole('list', { name: 'Seats' }).getByRole('listitem')).toHaveCount(6)
})
