import { axeFindsNothing } from './play/axe.ts'
import type { Player } from './play/player.ts'
import { closesSheets, setsClock } from './play/sheets.ts'
import { expect, test } from './play/test.ts'

/** The shortest clock, twice over, and a server that starts in between. */
const PATIENCE = { timeout: 60_000 }

const said = ({ page }: Player) => page.locator('.said')

/** Two at a race, Ada the host; gives who is to move first, and the other one. */
async function race([ada, bo]: readonly [Player, Player], clock: 'Off' | '15 s') {
  for (const { page } of [ada, bo]) await page.emulateMedia({ reducedMotion: 'reduce' })
  await bo.joins(await ada.opens('Race'))
  await setsClock(ada, clock)
  await ada.start.click()
  await expect.poll(async () => (await ada.canRoll()) !== (await bo.canRoll())).toBe(true)
  const isAda = await ada.canRoll()
  return isAda ? { first: ada, second: bo } : { first: bo, second: ada }
}

test('[PG130] [PG131] a turn runs out though the server is killed meanwhile; the second time a bot holds the seat, until its player is back with one tap', async ({
  pair,
  server,
}) => {
  test.setTimeout(240_000)
  const { first, second } = await race(pair, '15 s')
  await expect(first.page.getByText(/^You have \d+ seconds left$/).first()).toBeVisible(PATIENCE)
  await expect(second.page.getByText(new RegExp(`^${first.name}: \\d+ seconds left$`))).toBeVisible()
  await server.end('SIGKILL')
  await server.start()
  await expect(said(second)).toContainText(`${first.name} rolled`, PATIENCE)
  await expect(said(second)).toContainText('(auto)')
  await expect(first.roll).toHaveCount(0)
  await second.rolls()
  // Nobody is there again.
  await expect(second.seat(first.name)).toContainText('a bot plays', PATIENCE)
  const back = first.page.getByRole('button', { name: 'I am back' })
  await expect(back).toBeVisible()
  await axeFindsNothing(first.page)
  await back.click()
  await expect(back).toHaveCount(0)
  await expect(second.seat(first.name)).not.toContainText('a bot plays')
})

test('[PG132] where no clock runs the host plays on without who does not move, and nobody else may at once', async ({
  pair,
}) => {
  const { first } = await race(pair, 'Off')
  const [ada, bo] = pair
  const onwards = (player: Player, name: string) =>
    player.page.getByRole('button', { name: `Play on without waiting for ${name}` })
  if (first === ada) await ada.rolls()
  await expect(ada.seat('Bo')).toHaveAttribute('aria-current', 'true')
  await expect(onwards(bo, 'Ada')).toHaveCount(0)
  await onwards(ada, 'Bo').click()
  await expect(said(bo)).toContainText(/^Bo rolled.*\(auto\)$/)
  await expect.poll(() => ada.canRoll()).toBe(true)
  await expect(onwards(bo, 'Ada')).toHaveCount(0)
  await closesSheets(ada)
})
