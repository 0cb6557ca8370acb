import { isGameId } from '@diceroom/shared/games/registry.ts'
import { isTableEvent } from '@diceroom/shared/room/events.ts'
import { evolve } from '@diceroom/shared/room/evolve.ts'
import { describe, expect, it, vi } from 'vitest'
import { pastGame } from './past-game.ts'
import { PlayedRoom } from './testing/played-room.ts'
import { logOf } from './transcript.ts'

vi.mock('@diceroom/shared/games/registry.ts', async importOriginal => {
  const { withHiddenDice } = await import('@diceroom/shared/testing/with-hidden-dice.ts')
  return withHiddenDice(await importOriginal<typeof import('@diceroom/shared/games/registry.ts')>())
})

const gameIn = (room: PlayedRoom, number: number) => pastGame(logOf(room.transcript), number)

function foundIn(room: PlayedRoom, number: number) {
  const found = gameIn(room, number)
  if (!found.ok) throw new Error(found.error)
  return found.value
}

describe('a game of the past', () => {
  it('goes from its start to its end, whatever came before and after', () => {
    const room = new PlayedRoom('race')
      .joins('ada', 'bo')
      .starts()
      .finishes()
      .says('bo', 'again')
      .starts()
      .finishes()
    const { outcome } = room.state
    room.starts().moves()
    const { before, events } = foundIn(room, 2)
    expect(before).toMatchObject({ phase: 'over', games: 1 })
    expect(events[0]).toMatchObject({ type: 'game_started', number: 2 })
    expect(events.at(-1)).toMatchObject({ type: 'game_over', outcome })
    expect(events.map(({ type }) => type)).not.toContain('deal_closed')
  })

  it('ends where it was broken off', () => {
    const room = new PlayedRoom('race').joins('ada', 'bo').starts().moves(3).leaves('ada').leaves('bo')
    expect(foundIn(room, 1).events.at(-1)).toMatchObject({ type: 'game_aborted' })
  })

  it('is not there before it was begun, while it is in play, and where games never end', () => {
    const room = new PlayedRoom('race').joins('ada', 'bo')
    expect(gameIn(room, 1)).toEqual({ ok: false, error: 'no such game' })
    expect(gameIn(room.starts().moves(2), 1)).toEqual({ ok: false, error: 'in play' })
    expect(gameIn(room, 0)).toEqual({ ok: false, error: 'no such game' })
    expect(gameIn(room, 2)).toEqual({ ok: false, error: 'no such game' })
    expect(gameIn(new PlayedRoom('free-roll').joins('ada').moves(3), 1)).toEqual({
      ok: false,
      error: 'endless',
    })
    expect(pastGame([], 1)).toEqual({ ok: false, error: 'no such game' })
  })
})

describe('hidden dice', () => {
  const hidden = (options = {}) => {
    const id = 'hidden-dice'
    if (!isGameId(id)) throw new Error('hidden-dice is mocked in')
    return new PlayedRoom(id, { options, seed: 7 }).joins('ada', 'bo', 'cy').starts().finishes()
  }

  it('are all in the transcript of a game that is over', () => {
    const rolls = hidden().transcript.events.flatMap(event => ('rolls' in event && event.rolls) || [])
    expect(rolls.length).toBeGreaterThan(3)
    expect(rolls.filter(({ faces }) => faces === null)).toEqual([])
  })

  it('[PG32] are seen by who looks back at the moment at which the game showed them, and not before', () => {
    const { before, events } = foundIn(hidden({ rounds: 3 }), 1)
    const shown = events.filter(({ type }) => type === 'shown')
    expect(shown).toHaveLength(3)
    const secret = events.flatMap(event => ('rolls' in event && event.rolls) || [])
    expect(secret.filter(({ secretTo }) => secretTo !== undefined).length).toBeGreaterThan(8)
    expect(secret.filter(({ secretTo, faces }) => secretTo !== undefined && faces !== null)).toEqual([])
    let state = before
    for (const event of events) {
      state = evolve(state, event)
      if (isTableEvent(event) || state.phase !== 'playing') continue
      const hand = event.type === 'shown' ? [expect.any(Number), expect.any(Number)] : null
      expect(state.view).toMatchObject({ hands: [hand, hand, hand] })
    }
  })
})
