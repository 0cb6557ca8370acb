import { readFile } from 'node:fs/promises'
import {
  becomesGuest,
  fillIn,
  isGreeted,
  isGuest,
  logsIn,
  logsOut,
  PASSWORD,
  signsUp,
} from './play/account.ts'
import { axeFindsNothing } from './play/axe.ts'
import { overflows, shifts } from './play/layout.ts'
import { FAST_WIRES, quickRace } from './play/quick-race.ts'
import { expect, test } from './play/test.ts'

test.use({ settings: FAST_WIRES })

test('[AP1] [AP4] [AP10] what a guest has played comes along, and is there in another browser', async ({
  pair,
}) => {
  const [ada, bo] = pair
  const { room, tokens } = await quickRace(ada.lane.url, { names: ['Ada', 'Guest'] })
  await becomesGuest(ada, tokens[0])
  await isGuest(ada.page)
  await ada.page.getByRole('link', { name: 'Log in', exact: true }).click()
  await ada.page.getByRole('link', { name: 'Make an account' }).click()
  await fillIn(ada.page, {})
  await isGreeted(ada.page)

  // Only a tap logs out.
  await ada.page.getByRole('link', { name: 'Log out' }).click()
  await expect(ada.page.getByText('You are logged in as Ada')).toBeVisible()
  await ada.page.goto(ada.url)
  await isGreeted(ada.page)
  await logsOut(ada)
  await ada.page.goto(`${ada.url}/games`)
  await expect(ada.page.getByText('No games yet')).toBeVisible()

  await bo.page.goto(`${bo.url}/log-in?next=/games`)
  await fillIn(bo.page, {})
  await expect(bo.page).toHaveURL(`${bo.url}/games`)
  const game = bo.page.getByRole('article', { name: 'Race' })
  await expect(game).toHaveCount(1)
  await expect(game).toContainText('you')
  await expect(game.getByRole('link', { name: 'Watch again' })).toHaveAttribute('href', `/replay/${room}/1`)
  await bo.page.goto(`${bo.url}/people/Ada`)
  await expect(bo.page.getByRole('row', { name: /^Race 1 [01] / })).toBeVisible()
  await expect(bo.page.getByText(/dice, z = /)).toBeVisible()
})

test('[AP2] [AP12] two browsers of one account have one seat, and nobody asks for the name', async ({
  pair,
}) => {
  const [ada, bo] = pair
  await signsUp(ada)
  await logsIn(bo)
  await ada.page.getByRole('button', { name: 'New table of Free roll with friends' }).click()
  await expect(ada.seat('Ada')).toContainText('you')
  await bo.follows(ada.page.url().slice(-6))
  await expect(bo.seat('Ada')).toContainText('you')
  await bo.rolls()
  await expect(ada.tray).toHaveAccessibleName(/^Ada rolled/)
  for (const player of pair) await expect(player.seat('Ada')).toHaveCount(1)
})

test('[AP3] logging in leads to no other site', async ({ pair }) => {
  const [ada, bo] = pair
  await signsUp(ada)
  for (const next of ['//other.test/', 'https://other.test/', '/\\other.test', '/.//other.test']) {
    await bo.page.goto(`${bo.url}/log-in?next=${encodeURIComponent(next)}`)
    await fillIn(bo.page, {})
    await bo.page.waitForURL(url => url.pathname !== '/log-in')
    expect(new URL(bo.page.url()).origin).toBe(bo.url)
    await logsOut(bo)
  }
})

test('[AP5] many wrong passwords are refused with a sentence, and the right one with them', async ({
  pair,
}) => {
  const [ada, bo] = pair
  await signsUp(ada)
  await bo.page.goto(`${bo.url}/log-in`)
  const refused = bo.page.getByText(/^Too many attempts. Try again in \d+ (second|minute)/)
  const wrong = bo.page.getByText('Name and password do not belong together.')
  for (let tried = 0; tried < 40 && !(await refused.isVisible()); tried += 1) {
    await fillIn(bo.page, { password: `wrong one ${tried}` })
    await expect(wrong.or(refused)).toBeVisible()
  }
  await expect(refused).toBeVisible()
  await fillIn(bo.page, {})
  await expect(refused).toBeVisible()
  await ada.page.reload()
  await isGreeted(ada.page)
})

