import { rejection } from '@diceroom/shared/protocol/rejections.ts'
import type { LobbyPeople } from '../../sessions/lobby-people.ts'
import { LoggedIn, type LoginsOfWires, type PersonOf } from './logged-in.ts'
import { PacedGroup } from './paced-group.ts'
import { firstOffered } from './plain-message.ts'
import { errorFrame, type Wire } from './wire.ts'

/** What somebody is called who is not logged in. */
const ANONYMOUS = 'AnonymousUser'
/** Longest id of a player that is looked at, in characters. */
const PLAYER_MAX = 64

interface PresenceWireOptions {
  readonly people: LobbyPeople
  readonly personOf: PersonOf
  readonly logins: LoginsOfWires
}

/**
 * `/ws/presence`: everybody there is told who comes and goes, how many people are there, and who. A page may say which
 * guest it is, `?player=<id>`, so that several of its tabs are one person.
 */
export function presenceWire({ people, personOf, logins }: PresenceWireOptions): Wire {
  const loggedIn = new LoggedIn(personOf, logins)
  const group = new PacedGroup()
  const tell = (msg: string) => {
    const users = people.all.map(({ person }) => person?.name ?? ANONYMOUS)
    group.tell(JSON.stringify({ msg, online: users.length, users }))
  }
  return {
    match: path => path === '/ws/presence' || path === '/ws/presence/',
    protocol: firstOffered,
    admit: request => loggedIn.admit(request),
    open(connection, request) {
      const person = loggedIn.of(request)
      const user = person?.name ?? ANONYMOUS
      const leave = people.enter({ person, player: playerIn(request.query) })
      group.join(connection)
      const ended = loggedIn.opened(request, connection)
      tell(`${user} Connected`)
      return {
        text() {
          connection.send(errorFrame(rejection('bad_request', 'Nothing is asked here: this only tells.')))
        },
        closed() {
          ended()
          group.leave(connection)
          leave()
          tell(`${user} Disconnected`)
        },
      }
    },
  }
}

function playerIn(query: URLSearchParams): string | null {
  const player = query.get('player') ?? ''
  return player !== '' && player.length <= PLAYER_MAX ? player : null
}
