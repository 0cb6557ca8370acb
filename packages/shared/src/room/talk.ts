import { refuse } from '../protocol/rejections.ts'
import { ok } from '../result.ts'
import type { CommandOf } from './command.ts'
import type { Decision } from './decide.ts'
import { isAmong, nameAt, type PlayerId, type RoomState, seatOf } from './room.ts'

// What people say to each other, with words and without.

export function chat(state: RoomState, { player, name, text }: CommandOf<'chat'>): Decision {
  if (isAmong(state.muted, player)) return mutedRefusal()
  return ok([{ type: 'chat', ...speaker(state, player, name), text }])
}

export function react(state: RoomState, { player, name, emote }: CommandOf<'react'>): Decision {
  if (isAmong(state.muted, player)) return mutedRefusal()
  return ok([{ type: 'reacted', ...speaker(state, player, name), emote }])
}

export const mutedRefusal = () => refuse('muted', 'The host does not let you speak at this table.')

function speaker(state: RoomState, player: PlayerId, name: string) {
  const seat = seatOf(state, player)
  return seat === null ? { player, name } : { player, name: nameAt(state, seat), seat }
}
