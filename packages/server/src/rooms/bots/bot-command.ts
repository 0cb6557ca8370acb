import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import type { CommandMark } from '@diceroom/shared/room/events.ts'
import type { BotMove } from './bots.ts'

/** The command of a bot's move: like everybody's from its own seat, and in the name of the seat that it holds for somebody. */
export function commandOf({ holder, move, seq }: BotMove): RoomCommand {
  const { seat, player, bot } = holder
  return bot ? { type: 'move', player, move, seen: seq } : { type: 'bot_move', seat, move, seen: seq }
}

/** By this a bot moves once wherever the game stands, though it be asked again after a restart, or by another process. */
export function markOf({ holder, seq, again }: BotMove): CommandMark {
  const { seat, player, bot } = holder
  return { player: bot ? player : `seat ${seat}`, id: again ? `bot ${seq} again` : `bot ${seq}`, hash: '' }
}
