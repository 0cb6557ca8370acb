import type { Request, RequestInput, RequestName } from '@diceroom/shared/protocol/client-to-server.ts'
import { GAMES_AT_ONCE } from '@diceroom/shared/protocol/limits.ts'
import type { RoomCommand, SettingsWish } from '@diceroom/shared/room/command.ts'
import { type PlayedGame, playedGame } from '@diceroom/shared/room/played-game.ts'
import type { Named, RoomState } from '@diceroom/shared/room/room.ts'
import type { RoomLog } from '../../store/testing/room-log.ts'

/** Who asks, and what others are called. */
interface Asker extends Named {
  readonly nameOf: (player: string) => string
}

type CommandFor<Name extends RequestName> = (request: Omit<Request<Name>, 'id'>, asker: Asker) => RoomCommand

/** What the requests ask of a room that are about its table and need nothing but its deciders. */
export const TABLE_COMMANDS = {
  react: ({ emote }, { player, name }) => ({ type: 'react', player, name, emote }),
  set_order: ({ seats }, { player }) => ({ type: 'set_order', player, seats }),
  remove_player: ({ player: whom, undo = false }, { player, nameOf }) => ({
    type: undo ? 'unremove' : 'remove',
    player,
    about: { player: whom, name: nameOf(whom) },
  }),
  mute: ({ player: whom, undo = false }, { player, nameOf }) => ({
    type: undo ? 'unmute' : 'mute',
    player,
    about: { player: whom, name: nameOf(whom) },
  }),
  make_host: ({ player: whom }, { player, nameOf }) => ({
    type: 'make_host',
    player,
    about: { player: whom, name: nameOf(whom) },
  }),
  ask_host: (_, { player }) => ({ type: 'ask_host', player }),
  take_back_seat: (_, { player }) => ({ type: 'take_back_seat', player }),
  queue_next: ({ undo = false }, { player, name }) => ({ type: undo ? 'unqueue' : 'queue', player, name }),
  give_seat: ({ seat, player: whom }, { player, nameOf }) => ({
    type: 'give_seat',
    player,
    seat,
    about: { player: whom, name: nameOf(whom) },
  }),
} satisfies { readonly [Name in RequestName]?: CommandFor<Name> }

/** Only the settings that were wished for. */
export const chosen = (settings: RequestInput<'set_room'>['settings']): SettingsWish =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))

/** Says by itself whose seat it moves, and is used up when that has moved. */
export const ticketFor = ({ seatMoves }: RoomState, player: string): string =>
  `ticket of ${player} ${seatMoves}`

export function claimIn({ seats }: RoomState, ticket: string) {
  const [, from = '', moves = ''] = /^ticket of (\S+) (\d+)$/.exec(ticket) ?? []
  const seat = seats.findIndex(holder => holder?.player === from)
  return { seat: Math.max(0, seat), from, moves: Number(moves) }
}

/** The games that a player has played in these rooms and that ended before a time, the latest first. */
export function gamesOf(
  rooms: readonly RoomLog[],
  id: string,
  before = Number.POSITIVE_INFINITY,
): readonly PlayedGame[] {
  const games = rooms.flatMap(room =>
    room.log.flatMap(event =>
      event.type === 'game_over' && 'outcome' in event
        ? [playedGame(room.stateAt(event.seq), event.at, event.outcome)]
        : [],
    ),
  )
  const own = games.filter(({ at, players }) => at < before && players.some(({ player }) => player === id))
  return own.toSorted((a, b) => b.at - a.at).slice(0, GAMES_AT_ONCE)
}
