import type { GameId } from '@diceroom/shared/games/registry.ts'
import type { Face } from './face.ts'
import { freeRollFace } from './free-roll/face.tsx'
import { liarsDiceFace } from './liars-dice/face.tsx'
import { pigFace } from './pig/face.tsx'
import { raceFace } from './race/face.tsx'

/** Every game that can be seen here: one line each. */
const faces: Record<GameId, Face> = {
  'free-roll': freeRollFace,
  race: raceFace,
  pig: pigFace,
  'liars-dice': liarsDiceFace,
}

export const faceOf = (game: GameId): Face => faces[game]
