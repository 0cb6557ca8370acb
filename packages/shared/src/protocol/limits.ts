/** Version of the wire; a client that was built for another one reloads its page. */
export const PROTOCOL_VERSION = 1

/** Longest command id, in characters. */
export const COMMAND_ID_MAX = 64
/** Longest code of a room, or name with the sign before it, in UTF-16 units. */
export const ROOM_MAX = 130
/** Longest name of a player, in code points. */
export const NAME_MAX = 32
/** Longest password of a room, in UTF-16 units. */
export const ROOM_PASSWORD_MAX = 64
/** Longest reason of a report, in code points. */
export const REASON_MAX = 200
/** Longest ticket that moves a seat, in characters. */
export const TICKET_MAX = 400
/** How many of those who watch are told by name. */
export const WATCHERS_TOLD = 50
/** Longest chat line or message beside a roll, in code points. */
export const TEXT_MAX = 500
/** How deep objects and arrays may lie in each other in options and moves. */
export const NESTING_MAX = 8
/** Largest message on the wire, in bytes. */
export const FRAME_MAX_BYTES = 64 * 1024
/** How far back a returning client is sent events; from further back it gets the state. */
export const NEAR_EVENTS = 200
/** How many of the latest events come along with a state, so that the talk has a past. */
export const RECENT_EVENTS = 50
/** How many of a player's commands a room remembers. */
export const REMEMBERED_COMMANDS = 256
/** How many of a player's commands may wait for their answer in one room. */
export const UNANSWERED_COMMANDS = 64
/** How many of a player's games are told at once. */
export const GAMES_AT_ONCE = 20
/** How often a quiet room's `seq` is told, in ms. */
export const HEARTBEAT_MS = 5_000
/** How long a deal waits for the seeds of those who sealed one, in ms. */
export const SEEDS_WITHIN_MS = 2_000
