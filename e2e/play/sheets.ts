import type { Locator, Page } from '@playwright/test'
import type { Player } from './player.ts'

/** A sheet that is open, by its title. */
export const sheet = (page: Page, title: string): Locator => page.getByRole('dialog', { name: title })

/** Opens what there is to know and to do about somebody at the table. */
export async function opensSeat(player: Player, name: string): Promise<Locator> {
  await player.seat(name).getByRole('button').click()
  return sheet(player.page, 'Seats')
}

/** Opens a sheet that the sheet of the table leads to. */
export async function opensFromMenu(player: Player, row: RegExp, title: string): Promise<Locator> {
  const menu = await player.opensMenu()
  await menu.getByRole('button', { name: row }).click()
  return sheet(player.page, title)
}

/** Closes every sheet that lies on the table. */
export async function closesSheets({ page }: Player): Promise<void> {
  while ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape')
}

/** The host chooses how long a move may take, and closes the sheets. */
export async function setsClock(host: Player, clock: 'Off' | '15 s'): Promise<void> {
  const pace = await opensFromMenu(host, /^Clock and rematch/, 'Clock and rematch')
  await pace.getByRole('radio', { name: clock, exact: true }).check()
  await closesSheets(host)
}

/** The line of the talk in which something is said or told. */
export async function line(player: Player, text: string | RegExp): Promise<Locator> {
  const talk = await player.opensTalk()
  return talk.getByRole('listitem').filter({ hasText: text })
}