test('[AP6] [AP11] another password logs out the other browser, and everywhere is everywhere', async ({
  pair,
}) => {
  const [ada, bo] = pair
  await signsUp(ada)
  await logsIn(bo)
  await bo.page.getByRole('button', { name: 'New table of Free roll with friends' }).click()
  await expect(bo.seat('Ada')).toContainText('you')

  await ada.page.goto(`${ada.url}/account`)
  const change = ada.page.getByRole('button', { name: 'Change it' })
  await ada.page.getByLabel('The password so far').fill('not the one')
  await ada.page.getByLabel(/^New password/).fill('another fine one')
  await change.click()
  await expect(ada.page.getByText('That is not the password.')).toBeVisible()
  await ada.page.getByLabel('The password so far').fill(PASSWORD)
  await change.click()
  await expect(ada.page.getByText('The password is changed')).toBeVisible()
  await ada.page.goto(ada.url)
  await isGreeted(ada.page)

  // Whoever is at the table there now is a guest, and has to say another name.
  await expect(bo.page.getByText('This name belongs to somebody')).toBeVisible()
  await expect(bo.page.getByRole('link', { name: 'Is it yours? Log in' })).toHaveAttribute(
    'href',
    `/log-in?next=/r/${bo.page.url().slice(-6)}`,
  )
  await bo.sitsDown()
  await bo.page.goto(bo.url)
  await isGuest(bo.page)
  await logsIn(bo, { password: 'another fine one' })

  await ada.page.goto(`${ada.url}/account`)
  await ada.page.getByRole('button', { name: 'Log out everywhere' }).click()
  await isGuest(ada.page)
  await bo.page.reload()
  await isGuest(bo.page)
})

test('[AP4] [AP6] a page that is open elsewhere soon knows that its log-in has ended', async ({
  players,
}) => {
  const [ada, bo, cy] = await players(3)
  if (!ada || !bo || !cy) throw new Error('expected three players')
  await signsUp(ada)
  await logsIn(bo)
  await logsIn(cy)
  await cy.page.goto(`${cy.url}/account`)
  await expect(cy.page.getByRole('button', { name: 'Change it' })).toBeVisible()
  await ada.page.goto(`${ada.url}/account`)
  await ada.page.getByRole('button', { name: 'Log out everywhere' }).click()
  await isGuest(ada.page)
  await isGuest(bo.page)
  await expect(cy.page.getByText('You are not logged in any more.')).toBeVisible()
  await cy.page.getByRole('main').getByRole('link', { name: 'Log in' }).click()
  await fillIn(cy.page, {})
  await expect(cy.page).toHaveURL(`${cy.url}/account`)
  await expect(cy.page.getByRole('button', { name: 'Change it' })).toBeVisible()
})

test('[AP7] a profile is there for everybody until it is hidden', async ({ pair }) => {
  const [ada, bo] = pair
  await signsUp(ada)
  const profile = bo.page.getByRole('heading', { level: 1 })
  await bo.page.goto(`${bo.url}/people/ada`)
  await expect(profile).toHaveText('Ada')
  await expect(bo.page.getByText('No game played to its end yet.')).toBeVisible()
  await ada.page.goto(`${ada.url}/account`)
  const shown = ada.page.getByRole('switch', { name: /^Show my profile/ })
  await expect(shown).toBeChecked()
  await shown.uncheck()
  await ada.page.reload()
  await expect(shown).not.toBeChecked()
  await bo.page.reload()
  await expect(profile).toHaveText('There is nobody to show')
  await ada.page.getByRole('link', { name: 'Your profile' }).click()
  await expect(ada.page.getByText('Only you see this page')).toBeVisible()
})

test('[AP8] [AP9] one can take everything away, and be forgotten', async ({ pair }) => {
  const [ada, bo] = pair
  const { room, tokens } = await quickRace(ada.lane.url, { names: ['Ada', 'Guest'] })
  await becomesGuest(ada, tokens[0])
  await signsUp(ada)
  await ada.page.goto(`${ada.url}/account`)
  const downloading = ada.page.waitForEvent('download')
  await ada.page.getByRole('link', { name: 'Download my data' }).click()
  const file = await (await downloading).path()
  const data = await readFile(file, 'utf8')
  expect(JSON.parse(data)).toMatchObject({})
  for (const told of [room, 'Ada', 'race']) expect(data).toContain(told)

  await ada.page.getByRole('button', { name: 'Delete the account' }).click()
  const password = ada.page.getByLabel('Password', { exact: true })
  await ada.page.getByRole('button', { name: 'Delete it for good' }).click()
  await expect(ada.page.getByText('The password is missing.')).toBeVisible()
  await password.fill('not the one')
  await ada.page.getByRole('button', { name: 'Delete it for good' }).click()
  await expect(ada.page.getByText('That is not the password.')).toBeVisible()
  await password.fill(PASSWORD)
  await ada.page.getByRole('button', { name: 'Delete it for good' }).click()
  await isGuest(ada.page)

  await bo.page.goto(`${bo.url}/log-in`)
  await fillIn(bo.page, {})
  await expect(bo.page.getByText('Name and password do not belong together.')).toBeVisible()
  await signsUp(bo)
  await bo.page.goto(`${bo.url}/people/Ada`)
  await expect(bo.page.getByText('No game played to its end yet.')).toBeVisible()
})

