import { describe, it } from 'vitest'
import { seal } from '../games/game.ts'
import { GAME_IDS, type GameId, gameOf } from '../games/registry.ts'
import {
  acceptsLegalMoves,
  changesNoInput,
  endsInRandomPlay,
  endsWithoutAnswers,
  foldsFromJson,
  judgesOptions,
  projectionCommutes,
  refusesOtherMoves,
  saysWhatIsItsOwn,
} from './game-laws.ts'
import { hiddenDice, REVEALS } from './hidden-dice.ts'
import { keepsSecrets } from './two-worlds.ts'

/** The types of events that show what was hidden, for each game that hides anything. */
const REVEALS_OF: Partial<Record<GameId, readonly string[]>> = { 'liars-dice': ['revealed'] }

const games = [
  ...GAME_IDS.map(id => ({ id, game: gameOf(id), reveals: REVEALS_OF[id] ?? [] })),
  { id: hiddenDice.id, game: seal(hiddenDice), reveals: REVEALS },
]

describe.each(games)('$id', ({ game, reveals }) => {
  it('[GM1] accepts every legal move, and waits for somebody until it is decided', () =>
    acceptsLegalMoves(game))
  it('[GM2] refuses every other move with a known code', () => refusesOtherMoves(game))
  it('[GM3] changes nothing that it is given', () => changesNoInput(game))
  it('[GM4] is the fold of its log, also after JSON', () => foldsFromJson(game))
  it('[GM5] shows a viewer events that make the state it is shown', () => projectionCommutes(game))
  it('[GM6] shows nobody what hangs on dice that are hidden from them', () => keepsSecrets(game, reveals))
  it('[GM9] tells its events with types and words of its own', () => saysWhatIsItsOwn(game))
  it('[GM10] has a default for each option, and knows no others', () => judgesOptions(game))
  it('[GM7] ends in random legal play', () => endsInRandomPlay(game))
  it('[GM8] ends when nobody ever answers', () => endsWithoutAnswers(game))
})
