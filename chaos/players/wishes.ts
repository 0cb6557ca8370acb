import type { RequestName } from '@diceroom/shared/protocol/client-to-server.ts'
import {
  isEndless,
  type PlayerId,
  present,
  type RoomState,
  rulesOf,
  seatOf,
} from '@diceroom/shared/room/room.ts'
import type { Numbers } from '@diceroom/shared/testing/dice.ts'

/** What somebody at a table might do next. */
export type Wish =
  | { readonly do: 'ask'; readonly name: RequestName; readonly content: Readonly<Record<string, unknown>> }
  | { readonly do: 'leave' | 'sit' | 'nothing' }

const NOTHING: Wish = { do: 'nothing' }
const WORDS = ['well', 'again', 'so close', '好的', 'ha', '🎲']

/** A wish for a player in a room as the player knows it. Mostly sensible; some of it is refused. */
export function wishOf(state: RoomState, me: PlayerId, numbers: Numbers): Wish {
  const chance = numbers(100)
  if (chance < 5) return { do: 'ask', name: 'chat', content: { text: WORDS[numbers(WORDS.length)] } }
  const seat = seatOf(state, me)
  if (seat === null) return chance < 30 && state.phase !== 'playing' ? { do: 'sit' } : NOTHING
  if (chance < 6) return { do: 'leave' }
  if (isEndless(state)) return throwOf(state, me, numbers)
  if (state.phase !== 'playing') return state.host === me && chance < 50 ? startOf(state, numbers) : NOTHING
  const moves = rulesOf(state).legalMoves(state.view, seat)
  const isImpatient = chance === 99
  if (moves.length === 0 && !isImpatient) return NOTHING
  const move = moves[numbers(Math.max(1, moves.length))] ?? { type: 'roll' }
  return { do: 'ask', name: 'move', content: { move, seen: state.seq } }
}

function throwOf(state: RoomState, me: PlayerId, numbers: Numbers): Wish {
  if (state.host === me && numbers(60) === 0) {
    const options = { dice: 1 + numbers(20), sides: [4, 6, 8, 10, 12, 20, 100][numbers(7)] }
    return { do: 'ask', name: 'set_options', content: { options } }
  }
  const words = numbers(5) === 0 ? { message: WORDS[numbers(WORDS.length)] } : {}
  return { do: 'ask', name: 'move', content: { move: { type: 'roll', ...words } } }
}

function startOf(state: RoomState, numbers: Numbers): Wish {
  if (state.dealing.opening || present(state).length < 2) return NOTHING
  const finish = ['stay', 'bounce', 'overshoot'][numbers(3)]
  const options = state.game === 'race' && numbers(3) === 0 ? { options: { finish } } : {}
  return { do: 'ask', name: 'start_game', content: options }
}
