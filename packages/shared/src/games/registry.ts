import type { SealedBot } from './bot.ts'
import { farkle } from './farkle/rules.ts'
import { freeRoll } from './free-roll/rules.ts'
import { tray } from './free-roll/tray.ts'
import { type SaidBy, type SealedGame, seal } from './game.ts'
import { liarsDice } from './liars-dice/rules.ts'
import { pig } from './pig/rules.ts'
import { plainRace } from './race/plain.ts'
import { race } from './race/rules.ts'
import { yacht } from './yacht/rules.ts'

interface Entry {
  /** A room keeps the rules that it began with: rules that change become the next version, last here, and the one before stays. */
  readonly rules: readonly [SealedGame, ...SealedGame[]]
  /** Fetched by who plays for others; a page has no need of it. */
  readonly bot?: () => Promise<{ readonly bot: SealedBot }>
}

/** Every game that can be played here: one line each. */
const games = {
  'free-roll': { rules: [seal(tray), seal(freeRoll)], bot: () => import('./free-roll/bot.ts') },
  race: { rules: [seal(plainRace), seal(race)], bot: () => import('./race/bot.ts') },
  pig: { rules: [seal(pig)], bot: () => import('./pig/bot.ts') },
  farkle: { rules: [seal(farkle)], bot: () => import('./farkle/bot.ts') },
  'liars-dice': { rules: [seal(liarsDice)], bot: () => import('./liars-dice/bot.ts') },
  yacht: { rules: [seal(yacht)], bot: () => import('./yacht/bot.ts') },
} as const satisfies Record<string, Entry>

export type GameId = keyof typeof games

type LastOf<Versions> = Versions extends readonly [...unknown[], infer Last] ? Last : never

/** What each game says, by its rules as new rooms have them. */
export type Games = { readonly [Id in GameId]: SaidBy<LastOf<(typeof games)[Id]['rules']>> }

export const GAME_IDS = Object.keys(games) as readonly GameId[]

export const isGameId = (id: string): id is GameId => Object.hasOwn(games, id)

/** The version of a game's rules that new rooms begin with, counted from 1. */
export const rulesVersion = (id: GameId): number => games[id].rules.length

/** The rules of a game, in one version or as new rooms have them. Throws where this program does not know them. */
export function gameOf(id: GameId, version = rulesVersion(id)): SealedGame {
  const versions: readonly SealedGame[] | undefined = games[id]?.rules
  const game = versions?.[version - 1]
  if (!game) throw new Error(`the rules of ${id} in version ${version} are not known to this program`)
  return game
}

/** What plays a game by itself, at every level; `null` for a game that nobody has taught it. */
export async function botOf(id: GameId): Promise<SealedBot | null> {
  const { bot }: Entry = games[id]
  return bot ? (await bot()).bot : null
}
