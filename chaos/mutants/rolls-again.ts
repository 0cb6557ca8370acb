import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { Beside } from '../../packages/server/src/stores/room-store.ts'
import { every, serve } from './serve.ts'

const isUnlucky = every(60)

/** Turns the first die down by one; in place, since what is told follows from the same values. Gives what has to be counted. */
function turned(event: LoggedEvent, beside: Beside | undefined): Beside | undefined {
  const [roll] = ('rolls' in event && event.rolls) || []
  const [face = 1] = roll?.faces ?? []
  if (!roll?.faces || face === 1 || !isUnlucky()) return beside
  Object.assign(roll.faces, [face - 1])
  const counted = [...(beside?.faces?.get(roll.sides) ?? [])]
  counted[face - 1] = (counted[face - 1] ?? 0) - 1
  counted[face - 2] = (counted[face - 2] ?? 0) + 1
  return { ...beside, faces: new Map(beside?.faces).set(roll.sides, counted) }
}

// Now and then a die shows one less than it has to, on disk and to everybody alike.
await serve({
  store: real => ({
    ...real,
    append(room, expectedSeq, events, beside) {
      const counted = events.reduce((sum, event) => turned(event, sum), beside)
      return real.append(room, expectedSeq, events, counted)
    },
  }),
})
