import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type GameId, isGameId } from '../games/registry.ts'
import type { Announcement } from '../room/announcement.ts'
import type { RoomCommand } from '../room/command.ts'
import type { Decision } from '../room/decide.ts'
import type { RoomEvent } from '../room/events.ts'
import { complaint } from './complaint.ts'
import { hosted, joined } from './given.ts'
import {
  announcesWhatHappened,
  foldsFromJson,
  hasOneHost,
  keepsEverybodysSeat,
  projectionCommutes,
  refusesWithoutChange,
  waitsForNobodyAbsent,
} from './room-laws.ts'

// A check that cannot fail proves nothing: each law has to catch rooms that break it. Here are rooms whose decisions
// and announcements go wrong as a test says, and a game that shows hidden dice in its states.

type Change = (events: readonly RoomEvent[], command: RoomCommand) => readonly RoomEvent[]
const wrong = vi.hoisted(() => ({
  decision: (decision: Decision, _command: RoomCommand): Decision => decision,
  announcement: (told: Announcement): Announcement => told,
}))
const right = { ...wrong }

vi.mock('../room/decide.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../room/decide.ts')>()
  const decide: typeof real.decide = (state, command, context) =>
    wrong.decision(real.decide(state, command, context), command)
  return { ...real, decide }
})
vi.mock('../room/announcement.ts', async importOriginal => {
  const real = await importOriginal<typeof import('../room/announcement.ts')>()
  return {
    announce: (...args: Parameters<typeof real.announce>) => wrong.announcement(real.announce(...args)),
  }
})
vi.mock('../games/registry.ts', async importOriginal => {
  const { withHiddenDice } = await import('./with-hidden-dice.ts')
  const { hiddenDice } = await import('./hidden-dice.ts')
  const { seal } = await import('../games/game.ts')
  const leaking = seal({ ...hiddenDice, view: state => state })
  return withHiddenDice(await importOriginal<typeof import('../games/registry.ts')>(), leaking)
})

const eventsGoWrong = (change: Change): void => {
  wrong.decision = (decision, command) =>
    decision.ok ? { ok: true, value: change(decision.value, command) } : decision
}
const caught = (law: (game: GameId) => void): string => complaint(() => law('race'))

describe('a room is caught that', () => {
  beforeEach(() => {
    Object.assign(wrong, right)
  })

  it('refuses with a code that nobody knows', () => {
    wrong.decision = decision =>
      decision.ok ? decision : JSON.parse('{"ok":false,"error":{"code":"so_what","message":"So what?"}}')
    expect(caught(refusesWithoutChange)).toMatch(/so_what/)
  })
  it('logs what JSON loses', () => {
    eventsGoWrong(events => events.map(event => ({ ...event, name: Symbol('lost') })))
    expect(caught(foldsFromJson)).toMatch(/the fold of the log/)
  })
  it('shows viewers more in its state than in its events', () => {
    const leaking = 'hidden-dice'
    expect(isGameId(leaking) && complaint(() => projectionCommutes(leaking))).toMatch(/after dealt for/)
  })
  it('gives a seat to two people', () => {
    eventsGoWrong((events, { type }) => (type === 'chat' ? [joined(0, 'zoe')] : events))
    expect(caught(keepsEverybodysSeat)).toMatch(/who plays/)
  })
  it('gives two seats to one person', () => {
    eventsGoWrong((events, { type }) => (type === 'chat' ? [joined(0, 'zoe'), joined(1, 'zoe')] : events))
    expect(caught(keepsEverybodysSeat)).toMatch(/one seat for each/)
  })
  it('makes a host of everyone who comes', () => {
    eventsGoWrong((events, command) =>
      command.type === 'join' && events.length > 0 ? [...events, hosted(command.player)] : events,
    )
    expect(caught(hasOneHost)).toMatch(/AssertionError/)
  })
  it('forgets that a game is over', () => {
    eventsGoWrong(events => events.filter(({ type }) => type !== 'game_over'))
    expect(caught(waitsForNobodyAbsent)).toMatch(/AssertionError/)
  })
  it('lets the others wait for who has left', () => {
    eventsGoWrong(events => events.filter(event => !('auto' in event)))
    expect(caught(waitsForNobodyAbsent)).toMatch(/AssertionError/)
  })
  it('plays in silence', () => {
    wrong.announcement = () => ({ name: 'room_event' })
    expect(caught(announcesWhatHappened)).toMatch(/what is told as a room event/)
  })
  it('says that a game goes on which is over', () => {
    wrong.announcement = told => (told.name === 'game_process' ? { ...told, gameStatus: 1 } : told)
    expect(caught(announcesWhatHappened)).toMatch(/expected 1 to be/)
  })
})
