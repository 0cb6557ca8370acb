import { freeRoll } from './free-roll/rules.ts'
import { type SealedGame, seal } from './game.ts'
import { race } from './race/rules.ts'

/** Every game that can be played here: one line each. */
const games = {
  'free-roll': seal(freeRoll),
  race: seal(race),
}

export type GameId = keyof typeof games

export const GAME_IDS = Object.keys(games) as readonly GameId[]

export const isGameId = (id: string): id is GameId => Object.hasOwn(games, id)

export const gameOf = (id: GameId): SealedGame => games[id]
