import fc from 'fast-check'
import { expect } from 'vitest'
import type { Dice, GameEvent, GameState, SealedGame, Viewer } from '../games/game.ts'
import { numbersFrom, worldDice } from './dice.ts'
import { onFrozen } from './freeze.ts'
import {
  after,
  anyPlay,
  type Choice,
  isUnending,
  knownTo,
  legalChoices,
  type Play,
  randomPlay,
  setUp,
  take,
  viewersOf,
} from './random-play.ts'
import { plays } from './runs.ts'

const PAST_MAX = 30
const FUTURE_MAX = 40

interface World {
  readonly dice: Dice
  readonly state: GameState
}
type Both<T> = readonly [T, T]
const inBoth = <A, B>([one, other]: Both<A>, of: (a: A) => B): Both<B> => [of(one), of(other)]

/**
 * Two worlds that differ only in dice that a viewer may not see are the same to it, until an event of a type in
 * `reveals` shows them. The worlds part at any point of a play; from there on both make the same moves, for as long
 * as there is one that is legal in both.
 */
export function keepsSecrets(sealed: SealedGame, reveals: readonly string[] = []): void {
  const game = onFrozen(sealed)
  const parting = fc.record({
    at: fc.nat(PAST_MAX),
    viewer: fc.nat(),
    secrets: fc.tuple(fc.nat(), fc.nat()),
  })
  fc.assert(
    fc.property(anyPlay(game), parting, (play, { at, viewer: picked, secrets }) => {
      const viewers = viewersOf(play)
      const viewer = viewers[picked % viewers.length] ?? 'spectator'
      const state = [...take(randomPlay(game, play), at)].at(-1)?.after ?? setUp(game, play)
      const dice = inBoth(secrets, secret => worldDice(play.seed, secret, viewer))
      const worlds = inBoth(dice, dice => ({ dice, state }))
      const opening = at === 0 && !isUnending(game, play)
      const eventsOf = (world: World) => game.begin(world.state, world)
      const parted = opening ? goOn(game, viewer, worlds, eventsOf, reveals) : worlds
      if (parted) liveApart(game, { ...play, viewer }, parted, reveals)
    }),
    plays(250),
  )
}

function liveApart(
  game: SealedGame,
  { viewer, seats, seed }: Play & { viewer: Viewer },
  parted: Both<World>,
  reveals: readonly string[],
): void {
  const pick = numbersFrom(seed)
  let worlds: Both<World> | null = parted
  for (let moves = 0; worlds && moves < FUTURE_MAX; moves += 1) {
    expectSame(
      inBoth(worlds, ({ state }) => shownOf(game, state, viewer)),
      `the state as ${viewer} sees it`,
    )
    const choices = legalInBoth(game, worlds, seats)
    const choice = choices[pick(choices.length)]
    if (!choice) return
    worlds = goOn(game, viewer, worlds, world => eventsAfter(game, world, choice), reveals)
  }
}

const shownOf = (game: SealedGame, state: GameState, viewer: Viewer) => ({
  view: game.view(state, viewer),
  ...knownTo(game, state, viewer),
})

function legalInBoth(game: SealedGame, worlds: Both<World>, seats: Play['seats']): readonly Choice[] {
  const [ours, theirs] = inBoth(worlds, ({ state }) => legalChoices(game, state, seats))
  const legalThere = new Set(theirs.map(choice => JSON.stringify(choice)))
  return ours.filter(choice => legalThere.has(JSON.stringify(choice)))
}

function eventsAfter(game: SealedGame, { state, dice }: World, { seat, move }: Choice): readonly GameEvent[] {
  const decided = game.decide(state, move, { seat, dice })
  if (!decided.ok) throw new Error(`${decided.error.code} for ${JSON.stringify(move)} of seat ${seat}`)
  return decided.value
}

/** Both worlds after what happened in them, which has to look the same; `null` once they may look different. */
function goOn(
  game: SealedGame,
  viewer: Viewer,
  worlds: Both<World>,
  eventsOf: (world: World) => readonly GameEvent[],
  reveals: readonly string[],
): Both<World> | null {
  const events = inBoth(worlds, eventsOf)
  const revealed = inBoth(events, list => list.findIndex(event => reveals.includes(event.type)))
  expectSame(revealed, 'when hidden dice are shown')
  const unrevealed = inBoth(events, list => (revealed[0] < 0 ? list : list.slice(0, revealed[0])))
  expectSame(
    inBoth(unrevealed, list => list.map(event => game.project(event, viewer))),
    `the events as ${viewer} sees them`,
  )
  if (revealed[0] >= 0) return null
  const [one, other] = worlds
  return [
    { ...one, state: after(game, one.state, events[0]) },
    { ...other, state: after(game, other.state, events[1]) },
  ]
}

const expectSame = ([one, other]: Both<unknown>, what: string): void =>
  expect(other, `${what} in the other world`).toStrictEqual(one)
