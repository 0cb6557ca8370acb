import { isEndlessWith } from '../../packages/shared/src/games/game.ts'
import { GAME_IDS, gameOf } from '../../packages/shared/src/games/registry.ts'
import { requestSchemas } from '../../packages/shared/src/protocol/client-to-server.ts'
import * as limits from '../../packages/shared/src/protocol/limits.ts'
import { REJECTION_CODES } from '../../packages/shared/src/protocol/rejections.ts'
import { answerSchemas, messageSchemas } from '../../packages/shared/src/protocol/server-to-client.ts'
import { TABLE_EVENTS } from '../../packages/shared/src/room/room.ts'
import { plainWebSocketSection } from './plain-websocket.ts'
import { descriptionOf, type Field, fieldsOf, rulesOf, table } from './schema-text.ts'

const fieldRows = (fields: readonly Field[]) =>
  fields.map(({ name, type, text }) => [`\`${name}\``, type, text])

/** What the events of each game hold beside \`seq\`, \`at\` and \`type\`; made by its rules. */
const GAME_EVENTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'free-roll': {
    rolled: '`{seat, rolls, message?}`',
    starter_rolled: 'with turn order: as in race',
    skipped: '`{seat}` did not throw in this round',
    round_begun: '`{number, waiting}`: everybody has thrown; in round `number` throw those in `waiting`',
    tied: '`{seats}` share the best throw, and throw again for the first place',
    decided: '`{winner, places}`: how the game ends, where it does',
  },
  race: {
    starter_rolled:
      '`{starter, rounds, rolls}`: who throws highest goes first; those who share it throw again, a roll for each round',
    piece_moved:
      '`{seat, from, landed, to, next, again?, third?, alone?, captured?, rolls}`: from one square to another; `to` differs from `landed` where a ladder or a slide begins there; `next` is whose turn it is, `null` after the winning move; `again` says that a six gives another roll, `third` what the third six did, `alone` which of two dice was walked, `captured` whom it sent home',
  },
  farkle: {
    starter_rolled: '`{starter, rounds, rolls}`: as in `race`; left out where it is given who begins',
    rolled:
      '`{seat, points, aside, piggyback?, rolls}`: dice of this roll have to be set aside now; `points` is what the turn is worth, `aside` the faces that lie aside; `piggyback` where dice and points of the turn before were taken over',
    farkled:
      '`{seat, lost, aside, inARow, penalty, score, next, piggyback?, rolls}`: nothing scores, and `lost` is what the turn was worth; `penalty` what the third in a row cost; `next` is whose turn it is, `null` after the last one',
    set_aside:
      '`{seat, dice, faces, points, total, aside, left, hot?}`: `dice` are indices into the roll; the turn is worth `total` now, and `left` dice would be rolled next; `hot` where all have scored',
    banked:
      '`{seat, points, score, next, final?}`: the points of the turn were put to the score; with `final` everybody else has one more turn',
    rolled_off:
      '`{rounds, winner, rolls}`: those with the same highest score have rolled for the first place, as for the start',
  },
  'liars-dice': {
    starter_rolled: '`{starter, rounds, rolls}`: as in `race`; left out where it is given who begins',
    hands_rolled:
      '`{round, starter, palifico, hands, rolls}`: the hidden dice of the seats in `hands`, a roll for each; of all but the own ones `faces` is `null`',
    bid_made: '`{seat, count, face, wild, next}`: `wild` says whether ones count as this face too',
    called: '`{seat, how, bid}`: `how` is `call` or `exact`',
    challenged: '`{seat, bid}`: doubted for twice the stake; its bidder is to answer',
    answered: '`{seat, counter}`',
    revealed:
      '`{round, how, by, bid, hands, counted, kinds, count, right, changes: [{seat, dice, drinks}], dice, drinks, out, next, palifico}`: all dice, which of them counted, and what it cost; lists are in the order of the seats',
  },
  pig: {
    starter_rolled: '`{starter, rounds, rolls}`: as in `race`; left out where it is given who begins',
    rolled:
      '`{seat, points, total, mustRoll?, rolls}`: the turn goes on, and has come to `total`; with `mustRoll` it may not be held before another roll',
    lost: '`{seat, points, scoreLost?, next, rolls}`: a 1 has ended the turn, which had come to `points`; `scoreLost` is the score where that is lost as well; `next` is whose turn it is, `null` after the last one',
    banked:
      '`{seat, points, score, next, reached?, rolls?}`: points were put to the score, by holding or, where `rolls` are there, by the roll itself; `reached` says what reaching the target leads to: `win` or `final_round`',
  },
  yacht: {
    starter_rolled: '`{starter, rounds, rolls}`: as in `race`; left out where it is given who begins',
    dice_rolled:
      '`{seat, thrown, dice, rollsLeft, rolls}`: the dice on the places `thrown` were rolled; `dice` are all five, as they lie now',
    box_scored:
      '`{seat, box, dice, points, joker, extra, bonus, total, next}`: a box was filled; `extra` is 100 for a further five alike, `bonus` what the upper half earned with it, both else 0; `next` is whose turn it is, `null` after the last box of all',
  },
}

/** `docs/protocol.md`, from the schemas of the wire. */
export function protocolPage(): string {
  return `# The wire

<!-- Made from packages/shared/src/protocol by scripts/docs.ts: change it there. -->

Two ways to say the same: Socket.IO 4 (protocol 5), namespace \`/\`, path \`/socket.io/\`, over WebSocket or HTTP long-polling; and
[plain WebSocket](#plain-websocket) at \`/ws/v1\`. A program needs nothing but a Socket.IO client
([a bot that plays a whole race](../e2e/example-bot.mjs) is a hundred lines) or a WebSocket ([the same in Python](bot.py)).

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

${GAME_IDS.map(gameSection).join('\n\n')}

## Refusals

${REJECTION_CODES.map(code => `\`${code}\``).join(', ')}. The codes are stable; the sentence beside one may change.

## HTTP

| | |
| --- | --- |
| \`GET /api/games\` | the games with the JSON schemas of their options |
| \`GET /api/address\` | \`{url}\`: where other devices find this server, \`null\` if it cannot say |
| \`GET /api/rooms\` | the public rooms that are open |
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

function gameSection(id: (typeof GAME_IDS)[number]): string {
  const game = gameOf(id)
  const events = Object.entries(GAME_EVENTS[id] ?? {})
  if (events.length === 0) throw new Error(`say in scripts/docs/protocol-page.ts which events ${id} has`)
  return `### \`${id}\`

${game.seats.min}–${game.seats.max} seats${isEndlessWith(game, game.options.parse({})) ? ', in play from the beginning on, until the host ends it' : ''}.

${table(['option', 'type', ''], fieldRows(rulesOf(game.options)))}

${table(['field of a move', 'type', ''], fieldRows(rulesOf(game.move)))}

${table(
  ['event', ''],
  events.map(([type, text]) => [`\`${type}\``, text]),
)}`
}
