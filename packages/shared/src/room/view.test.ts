import { expect, it, vi } from 'vitest'
import type { GameEvent, Roll } from '../games/game.ts'
import { created, given, join, logOf, open, start } from '../testing/given.ts'
import type { LoggedEvent, RoomEvent } from './events.ts'
import { project, viewOf } from './view.ts'

// In hidden-dice, as it is here, `stood` carries a note which the game shows only to the seat itself, and the game leaves
// all hiding of dice in `shaken` to the room.
vi.mock('../games/registry.ts', async importOriginal => {
  const { withHiddenDice } = await import('../testing/with-hidden-dice.ts')
  const { hiddenDice } = await import('../testing/hidden-dice.ts')
  const { seal } = await import('../games/game.ts')
  const careless: typeof hiddenDice = {
    ...hiddenDice,
    project(event, viewer) {
      if (event.type === 'shaken') return event
      if (event.type !== 'stood' || event.seat === viewer) return hiddenDice.project(event, viewer)
      return { type: 'stood', seat: event.seat }
    },
  }
  return withHiddenDice(await importOriginal<typeof import('../games/registry.ts')>(), seal(careless))
})

const room = given(created('hidden-dice'))
  .when(join('ada'))
  .when(join('bo'))
  .when(start('ada'), 4, 1, 2, 3, 4)
const { state } = room
const logged = (event: GameEvent): LoggedEvent => ({ ...event, seq: state.seq + 1, at: 5 })
const mine: Roll = { ...open(6, 1, 2), secretTo: 0 }

it('[RM36] shows hidden dice to nobody but whom they belong to', () => {
  const dealt = room.added.find(({ type }) => type === 'dealt')
  if (!dealt) throw new Error('hands were dealt')
  const [ada, bo, watcher] = ([0, 1, 'spectator'] as const).map(viewer => project(state, dealt, viewer))
  expect(ada).toMatchObject({ rolls: [{ faces: [1, 2] }, { faces: null }] })
  expect(bo).toMatchObject({ rolls: [{ faces: null }, { faces: [3, 4] }] })
  expect(watcher).toMatchObject({ rolls: [{ faces: null }, { faces: null }] })
  expect(viewOf(state, 1).view).toMatchObject({ hands: [null, [3, 4]] })
})
it('[RM36] hides them even where the game forgets to', () => {
  const shaken = logged({ type: 'shaken', seat: 0, rolls: [mine] })
  expect(project(state, shaken, 0)).toEqual(shaken)
  expect(project(state, shaken, 1)).toEqual({ ...shaken, rolls: [{ ...mine, faces: null }] })
  expect(project(state, shaken, 'spectator')).toEqual({ ...shaken, rolls: [{ ...mine, faces: null }] })
})
it('[RM36] shows nothing of an event that the game leaves out', () => {
  const stood = logged({ type: 'stood', seat: 0, ...{ note: 'a pair of ones' } })
  expect(project(state, stood, 0)).toEqual(stood)
  expect(project(state, stood, 1)).toEqual({ type: 'stood', seat: 0, seq: stood.seq, at: 5 })
})
it('[RM36] gives back the event itself where nothing is hidden, so that all are sent the same', () => {
  const [chat] = logOf([{ type: 'chat', player: 'ada', name: 'Ada', text: 'hi' }])
  const boasted = logged({ type: 'boasted', seat: 0 })
  for (const viewer of [0, 1, 'spectator'] as const) {
    expect(chat && project(state, chat, viewer)).toBe(chat)
    expect(project(state, boasted, viewer)).toBe(boasted)
  }
})
it('[RM36] shows nobody which command an event came from', () => {
  const mark = { player: 'ada', id: 'c1', hash: 'f00', last: 1 }
  const chat: RoomEvent = { type: 'chat', player: 'ada', name: 'Ada', text: 'hi' }
  for (const event of logOf(
    [chat, { type: 'boasted', seat: 0 }, { type: 'shaken', seat: 0, rolls: [mine] }],
    mark,
  )) {
    expect(event).toHaveProperty('cmd')
    for (const viewer of [0, 1, 'spectator'] as const) {
      expect(project(state, event, viewer)).not.toHaveProperty('cmd')
    }
  }
})
