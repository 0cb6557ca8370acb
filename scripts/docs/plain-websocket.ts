import { CLOSE_CODES } from '../../packages/shared/src/protocol/close-codes.ts'
import * as limits from '../../packages/shared/src/protocol/limits.ts'
import { table } from './schema-text.ts'

const MEANINGS: Readonly<Record<keyof typeof CLOSE_CODES, string>> = {
  over: 'the log-in that it came with has ended',
  flood: 'it sent too fast, and went on when it was told so',
  unreadable: 'a message of more than 1.5 MiB',
  failure: 'the server could not find out whose connection this is; come back later',
  restart: 'the server ends, or starts again; come back in a moment',
  noHello: 'the first frame was no `hello`, or none came within 10 s',
  badToken: 'the token is not valid, or not any more: come back without it as a new guest',
}

/** The part of `docs/protocol.md` about `/ws/v1`. */
export const plainWebSocketSection = (): string => `## Plain WebSocket

\`/ws/v1\` carries all that Socket.IO carries, under the same names, to whoever has nothing but a WebSocket: every frame is a text
frame with one JSON object. [A bot in Python](bot.py) that plays a whole race, and takes up a lost connection where it was, has
less than 80 lines: \`python3 docs/bot.py http://localhost:3000\`.

The client speaks first:

\`\`\`
→ {"type": "hello"}                                                      or {"type": "hello", "token": "…"}
← {"type": "welcome", "player": {"id": "p_…", "name": "Guest 4538"}, "token": "…", "protocol": 1, "now": …}
→ {"type": "join_room", "ref": 7, "id": "a", "room": "CK36H5", "name": "Ada"}
← {"type": "answer", "ref": 7, "ok": true, "room": "CK36H5", "seat": 0, "seq": 4, "state": {…}, "recent": […]}
→ {"type": "move", "ref": 8, "id": "b", "room": "CK36H5", "move": {"type": "roll"}}
← {"type": "game_process", "room": "CK36H5", "seq": 5, "at": …, "events": […], "message": "Ada rolled 4", …}
← {"type": "answer", "ref": 8, "ok": true, "seq": 5, "events": […]}
\`\`\`

\`ref\` is a number (whole ones up to 2^53 - 1) or a text of at most 64 characters. It means nothing to the server: each request is
answered once, under its \`ref\`, in the order in which they are done. What is neither \`type\` nor \`ref\` is the request.
A frame that is no request (no JSON object, no \`type\`, no \`ref\`, bytes, a second \`hello\`) is answered by
\`{"type": "error", "error": {"code", "message"}, "ref"?}\`, and the connection goes on. So it does after a message of more than
${limits.FRAME_MAX_BYTES / 1024} KiB: \`too_large\`, as an answer where \`ref\` stands at its beginning, alone or after \`type\`.

The subprotocol \`diceroom.v1\` is agreed to where it is offered. Nothing is compressed. The server pings every 25 s, and a client that
has not answered by the next one is gone. For a client that does not read about 1 MB is kept, then the connection is cut; back again, it
joins with \`since\` and has everything.

${table(
  ['close code', ''],
  Object.entries(CLOSE_CODES).map(([name, code]) => [
    String(code),
    MEANINGS[name as keyof typeof CLOSE_CODES],
  ]),
)}

An upgrade is refused by HTTP, with \`{error: {code, message}}\`: 404 where nothing is, 403 for pages of other origins (\`ALLOWED_ORIGINS\`
lets them in; programs send no \`Origin\`), 429 for more connections than one address may have.

The wires of the older systems are in [older-wires.md](older-wires.md).`
