import type { Level } from '@diceroom/shared/games/bot.ts'
import { type GameId, gameOf, isGameId } from '@diceroom/shared/games/registry.ts'
import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import type { CommandMark } from '@diceroom/shared/room/events.ts'
import {
  isAmong,
  keepsSeats,
  type PlayerId,
  people,
  type RoomState,
  rulesOf,
} from '@diceroom/shared/room/room.ts'
import { createRoom, roomMadeBy } from '../rooms/create-room.ts'
import { isPublic } from '../rooms/directory.ts'
import type { RequestContext } from './request-context.ts'

/** Who waits at a table that was made for somebody who wants to play at once: neither is hard to beat. */
const BOTS: readonly Level[] = ['medium', 'easy']

/**
 * A room in which `mark.player` finds people who wait for others, or else one that is made for them, with bots. The same
 * command sent again finds what it made, or where that was somebody else's table perhaps another one: nothing has happened
 * there. Refuses with `unknown_game`, or `id_reused`.
 */
export async function quickPlay(
  context: RequestContext,
  game: string,
  mark: CommandMark,
): Promise<Result<{ room: string }, Rejection>> {
  const { rooms, codeKey, defaults } = context
  if (!isGameId(game)) return refuse('unknown_game', `There is no game "${game}" here.`)
  const made = await roomMadeBy(rooms, codeKey, mark)
  if (!made.ok) return made
  const found = made.value ?? openTable(context, game, mark.player)
  if (found !== null) return ok({ room: found })
  const wish = { game, options: {}, settings: defaults, bots: botsFor(game), mark }
  const room = await createRoom(rooms, codeKey, wish)
  return room.ok ? ok({ room: room.value }) : room
}

/** The public table of a game at which `player` finds the most people and a seat; `null` where there is none. */
function openTable({ rooms, audience }: RequestContext, game: GameId, player: PlayerId): string | null {
  const open = rooms.cache.all
    .map(({ committed }) => committed)
    .filter(state => state.game === game && audience.in(state.room).size > 0 && isOpenTo(state, player))
  const [fullest] = open.sort((a, b) => people(b).length - people(a).length)
  return fullest?.room ?? null
}

/** Whether somebody may come and sit down now; a bot gives way. */
function isOpenTo(state: RoomState, player: PlayerId): boolean {
  if (!isPublic(state) || keepsSeats(state) || isAmong(state.removed, player)) return false
  const here = people(state)
  return here.some(holder => holder.player === player) || here.length < rulesOf(state).seats.max
}

/** As many as fit beside who it is made for. */
const botsFor = (game: GameId): readonly Level[] => BOTS.slice(0, gameOf(game).seats.max - 1)
