import type { GameId } from '@diceroom/shared/games/registry.ts'
import type { Face } from './face.ts'
import { farkleFace } from './farkle/face.tsx'
import { freeRollFace } from './free-roll/face.tsx'
import { liarsDiceFace } from './liars-dice/face.tsx'
import { pigFace } from './pig/face.tsx'
import { raceFace } from './race/face.tsx'
import { yachtFace } from './yacht/face.tsx'

/** Every game that can be seen here: one line each. */
const faces: Record<GameId, Face> = {
  'free-roll': freeRollFace,
  race: raceFace,
  pig: pigFace,
  farkle: farkleFace,
  'liars-dice': liarsDiceFace,
  yacht: yachtFace,
}

export const faceOf = (game: GameId): Face => faces[game]

/** Whether this page knows a game: a server may be newer. Asks nothing of the rules, which the first page does without. */
export const hasFace = (id: string): id is GameId => Object.hasOwn(faces, id)

/** The games as they are offered, in this order. */
export const OFFERED: readonly GameId[] = Object.keys(faces).filter(hasFace)
