import { LEVELS } from '../games/bot.ts'
import type { RoomCommand } from '../room/command.ts'
import { EMOTES, inOrder, type Named, type RoomState, rulesOf } from '../room/room.ts'
import { CLOCKS, LEAVING, STARTERS } from '../room/settings.ts'
import { nameOf } from './given.ts'

/** What people do about their table, and how often compared with one another. */
export const TABLE_KINDS = [
  { kind: 'settings', weight: 20 },
  { kind: 'order', weight: 10 },
  { kind: 'bot', weight: 15 },
  { kind: 'bot plays', weight: 25 },
  { kind: 'remove', weight: 6 },
  { kind: 'unremove', weight: 6 },
  { kind: 'mute', weight: 4 },
  { kind: 'unmute', weight: 4 },
  { kind: 'hand over', weight: 6 },
  { kind: 'ask host', weight: 4 },
  { kind: 'time out', weight: 25 },
  { kind: 'ask default', weight: 8 },
  { kind: 'credit', weight: 4 },
  { kind: 'take back', weight: 10 },
  { kind: 'queue', weight: 10 },
  { kind: 'unqueue', weight: 4 },
  { kind: 'move seat', weight: 6 },
  { kind: 'give seat', weight: 6 },
  { kind: 'react', weight: 6 },
] as const

export type TableKind = (typeof TABLE_KINDS)[number]['kind']

interface TableDeed {
  readonly player: string
  /** Who claims to be the host, and mostly is. */
  readonly host: string
  readonly about: string
  readonly pick: number
}

const one = <T>(of: readonly T[], pick: number): T | undefined => of[pick % of.length]

/** What somebody asks of a table; much of it is refused. */
export function tableCommand(state: RoomState, kind: TableKind, deed: TableDeed): RoomCommand {
  const { player, host, pick } = deed
  const about: Named = { player: deed.about, name: nameOf(deed.about) }
  const name = nameOf(player)
  const seat = one(state.seats, pick)?.seat ?? 0
  switch (kind) {
    case 'settings':
      return { type: 'set_settings', player: host, settings: settingsWish(pick) }
    case 'order': {
      const seats = inOrder(state).map(holder => holder.seat)
      const turned = pick % 5 === 0 ? [...seats, 0] : seats.toReversed()
      return { type: 'set_order', player: host, seats: turned }
    }
    case 'bot':
      return { type: 'add_bot', player: host, level: one(LEVELS, pick) ?? 'easy' }
    case 'bot plays':
      return botPlays(state, pick)
    case 'remove':
      return { type: 'remove', player: host, about: pick % 3 === 0 ? { player: 'bot-1', name: '' } : about }
    case 'unremove':
      return { type: 'unremove', player: host, about }
    case 'mute':
      return { type: 'mute', player: host, about }
    case 'unmute':
      return { type: 'unmute', player: host, about }
    case 'hand over':
      return { type: 'make_host', player: host, about }
    case 'ask host':
      return { type: 'ask_host', player }
    case 'time out':
      return { type: 'time_out', turn: (state.turn?.seq ?? 1) - (pick % 7 === 0 ? 1 : 0) }
    case 'ask default':
      return { type: 'ask_default', player, now: (state.turn?.at ?? 0) + (pick % 2 === 0 ? 120_000 : 1) }
    case 'credit':
      return { type: 'credit', turn: state.turn?.seq ?? 1, ms: 1_000 * (pick % 9) }
    case 'take back':
      return { type: 'take_back_seat', player }
    case 'queue':
      return { type: 'queue', player, name }
    case 'unqueue':
      return { type: 'unqueue', player, name }
    case 'move seat': {
      const from = state.seats[seat]?.player ?? 'ada'
      const moves = pick % 5 === 0 ? state.seatMoves + 1 : state.seatMoves
      return { type: 'move_seat', player, name, seat, from, moves }
    }
    case 'give seat':
      return { type: 'give_seat', player: host, seat, about }
    case 'react':
      return { type: 'react', player, name, emote: one(EMOTES, pick) ?? 'clap' }
  }
}

function settingsWish(pick: number): Extract<RoomCommand, { type: 'set_settings' }>['settings'] {
  const wishes = [
    { private: pick % 2 === 0 },
    { locked: pick % 4 === 0 },
    { password: pick % 3 === 0 ? 'sesame' : null },
    { clock: one(CLOCKS, pick) ?? 30 },
    { leaving: one(LEAVING, pick) ?? 'bot' },
    { starter: one(STARTERS, pick) ?? 'rotation' },
    {},
  ] as const
  return one(wishes, Math.floor(pick / 7)) ?? {}
}

/** A seat that a bot holds is played for. */
function botPlays(state: RoomState, pick: number): RoomCommand {
  const held = state.seats.filter(holder => holder?.held)
  const seat = one(held, pick)?.seat ?? 0
  const moves = state.phase === 'playing' ? rulesOf(state).legalMoves(state.view, seat) : []
  const seen = pick % 6 === 0 ? state.gameSeq - 1 : state.gameSeq
  return { type: 'bot_move', seat, move: one(moves, pick) ?? { type: 'roll' }, seen }
}
