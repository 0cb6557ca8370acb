import { describe, it, vi } from 'vitest'
import { GAME_IDS, type GameId, isGameId } from '../games/registry.ts'
import { dealsInOrder, rollsInStreams } from './deal-laws.ts'
import {
  announcesWhatHappened,
  foldsFromJson,
  hasOneHost,
  keepsEverybodysSeat,
  projectionCommutes,
  refusesWithoutChange,
  waitsForNobodyAbsent,
} from './room-laws.ts'

vi.mock('../games/registry.ts', async importOriginal => {
  const { withHiddenDice } = await import('./with-hidden-dice.ts')
  return withHiddenDice(await importOriginal<typeof import('../games/registry.ts')>())
})

const games: readonly GameId[] = [...GAME_IDS, 'hidden-dice'].filter(isGameId)

describe.each(games)('a room of %s', game => {
  it('[RM1] refuses with a known code, and changes nothing then', () => refusesWithoutChange(game))
  it('[RM2] is the fold of its log, also after JSON', () => foldsFromJson(game))
  it('[RM3] shows a viewer events that make the room it is shown', () => projectionCommutes(game))
  it('[RM4] keeps everybody’s seat while a game lasts', () => keepsEverybodysSeat(game))
  it('[RM5] has one host where somebody sits', () => hasOneHost(game))
  it('[RM6] waits for nobody who has left while somebody is there', () => waitsForNobodyAbsent(game))
  it('[RM55] deals in order', () => dealsInOrder(game))
  it('[RM56] numbers the rolls of each roller for themselves', () => rollsInStreams(game))
  it('[RM7] tells what happened by the message that fits', () => announcesWhatHappened(game))
})
