import type { GameId } from '../../games/registry.ts'
import type { RoomCommand } from '../../room/command.ts'
import { createRoom, decide } from '../../room/decide.ts'
import type { DecideContext } from '../../room/draft.ts'
import type { LoggedEvent, RoomEvent } from '../../room/events.ts'
import { evolve, fold } from '../../room/evolve.ts'
import type { RoomState } from '../../room/room.ts'
import { projectPast } from '../../room/view.ts'
import { type Evening, randomRoom } from '../../testing/random-room.ts'
import { honestChain, honestFaces, sealOf, seedFrom } from './honest-dice.ts'
import type { LogTranscript } from './honest-log.ts'

// What people may do in a room, decided as on a server, with real seals, seeds and secrets.

const ROOM = 'ABC234'

/** The secrets of a room, whose chains are short so that they run out. */
export function realSecrets(): DecideContext {
  const secrets: string[] = []
  return {
    faces: ({ room, deal, who, n, seeds, count, sides }) =>
      honestFaces(secrets[deal - 1] ?? '', { room, deal, who, n, seeds }, { count, sides }),
    secretOf: deal => secrets[deal - 1] ?? '',
    sealOf,
    passwordDigest: password => `digest of ${password}`,
    nextChain() {
      const chainLength = 3
      const { commitment, chain } = honestChain(`${secrets.length}`, chainLength)
      secrets.push(...chain)
      return { commitment, chainLength }
    },
  }
}

/** The transcripts of a room in the course of an evening, one after each command that was accepted. */
export function* realRoom(game: GameId, evening: Evening): Generator<LogTranscript, void> {
  const secrets = realSecrets()
  const made = createRoom(ROOM, { game, options: {}, settings: { private: false } }, secrets)
  if (!made.ok) throw new Error(made.error.message)
  let log = stamped(made.value, 0)
  let state = fold(log)
  for (const { command } of randomRoom(game, evening)) {
    if (!state) throw new Error('a room begins with an event')
    const decided = decide(state, really(command), secrets)
    const events = decided.ok ? stamped(decided.value, log.length) : []
    if (events.length === 0) continue
    log = [...log, ...events]
    state = events.reduce(evolve, state)
    yield transcriptOf(state, log)
  }
}

/** Events as the log holds them behind event `seq`. */
export const stamped = (events: readonly RoomEvent[], seq: number): readonly LoggedEvent[] =>
  events.map((event, index) => ({ ...event, seq: seq + index + 1, at: 0 }))

/** The same command, with a real seal in place of a name for it, and without a view of what went before. */
function really(command: RoomCommand): RoomCommand {
  const seal = (name: string) => sealOf(seedFrom(name.replace('seal of ', '')))
  switch (command.type) {
    case 'join':
      return command.seal === undefined ? command : { ...command, seal: seal(command.seal) }
    case 'open_seal': {
      const { nextSeal, seed, ...rest } = command
      const next = nextSeal === undefined ? {} : { nextSeal: seal(nextSeal) }
      return { ...rest, seed: seedFrom(seed), ...next }
    }
    case 'move':
      return { type: 'move', player: command.player, move: command.move }
    default:
      return command
  }
}

function transcriptOf(state: RoomState, log: readonly LoggedEvent[]): LogTranscript {
  const events = log
    .map(event => projectPast(state, event))
    .map(event => (event.type === 'chat' ? { seq: event.seq, at: event.at, type: event.type } : event))
  return JSON.parse(JSON.stringify({ version: 1, room: ROOM, lastSeq: state.seq, complete: true, events }))
}
