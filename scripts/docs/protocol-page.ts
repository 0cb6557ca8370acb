import { requestSchemas } from '../../packages/shared/src/protocol/client-to-server.ts'
import * as limits from '../../packages/shared/src/protocol/limits.ts'
import { REJECTION_CODES } from '../../packages/shared/src/protocol/rejections.ts'
import { answerSchemas, messageSchemas } from '../../packages/shared/src/protocol/server-to-client.ts'
import { TABLE_EVENTS } from '../../packages/shared/src/room/events.ts'
import { plainWebSocketSection } from './plain-websocket.ts'
import { descriptionOf, type Field, fieldsOf, table } from './schema-text.ts'

const fieldRows = (fields: readonly Field[]) =>
  fields.map(({ name, type, text }) => [`\`${name}\``, type, text])

/** `docs/protocol.md`, from the schemas of the wire. */
export function protocolPage(): string {
  return `# The wire

<!-- Made from packages/shared/src/protocol by scripts/docs.ts: change it there. -->

Two ways to say the same: Socket.IO 4 (protocol 5), namespace \`/\`, path \`/socket.io/\`, over WebSocket or HTTP long-polling; and
[plain WebSocket](#plain-websocket) at \`/ws/v1\`. A program needs nothing but a Socket.IO client
([a bot that plays a whole race](../e2e/example-bot.mjs) is a hundred lines) or a WebSocket ([the same in Python](bot.py)); [Write a bot](write-a-bot.md) goes through one step by step.

Over Socket.IO a connection brings its token in the handshake (\`auth: {token}\`), or none to become a new guest. The first message is
\`welcome\`. A token that is forged or expired is refused: \`connect_error\` with \`data: {code: "bad_token", message}\`.

A message has at most ${limits.FRAME_MAX_BYTES / 1024} KiB; over Socket.IO a larger one ends the connection. A connection may send 30 messages a
second, 60 at once; more are answered \`rate_limited\`, and end the connection when they go on.

## Requests

Each is acknowledged exactly once, with \`{ok: true, …}\` or \`{ok: false, error: {code, message}}\`. \`id\` is chosen by the client,
1–${limits.COMMAND_ID_MAX} characters, unique per player: **the same command may be sent again under the same id after any silence; it acts once**,
and is answered as the first time (a room remembers the last ${limits.REMEMBERED_COMMANDS} commands of each player; at most ${limits.UNANSWERED_COMMANDS} may wait).
The same id with another content is \`id_reused\`. Refusals are not remembered. A field that nobody knows is refused.

${Object.entries(requestSchemas).map(requestSection).join('\n\n')}

## Messages

One accepted command is one message to each connection in the room, the sender's included. \`seq\` is the number of the
last of \`events\`; the first is \`seq - events.length + 1\`. A message whose first event does not follow the last one known is
a gap: ask by \`sync\`. A message that is known already is dropped.

${Object.entries(messageSchemas)
  .map(
    ([name, schema]) =>
      `### \`${name}\`\n\n${descriptionOf(schema)}\n\n${table(['field', 'type', ''], fieldRows(fieldsOf(schema)))}`,
  )
  .join('\n\n')}

## Events

An event is \`{seq, at, type, seat?, …}\`. Dice stand in it as \`rolls: [{deal, who, n, count, sides, faces, secretTo?}]\`,
with \`faces: null\` for who may not see them yet. \`who\` is a seat's number as text, or \`-\` for the room's own dice.
\`auto: true\` marks a move that was made for a player who is not there.

${table(
  ['type', ''],
  Object.entries(TABLE_EVENTS).map(([type, text]) => [`\`${type}\``, text]),
)}

### Seals and seeds