test('[AP11] a name with an account is nobody else’s, and this is said where names are asked for', async ({
  players,
}) => {
  const [ada, bo, cy] = await players(3)
  if (!ada || !bo || !cy) throw new Error('expected three players')
  const room = await bo.opens('Race')
  await signsUp(ada)
  await signsUp(cy, { name: 'Bo' })

  // Bo's name was remembered before somebody made an account of it. The seat stays, another table asks anew.
  await bo.page.reload()
  await expect(bo.seat('Bo')).toContainText('you')
  await bo.page.goto(bo.url)
  await bo.page.getByRole('button', { name: 'New table of Race with friends' }).click()
  const taken = bo.page.getByText('This name belongs to somebody')
  const name = bo.page.getByRole('textbox', { name: 'Your name' })
  await expect(taken).toBeVisible()
  await expect(name).toHaveValue('Bo')
  await name.fill('ＡＤＡ')
  await bo.page.getByRole('button', { name: 'Take a seat' }).click()
  await expect(taken).toBeVisible()
  await name.fill('Bo of the hill')
  await bo.page.getByRole('button', { name: 'Take a seat' }).click()
  await expect(bo.seat('Bo of the hill')).toContainText('you')
  await bo.follows(room)
  await expect(bo.seat('Bo')).toContainText('you')
})

test('[AP13] what is wrong is said beside it, and nothing moves', async ({ pair: [ada, bo] }) => {
  await signsUp(bo)
  const { page } = ada
  await page.goto(`${ada.url}/sign-up`)
  const button = page.getByRole('button', { name: 'Make an account' })
  const before = await button.boundingBox()
  const name = page.getByRole('textbox', { name: /^Name/ })
  const password = page.getByLabel(/^Password/)
  const isAmiss = async (field: typeof name, words: string) => {
    await expect(field).toHaveAccessibleDescription(words)
    await expect(field).toBeFocused()
    expect(await button.boundingBox()).toEqual(before)
  }
  await button.click()
  await isAmiss(name, 'Say under which name.')
  await fillIn(page, { name: 'Ada\u200b' })
  await isAmiss(name, 'A name has up to 32 visible characters.')
  await fillIn(page, { name: 'Bot 3' })
  await isAmiss(name, 'Bots are called so. Choose another name.')
  await fillIn(page, { password: 'short' })
  await isAmiss(password, 'A password has 8 characters or more.')
  await fillIn(page, { password: 'password1' })
  await isAmiss(password, 'This password is too easy to guess.')
  await fillIn(page, {})
  await isAmiss(name, 'Somebody has this name, or one like it.')
  await expect(password).toHaveAttribute('autocomplete', 'new-password')
  await page.getByRole('button', { name: 'Show the password' }).click()
  await expect(password).toHaveAttribute('type', 'text')
  await expect(password).toHaveValue(PASSWORD)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`[PG20] [PG23] the pages of accounts, ${colorScheme}`, async ({ pair: [ada] }, info) => {
    const { page, url } = ada
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const look = async (path: string, sign: string) => {
      await page.goto(`${url}${path}`)
      await expect(page.getByText(sign).first()).toBeVisible()
      await axeFindsNothing(page)
      expect(await shifts(page)).toBe(0)
      await page.screenshot({ path: info.outputPath(`${path.replaceAll('/', '-')}.png`), fullPage: true })
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
      expect(await overflows(page)).toBe(false)
    }
    await look('/log-in', 'No account yet?')
    await look('/sign-up', 'You have an account?')
    await look('/account', 'You are not logged in.')
    await look('/people/Nobody', 'shows no profile')
    await signsUp(ada, { name: 'Bartholomew von und zu Guttenb' })
    await look('/', 'Hello, Bartholomew')
    await look('/account', 'Delete the account')
    await look('/log-out', 'You are logged in as')
    await look('/people/Bartholomew%20von%20und%20zu%20Guttenb', 'Luck')
  })
}
