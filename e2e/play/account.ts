import { expect, type Page } from '@playwright/test'
import type { Player } from './player.ts'

export const PASSWORD = 'four quiet otters'

interface Credentials {
  readonly name?: string
  readonly password?: string
}

/** Fills in who one is, and presses Enter. */
export async function fillIn(page: Page, { name = 'Ada', password = PASSWORD }: Credentials): Promise<void> {
  await page.getByRole('textbox', { name: /^Name/ }).fill(name)
  await page.getByLabel(/^Password/).fill(password)
  await page.keyboard.press('Enter')
}

/** Makes an account, and is back at the start as somebody who is greeted. */
export async function signsUp({ page, url }: Player, credentials: Credentials = {}): Promise<void> {
  await page.goto(`${url}/sign-up`)
  await fillIn(page, credentials)
  await isGreeted(page, credentials.name)
}

export async function logsIn({ page, url }: Player, credentials: Credentials = {}): Promise<void> {
  await page.goto(`${url}/log-in`)
  await fillIn(page, credentials)
  await isGreeted(page, credentials.name)
}

export async function logsOut({ page, url }: Player): Promise<void> {
  await page.goto(`${url}/log-out`)
  await page.getByRole('button', { name: 'Log out' }).click()
  await isGuest(page)
}

/** On the home page. */
export const isGreeted = (page: Page, name = 'Ada') =>
  expect(page.getByRole('link', { name: `Hello, ${name}` })).toBeVisible()

/** On the home page. */
export const isGuest = (page: Page) =>
  expect(page.getByRole('link', { name: 'Log in', exact: true })).toBeVisible()

/** The page is from its first load on that of the guest with this token. */
export async function becomesGuest({ page, url }: Player, token = ''): Promise<void> {
  await page.addInitScript(value => {
    if (sessionStorage.getItem('came as guest')) return
    sessionStorage.setItem('came as guest', 'yes')
    localStorage.setItem('diceroom.token', value)
  }, token)
  await page.goto(url)
}
