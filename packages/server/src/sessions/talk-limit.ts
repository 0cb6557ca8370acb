import { type Refusal, refuse } from '@diceroom/shared/protocol/rejections.ts'
import type { CommandMark } from '@diceroom/shared/room/events.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { Attempts } from './attempts.ts'
import type { RequestContext } from './request-context.ts'

/** In so many ms a player may say as much as the setting says. */
const WITHIN_MS = 10_000

/** Counts whatever a player puts before the eyes of a table: `burst` lines in ten seconds. */
export const talkOf = (burst: number): Attempts => new Attempts({ max: burst, withinMs: WITHIN_MS })

/** Counts a line of this player; `rate_limited`, and nothing counted, for who has said much in a short time. */
export function tooMuchSaid(talk: Attempts, player: PlayerId, now: number): Refusal | null {
  const wait = talk.waitFor(player, now)
  if (wait > 0) return refuse('rate_limited', `Please wait ${Math.ceil(wait / 1000)} s before you go on.`)
  talk.note(player, now)
  return null
}

/** The same for a command of a room; one that was carried out already is only answered again, and not counted. */
export async function tooMuchTalk(
  { rooms, talk }: Pick<RequestContext, 'rooms' | 'talk'>,
  room: string,
  mark: CommandMark,
): Promise<Refusal | null> {
  const live = await rooms.cache.load(room)
  return live?.answered.recall(mark) ? null : tooMuchSaid(talk, mark.player, rooms.now())
}
