import type { LobbyChat } from '../../sessions/lobby-chat.ts'
import type { LobbyPeople } from '../../sessions/lobby-people.ts'
import { chatWire } from './chat.ts'
import { echoWire } from './echo.ts'
import type { LoginsOfWires, PersonOf } from './logged-in.ts'
import { presenceWire } from './presence.ts'
import { streamWire } from './stream.ts'
import type { Wire } from './wire.ts'

interface OlderWiresOptions {
  readonly chat: LobbyChat
  readonly people: LobbyPeople
  readonly personOf: PersonOf
  readonly logins: LoginsOfWires
  readonly now: () => number
}

/** The wires of the older systems that are no table: chat, presence, echo and push. */
export const olderWires = ({ chat, people, personOf, logins, now }: OlderWiresOptions): readonly Wire[] => [
  chatWire({ chat, personOf, logins, now }),
  presenceWire({ people, personOf, logins }),
  echoWire(),
  streamWire(),
]
