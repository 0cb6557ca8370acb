import type { Locator } from '@playwright/test'
import type { Player } from './player.ts'

/** A press that finds its button gone is none. */
const PRESS_WITHIN_MS = 2_000
/** After so many presses that came to nothing in the bar, something on the board is chosen. */
const PRESSES_IN_BAR = 3

/**
 * Plays like somebody who does not know the game: presses what can be pressed, in the bar at the bottom first, then on the
 * board. What is not enabled is not legal, so that whatever comes of it is a game.
 */
export class AnyMoves {
  private readonly player: Player
  private readonly pick: (below: number) => number
  private inVain = 0

  /** `pick` gives whole numbers from 0 to below its argument. */
  constructor(player: Player, pick: (below: number) => number) {
    this.player = player
    this.pick = pick
  }

  /** Whether it is this player's move, as their page says. */
  isToMove(): Promise<boolean> {
    return this.bar.isVisible()
  }

  /** Presses one thing, if it is this player's move. */
  async press(): Promise<void> {
    if (!(await this.isToMove())) {
      this.inVain = 0
      return
    }
    const inBar = await enabled(this.bar.getByRole('button'))
    const onBoard = this.inVain >= PRESSES_IN_BAR || inBar.length === 0
    const choice = onBoard ? await enabled(this.board.getByRole('button', { pressed: false })) : inBar
    this.inVain = onBoard ? 0 : this.inVain + 1
    const button = choice[this.pick(Math.max(1, choice.length))]
    await button?.click({ timeout: PRESS_WITHIN_MS }).catch(() => {})
  }

  private get bar(): Locator {
    return this.player.page.getByRole('group', { name: 'Your move' })
  }

  private get board(): Locator {
    return this.player.page.getByRole('region', { name: 'Board', exact: true })
  }
}

async function enabled(buttons: Locator): Promise<readonly Locator[]> {
  const all = await buttons.all()
  const able = await Promise.all(all.map(button => button.isEnabled({ timeout: 500 }).catch(() => false)))
  return all.filter((_, at) => able[at])
}
