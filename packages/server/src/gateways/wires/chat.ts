import type { LobbyChat } from '../../sessions/lobby-chat.ts'
import { LoggedIn, type LoginsOfWires, type PersonOf } from './logged-in.ts'
import { PacedGroup } from './paced-group.ts'
import { firstOffered, messageIn } from './plain-message.ts'
import { errorFrame, type Wire } from './wire.ts'

interface ChatWireOptions {
  readonly chat: LobbyChat
  readonly personOf: PersonOf
  readonly logins: LoginsOfWires
  readonly now: () => number
}

/** `/ws/chat/`: who sends `{"message": <text>}` has everybody there receive it, oneself included. */
export function chatWire({ chat, personOf, logins, now }: ChatWireOptions): Wire {
  const loggedIn = new LoggedIn(personOf, logins)
  const group = new PacedGroup()
  chat.listen(message => group.tell(JSON.stringify({ message })))
  return {
    match: path => path === '/ws/chat/',
    protocol: firstOffered,
    admit: request => loggedIn.admit(request),
    open(connection, request) {
      const name = loggedIn.of(request)?.name ?? null
      group.join(connection)
      const ended = loggedIn.opened(request, connection)
      return {
        text(frame) {
          const message = messageIn(frame)
          if (!message.ok) return connection.send(errorFrame(message.error))
          chat.say({ at: now(), text: message.value, name })
        },
        closed() {
          ended()
          group.leave(connection)
        },
      }
    },
  }
}
