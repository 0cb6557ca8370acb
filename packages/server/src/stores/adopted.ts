import type { PlayedGame } from '@diceroom/shared/room/played-game.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'

/** A game as it is told once what `from` played is `to`'s. */
export function adopted(game: PlayedGame, from: PlayerId, to: PlayerId): PlayedGame {
  if (!game.players.some(({ player }) => player === from)) return game
  return { ...game, players: game.players.map(one => (one.player === from ? { ...one, player: to } : one)) }
}