A client may put something into the dice: [fairness.md](fairness.md) says how and what for. It draws 16 bytes, hands in their SHA-256
as \`seal\` with \`join_room\`, and answers a \`deal_opened\` that lists its seal with \`open_seal\`, within ${limits.SEEDS_WITHIN_MS / 1000} s. A client that does
neither is not waited for. \`start_game\` is answered as soon as the deal is opened; \`game_start\` follows when the seeds are there.

${plainWebSocketSection()}

## Games

What can be played, and how each game is spoken to, is told by \`GET /api/games\`: \`{games: [{id, seats: {min, max}, options, move, events}]}\`.
\`options\` and \`move\` are JSON schemas, in which every option has its default and a sentence about what it does; \`events\` has for each
type of the game's events what it holds beside \`seq\`, \`at\` and \`type\`. \`node scripts/games.ts\` prints the same as tables.

A move is sent as \`move {id, room, move: {type, …}}\`; \`legal_moves\` gives what may be sent now, each ready to be sent. \`view\` in a
room's state is the game's own, as the viewer may see it; [packages/shared/src/games](../packages/shared/src/games) has its type for each game.

## Refusals

${REJECTION_CODES.map(code => `\`${code}\``).join(', ')}. The codes are stable; the sentence beside one may change.

## HTTP

| | |
| --- | --- |
| \`GET /api/games\` | the games: seats, JSON schemas of options and moves, and what their events hold |
| \`GET /api/address\` | \`{url}\`: where other devices find this server, \`null\` if it cannot say |
| \`GET /api/rooms\` | the public rooms that are open, have no password and are not locked |
| \`POST /api/rooms\` \`{game, options?, private?}\` | \`201 {room, url}\` |
| \`GET /api/rooms/:room\` | what a spectator may see of a room |
| \`GET /api/rooms/:room/transcript?after=&limit=\` | the public log: \`{version, room, lastSeq, complete, events}\`, without what was said; hidden dice are in it once their deal is closed |
| \`GET /api/figures\` | every die that was ever rolled here: \`{dice: [{sides, faces}]}\`, \`faces\` counts each face from 1 on |
| \`GET /api/people\` | who is here: \`{online, people: [{name, account, table}]}\`; each once, \`table\` is the public table where they sit |
| \`GET /api/lobby/chat\` | what was said in the lobby, 100 lines at most, the oldest first: \`{lines: [{id, at, text, name}]}\`; \`name\` is that of an account. Live ones come by \`/ws/chat/\` |
| \`POST /api/lobby/chat\` | \`{message}\`, 500 characters at most → \`{}\`; for pages that no WebSocket is let through to |
| \`GET /api/people/:name\` | the profile of who has an account of this name: \`{name, since, statistics: {games, wins, byGame: {[game]: {games, wins}}, luck: {dice, z}}}\`; \`z\` is \`null\` without dice. \`404 no_such_person\`, also where it is hidden from whoever asks |
| \`GET /api/account\` | who is logged in by the session cookie: \`{account: {name, player, hidden, since} \\| null}\` |
| \`POST /api/account/sign-up\`, \`/log-in\` \`{name, password, guest?}\` | \`{account}\` and a session cookie; what the player of the token \`guest\` has played comes along. \`409 name_taken\`, \`400 weak_password\`, \`401 wrong_password\`, \`429 rate_limited\` with \`Retry-After\` |
| \`POST /api/account/log-out\`, \`/log-out-everywhere\` | \`{}\`; the connections of the log-ins that end are closed |
| \`POST /api/account/password\` \`{password, newPassword}\` | \`{}\`, and all other log-ins end |
| \`PUT /api/account/profile\` \`{hidden}\` | \`{account}\` |
| \`GET /api/account/data\` | everything that is kept about who is logged in |
| \`DELETE /api/account\` \`{password}\` | \`{}\`; the account is gone, and the name is blanked in all rooms |
| \`GET /healthz\`, \`/readyz\`, \`/metrics\` | lives, can play, Prometheus |

Errors are \`{error: {code, message}}\` with the fitting status.

A room that is locked or has a password is read by its members alone, those who sit there or whose connection has joined it: they say who
they are by \`Authorization: Bearer <token>\`, the token of \`welcome\`, or by a log-in. Who knows the password may read it too, by the header
\`X-Room-Password\`, in UTF-8. Anybody else is answered \`401 wrong_password\` or \`403 room_locked\`.
`
}

function requestSection([name, schema]: [
  string,
  (typeof requestSchemas)[keyof typeof requestSchemas],
]): string {
  const answer = Object.entries(answerSchemas).find(([answered]) => answered === name)?.[1]
  const answered = answer ? fieldsOf(answer).map(field => `\`${field.name}\``) : []
  return `### \`${name}\`

${descriptionOf(schema)}

${table(['field', 'type', ''], fieldRows(fieldsOf(schema)))}

Answer: ${answered.join(', ')}`
}
