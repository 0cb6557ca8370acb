import { GAME_IDS, type GameId } from '@diceroom/shared/games/registry.ts'
import { numbersFrom } from '@diceroom/shared/testing/dice.ts'
import type { TestInfo } from '@playwright/test'
import { AnyMoves } from './play/any-move.ts'
import { axeFindsNothing } from './play/axe.ts'
import { overflows } from './play/layout.ts'
import type { Player } from './play/player.ts'
import { expect, test } from './play/test.ts'

/** Options that make a game of strangers to it short, or one that ends at all. */
const SHORT: Partial<Record<GameId, object>> = {
  'free-roll': { winner: 'sum', dice: 3, turns: true },
  race: { finish: 'overshoot', twoDice: true },
  pig: { target: 50 },
  farkle: { target: 2000, opening: 0 },
  'liars-dice': { dice: 3, loss: 'difference' },
}

/** So many presses are more than any game takes. */
const PRESSES_MAX = 3_000
/** After so many presses Bo leaves, and comes back. */
const LEAVES_AFTER = 6

test.use({ settings: { BOT_THINK_MS: '20-80', DEFAULT_CLOCK: '0' } })

/** A table of this game, to which anybody may come. */
async function tableOf(url: string, game: GameId): Promise<string> {
  const response = await fetch(`${url}/api/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ game, options: SHORT[game] ?? {} }),
  })
  const { room } = (await response.json()) as { room: string }
  return room
}

async function keepPicture(player: Player, name: string, info: TestInfo): Promise<void> {
  const path = info.outputPath(`${name}.png`)
  await player.page.screenshot({ path })
  await info.attach(name, { path, contentType: 'image/png' })
}

for (const game of GAME_IDS) {
  test(`[PG107] ${game} is played to its end by two people and a bot, one of whom leaves and returns`, async ({
    pair,
  }, info) => {
    test.setTimeout(600_000)
    const [ada, bo] = pair
    for (const { page } of pair) await page.emulateMedia({ reducedMotion: 'reduce' })
    const code = await tableOf(ada.url, game)
    await ada.joins(code)
    await bo.joins(code)
    await ada.addsBot('medium')
    await expect(bo.seat('Bot Pip')).toBeVisible()
    await ada.start.click()

    const pick = numbersFrom(game.length + (info.project.name === 'phone' ? 1 : 2))
    const people = pair.map(player => new AnyMoves(player, pick))
    const again = ada.page.getByRole('button', { name: 'Play again' })
    for (let presses = 0; !(await again.isVisible()); presses += 1) {
      if (presses > PRESSES_MAX) throw new Error(`${game} has no end after ${presses} presses`)
      if (presses === LEAVES_AFTER) {
        await keepPicture(ada, 'in play', info)
        expect(await overflows(ada.page)).toBe(false)
        await axeFindsNothing(ada.page)
        await bo.leaves()
        await bo.follows(code)
        await expect(bo.seat('Bo')).toContainText('you')
      }
      for (const one of people) await one.press()
    }
    await keepPicture(bo, 'over', info)
    await expect(bo.page.getByText(/wins|share/).first()).toBeVisible()
    await axeFindsNothing(bo.page)
    await again.click()
    await expect(again).toBeHidden()
    for (const player of pair) await expect(player.seat('Bot Pip')).toBeVisible()
  })
}
