import type { Player } from './play/player.ts'
import { expect, test } from './play/test.ts'

/** Rolls for whoever's turn it is until the race is decided; gives how many rolls it took. */
async function race(players: readonly Player[]): Promise<number> {
  const [first] = players
  const again = first?.page.getByRole('button', { name: 'Play again' })
  for (let rolls = 0; rolls < 400; rolls += 1) {
    const enabled = async () => {
      for (const player of players) {
        if (await player.canRoll()) return player
      }
      return null
    }
    const decided = async () => (await again?.isVisible()) === true
    await expect
      .poll(async () => (await decided()) || (await enabled()) !== null, { intervals: [50] })
      .toBe(true)
    if (await decided()) return rolls
    const player = await enabled()
    await player?.roll.click({ timeout: 2_000 }).catch(() => {})
  }
  throw new Error('a race of 400 rolls')
}

test('[PG6] a whole race from the start to the winner, and once more with the same people', async ({
  players,
}) => {
  test.setTimeout(180_000)
  const [ada, bo] = await players(2)
  if (!ada || !bo) throw new Error('expected two players')
  for (const player of [ada, bo]) await player.page.emulateMedia({ reducedMotion: 'reduce' })
  const code = await ada.opens('Race')
  await bo.joins(code)
  await expect(bo.page.getByText('Waiting for Ada to start')).toBeVisible()
  await ada.start.click()
  await race([ada, bo])
  const winner = /(Ada|Bo) wins/
  const [atAda, atBo] = await Promise.all(
    [ada, bo].map(player => player.page.getByText(winner).first().textContent()),
  )
  expect(atAda?.match(winner)?.[1]).toBe(atBo?.match(winner)?.[1])
  await expect(bo.page.getByText('Waiting for Ada to play again')).toBeVisible()
  await ada.page.getByRole('button', { name: 'Play again' }).click()
  await expect(ada.page.getByRole('button', { name: 'Play again' })).toBeHidden()
  for (const player of [ada, bo]) await expect(player.seat('Bo')).toBeVisible()
  await expect.poll(async () => (await ada.canRoll()) || (await bo.canRoll())).toBe(true)
})

test('[PG7] only whoever is to move can roll', async ({ pair }) => {
  const [ada, bo] = pair
  const code = await ada.opens('Race')
  await bo.joins(code)
  await ada.start.click()
  await expect.poll(async () => (await ada.canRoll()) !== (await bo.canRoll())).toBe(true)
})

test('[PG8] a seventh racer finds the seats taken, and watches', async ({ players }) => {
  const [host, ...others] = await players(7)
  if (!host) throw new Error('expected a host')
  const code = await host.opens('Race')
  const late = others.pop()
  await Promise.all(others.map(player => player.joins(code)))
  if (!late) throw new Error('expected a seventh')
  await late.follows(code)
  await late.page.getByRole('textbox', { name: 'Your name' }).fill(late.name)
  await late.page.getByRole('button', { name: 'Take a seat' }).click()
  await expect(late.page.getByText(/All seats are taken/).first()).toBeVisible()
  await expect(late.start).toBeHidden()
  await host.start.click()
  await expect(late.page.getByRole('list', { name: 'Seats' })).toContainText('to play')
})

test('[PG43] a double click ends no game, and the second step can be taken back', async ({ pair }) => {
  const [ada, bo] = pair
  for (const { page } of pair) await page.emulateMedia({ reducedMotion: 'reduce' })
  await bo.joins(await ada.opens('Race'))
  await ada.start.click()
  await expect(bo.page.getByText('Game 1 begins').first()).toBeAttached()
  // one space, that does not break, between a name and its die
  const first = await bo.page.getByText('goes first').first().textContent()
  expect(first).toMatch(/: Ada\u00a0\d · Bo\u00a0\d/)
  const menu = await ada.opensMenu()
  const end = menu.getByRole('button', { name: 'End the game' })
  const sure = menu.getByRole('button', { name: 'End it for everybody' })
  const height = async () => Math.round((await menu.boundingBox())?.height ?? 0)
  const before = await height()
  await end.dblclick()
  await expect(end).toBeVisible()
  await expect(sure).toHaveCount(0)
  await end.click()
  await expect(sure).toBeVisible()
  expect(await height()).toBe(before)
  await menu.getByRole('button', { name: 'Go on playing' }).click()
  await expect(sure).toHaveCount(0)
  await end.click()
  await sure.click()
  await expect(menu).toBeHidden()
  for (const { page } of pair) await expect(page.locator('.said')).toHaveText('The game was broken off')
})

test('[PG9] when the host leaves for good, somebody else can start', async ({ pair }) => {
  const [ada, bo] = pair
  const code = await ada.opens('Race')
  await bo.joins(code)
  const menu = await ada.opensMenu()
  await menu.getByRole('button', { name: 'Leave the table' }).click()
  await ada.page.waitForURL(url => url.pathname === '/')
  await bo.start.click()
  await expect(bo.roll).toBeEnabled()
})
