import type { Request, RequestName } from '@diceroom/shared/protocol/client-to-server.ts'
import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import type { Named } from '@diceroom/shared/room/room.ts'

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
