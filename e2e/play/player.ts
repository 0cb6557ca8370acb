import type { BrowserContext, Locator, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Lane } from './lane.ts'

/** What a page was told of a roll: who had which faces at which place of the log. */
export interface SeenRoll {
  readonly seq: number
  readonly position: number
}

/** Someone at the table, with a browser of their own. */
export class Player {
  readonly name: string
  readonly page: Page
  readonly context: BrowserContext
  readonly lane: Lane
  /** Everything that went wrong in the page. */
  readonly errors: string[] = []
  /** The rooms that the page was in. */
  readonly rooms = new Set<string>()
  private host = '127.0.0.1'
  private readonly told = new Map<number, number>()
  private room = ''

  constructor(name: string, { page, context, lane }: { page: Page; context: BrowserContext; lane: Lane }) {
    this.name = name
    this.page = page
    this.context = context
    this.lane = lane
    page.on('pageerror', error => this.errors.push(String(error)))
    page.on('websocket', socket => {
      socket.on('framereceived', ({ payload }) => this.hear(String(payload)))
    })
    page.on('response', async response => {
      if (!response.url().includes('transport=polling')) return
      // A response that the page left behind has no body any more.
      const body = await response.text().catch(() => '')
      for (const packet of body.split('\u001e')) this.hear(packet)
    })
    page.on('framenavigated', frame => this.arrive(frame.url()))
  }

  /** Where this player finds the server. */
  get url(): string {
    return `http://${this.host}:${this.lane.port}`
  }

  /** From now on the server has another name for this player; the browser finds all names under `.test` on this machine. */
  movesTo(host: string): void {
    this.host = host
  }

  get roll(): Locator {
    return this.page.getByRole('button', { name: /^Roll/ })
  }

  /** Whether the action is there and would do something. */
  async canRoll(): Promise<boolean> {
    return (await this.roll.isVisible()) && (await this.roll.isEnabled({ timeout: 1_000 }).catch(() => false))
  }

  get start(): Locator {
    return this.page.getByRole('button', { name: 'Start', exact: true })
  }

  /** What lies in the tray, in words: "Ada rolled 4". */
  get tray(): Locator {
    return this.page.getByRole('img', { name: /rolled/ })
  }

  seat(name: string): Locator {
    return this.page
      .getByRole('list', { name: 'Seats' })
      .getByRole('listitem')
      .filter({ has: this.page.getByText(name, { exact: true }) })
  }

  get status(): Locator {
    return this.page.getByRole('status')
  }

  /** Opens a new table from the home page and sits down; gives its code. */
  async opens(game: 'Free roll' | 'Race'): Promise<string> {
    await this.page.goto(this.url)
    await this.page.getByRole('button', { name: `New table of ${game} with friends` }).click()
    await this.page.waitForURL(/\/r\/\w{6}$/)
    await this.sitsDown()
    return this.page.url().slice(-6)
  }

  /** Follows the link that a friend has sent, and sits down. */
  async joins(code: string): Promise<void> {
    await this.follows(code)
    await this.sitsDown()
  }

  async follows(code: string): Promise<void> {
    await this.page.goto(`${this.url}/r/${code}`)
  }

  async sitsDown(): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(this.name)
    await this.page.getByRole('button', { name: 'Take a seat' }).click()
    await expect(this.seat(this.name)).toBeVisible()
  }

  /** The host puts a bot on a free chair. */
  async addsBot(level: 'easy' | 'medium' | 'hard'): Promise<void> {
    await this.page.getByRole('button', { name: 'Invite' }).click()
    const chair = this.page.getByRole('dialog', { name: 'A free seat' })
    await chair.getByRole('button', { name: new RegExp(`^${level} bot`, 'i') }).click()
    await expect(chair).toHaveCount(0)
  }

  /** Gives up the seat by the sheet of the table. */
  async leaves(): Promise<void> {
    const menu = await this.opensMenu()
    await menu.getByRole('button', { name: 'Leave the table' }).click()
    await this.page.waitForURL(url => url.pathname === '/')
  }

  /** Opens the sheet that says how this table plays. */
  async opensMenu(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'About this table' }).click()
    return this.page.getByRole('dialog')
  }

  /** Throws, and waits until the dice lie and say so. */
  async rolls(): Promise<void> {
    const before = this.heardUpTo
    await this.roll.click()
    await expect.poll(() => this.heardUpTo).toBeGreaterThan(before)
  }

  async says(text: string): Promise<void> {
    await this.opensTalk()
    await this.page.getByRole('textbox', { name: 'Say something' }).fill(text)
    await this.page.keyboard.press('Enter')
  }

  /** On a phone the talk is behind a button. */
  async opensTalk(): Promise<Locator> {
    const talk = this.page.getByRole('log', { name: 'Table talk' })
    if (!(await talk.isVisible())) await this.page.getByRole('button', { name: /^Talk/ }).click()
    await expect(talk).toBeVisible()
    return talk
  }

  /** The positions that the server told this page, by their place in the log. */
  get positions(): readonly SeenRoll[] {
    return [...this.told].map(([seq, position]) => ({ seq, position })).sort((a, b) => a.seq - b.seq)
  }

  get heardUpTo(): number {
    return Math.max(0, ...this.told.keys())
  }

  /** In another room the numbers begin anew. */
  private arrive(url: string): void {
    const room = decodeURIComponent(/\/r\/([^/?#]+)/.exec(url)?.[1] ?? '')
    if (room !== this.room) this.told.clear()
    if (room) this.rooms.add(room)
    this.room = room
  }

  private hear(frame: string): void {
    for (const { seq, rolls } of eventsIn(frame)) {
      const position = rolls?.[0]?.faces?.[0]
      if (position !== undefined) this.told.set(seq, position)
    }
  }
}

interface HeardEvent {
  readonly seq: number
  readonly rolls?: readonly { readonly faces: readonly number[] | null }[]
}

/** The events in a Socket.IO frame, be it a message or an answer. */
function eventsIn(frame: string): readonly HeardEvent[] {
  const packet = /^4[23]\d*(\[.*\])$/s.exec(frame)?.[1]
  if (packet === undefined) return []
  const parts: readonly { events?: readonly HeardEvent[]; recent?: readonly HeardEvent[] }[] =
    JSON.parse(packet)
  return parts.flatMap(part => [...(part?.events ?? []), ...(part?.recent ?? [])])
}
