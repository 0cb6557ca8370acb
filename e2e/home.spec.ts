import { axeFindsNothing } from './play/axe.ts'
import { overflows } from './play/layout.ts'
import { FAST_WIRES, quickRace } from './play/quick-race.ts'
import { expect, test } from './play/test.ts'

test.use({ settings: { ...FAST_WIRES, BOT_THINK_MS: '20-80' } })

const GAMES = ['Free roll', 'Race', 'Pig', 'Farkle', 'Liar’s Dice', 'Yacht']

test('[PG105] every game is played at once, or at a new table with friends', async ({ pair: [ada, bo] }) => {
  await ada.page.goto(ada.url)
  for (const game of GAMES) {
    await expect(ada.page.getByRole('button', { name: `Play ${game}`, exact: true })).toBeVisible()
    await expect(ada.page.getByRole('button', { name: `New table of ${game} with friends` })).toBeVisible()
  }
  expect(await overflows(ada.page)).toBe(false)
  await ada.page.getByRole('button', { name: 'Play Pig', exact: true }).click()
  await ada.sitsDown()
  await expect(ada.seat('Bot Pip')).toBeVisible()
  await bo.opens('Race')
  await expect(bo.page.getByRole('list', { name: 'Seats' }).getByRole('listitem')).not.toContainText(['Bot'])
})

test('[PG104] the rules of a game open from its table, by keyboard too', async ({ pair: [ada] }) => {
  const { page } = ada
  await ada.opens('Race')
  const help = page.getByRole('button', { name: 'How to play' })
  await help.focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog', { name: 'How to play Race' })
  await expect(sheet).toContainText('Square 100 must be reached exactly')
  await axeFindsNothing(page)
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(help).toBeFocused()
})

test('[PG103] a game that is over says who won, how, and who came in where', async ({ pair: [ada] }) => {
  const { page } = ada
  const { room } = await quickRace(ada.url, { names: ['Kit', 'Lou', 'Mo'] })
  await ada.follows(room)
  await page.getByRole('button', { name: 'Just watch' }).click()
  const results = page.getByRole('region', { name: 'Results' })
  await expect(results).toContainText(/(Kit|Lou|Mo) wins/)
  await expect(results).toContainText(/(Kit|Lou|Mo) was first on square 100/)
  await expect(results.getByRole('listitem')).toHaveCount(3)
  await expect(results.getByRole('listitem').first()).toContainText('100')
  await axeFindsNothing(page)
  await page.getByRole('button', { name: 'See the board' }).click()
  await expect(results).toBeHidden()
})
