import { seatOf } from '@diceroom/shared/room/room.ts'
import type { AnyAnswer, Done, Outcome } from '../players/wire.ts'
import { isSame, keyOf, type Made, type RoomLog } from './room-log.ts'

/** Commands that change the room wherever they are done. */
const ALWAYS_CHANGES: ReadonlySet<string> = new Set([
  'create_room',
  'move',
  'chat',
  'start_game',
  'set_options',
])

/** What a player may be refused in a room where everything is as it should be. */
const EXPECTED_REFUSALS: ReadonlySet<string> = new Set([
  'storage_unavailable',
  'rate_limited',
  'game_in_progress',
  'not_enough_players',
  'not_host',
  'not_in_room',
  'not_playing',
  'not_your_turn',
  'stale',
])

/** What is wrong with what became of a command, held against the log. */
export function wrongWith(outcome: Outcome, log: RoomLog): readonly string[] {
  const { player, name, id = '', answers, sends } = outcome
  const made = log.made.get(keyOf({ player, id })) ?? null
  const done = answers.filter(isDone)
  const complaints = answers.flatMap(answer => wrongRefusal(answer))
  if (made && done.length === 0 && sends === 1) complaints.push('was refused, and is in the log')
  for (const answer of done) complaints.push(...wrongAnswer(outcome, answer, { made, log }))
  if (name !== 'join_room' && new Set(done.map(({ seq }) => seq)).size > 1)
    complaints.push('has several answers')
  return [...new Set(complaints)].map(complaint => `${name} ${keyOf({ player, id })} ${complaint}`)
}

const isDone = (answer: AnyAnswer): answer is Done => answer.ok

const wrongRefusal = (answer: AnyAnswer): string[] =>
  answer.ok || EXPECTED_REFUSALS.has(answer.error.code)
    ? []
    : [`was refused as ${answer.error.code}: ${answer.error.message}`]

function wrongAnswer(
  { name, player, payload }: Outcome,
  answer: Done,
  { made, log }: { made: Made | null; log: RoomLog },
): readonly string[] {
  const { seq = 0 } = answer
  if (!made && ALWAYS_CHANGES.has(name)) return ['was acknowledged, and is not in the log']
  // Whoever joins is shown how things stand when the answer leaves.
  if (made && name === 'join_room' && seq < made.last) return [`was answered with ${seq}, before it was done`]
  const answersOwnEnd = made && name !== 'join_room' && name !== 'create_room'
  if (answersOwnEnd && seq !== made.last) return [`was answered with ${seq}, and ended at ${made.last}`]
  switch (name) {
    case 'join_room': {
      const state = log.stateAt(seq)
      const seat = state && seatOf(state, player)
      return !state || seat === answer.seat
        ? []
        : [`was given seat ${answer.seat}, and the log gives it ${seat}`]
    }
    case 'leave_room': {
      const state = log.stateAt(seq)
      return state && seatOf(state, player) !== null ? ['was acknowledged, and the seat is still taken'] : []
    }
    case 'chat': {
      const event = log.events[(made?.first ?? 0) - 1]
      return event?.type === 'chat' && 'text' in event && event.text === payload.text
        ? []
        : ['says something else']
    }
    case 'move': {
      const events = log.events.slice((made?.first ?? 1) - 1, made?.last)
      const seqs = (answer.events ?? []).map(event => event.seq)
      return isSame(
        seqs,
        events.map(event => event.seq),
      )
        ? []
        : [`was answered with the events ${seqs}`]
    }
    case 'open_seal': {
      const isLogged = log.events.some(
        event => event.type === 'seed_opened' && 'seed' in event && event.seed === payload.seed,
      )
      return isLogged ? [] : ['was acknowledged, and the seed is not in the log']
    }
    default:
      return []
  }
}
