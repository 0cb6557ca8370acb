import { isGameId } from '@diceroom/shared/games/registry.ts'
import { evolve } from '@diceroom/shared/room/evolve.ts'
import type { RoomState } from '@diceroom/shared/room/room.ts'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { SealedBoard } from '../../games/board.ts'
import { fetchBoard } from '../../games/use-board.ts'
import { pastGame } from '../../transcript/past-game.ts'
import { PlayedRoom } from '../../transcript/testing/played-room.ts'
import { logOf } from '../../transcript/transcript.ts'
import { sentence } from '../../words/sentence.ts'
import { stopsOf } from './stops.ts'

vi.mock('@diceroom/shared/games/registry.ts', async importOriginal => {
  const { withHiddenDice } = await import('@diceroom/shared/testing/with-hidden-dice.ts')
  return withHiddenDice(await importOriginal<typeof import('@diceroom/shared/games/registry.ts')>())
})

const race = await fetchBoard('race')

/** Of hidden dice the page has no board; this one has something to say only of what can be seen. */
const hidden: SealedBoard = {
  ...race,
  sentence: ({ type }) => (type === 'shown' ? sentence('said.threw', { faces: '' }) : null),
}

function stopsIn(room: PlayedRoom, number = 1) {
  const game = pastGame(logOf(room.transcript), number)
  if (!game.ok) throw new Error(game.error)
  return stopsOf(game.value, room.state.game === 'race' ? race : hidden, '')
}

/** The room after its event number `seq`, from its log alone. */
const roomAt = (room: PlayedRoom, seq: number): RoomState => {
  let { state } = new PlayedRoom(room.state.game)
  for (const event of room.log.slice(1, seq)) state = evolve(state, event)
  return state
}

describe('the stops of a race', () => {
  it('begin with its start, and have one for each throw', () => {
    const room = new PlayedRoom('race').joins('ada', 'bo').starts().finishes()
    const stops = stopsIn(room)
    expect(stops.slice(0, 2).map(({ said }) => said?.key)).toEqual(['said.started', 'said.starterThrew'])
    expect(stops[0]?.throws).toEqual([])
    expect(stops[1]?.throws.length).toBeGreaterThan(0)
    for (const { throws } of stops.slice(2)) expect(throws).toHaveLength(1)
    const moves = room.log.filter(({ type }) => type === 'piece_moved')
    expect(stops).toHaveLength(2 + moves.length)
  })

  it('end with the table that the race ended with', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 6 }), (seed, people) => {
        const players = ['ada', 'bo', 'cy', 'di', 'eve', 'fay'].slice(0, people)
        const room = new PlayedRoom('race', { seed })
          .joins(...players)
          .starts()
          .finishes()
        const { phase, view, outcome, seats, games } = room.state
        expect(stopsIn(room).at(-1)?.table.room).toMatchObject({ phase, view, outcome, seats, games })
      }),
      { numRuns: 20 },
    )
  })

  it('show the room as it was at each of them', () => {
    const room = new PlayedRoom('race')
      .joins('ada', 'bo')
      .starts()
      .moves(4)
      .says('bo', 'ha')
      .leaves('bo')
      .finishes()
    for (const { table } of stopsIn(room)) expect(table.room).toEqual(roomAt(room, table.room.seq))
  })

  it('tell who comes and goes, and nothing of what was said', () => {
    const room = new PlayedRoom('race')
      .joins('ada', 'bo')
      .starts()
      .moves(2)
      .says('ada', 'hi')
      .leaves('bo')
      .joins('bo')
    const stops = stopsIn(room.finishes())
    const keys = stops.map(({ said }) => said?.key)
    expect(keys).toContain('said.left')
    expect(keys).toContain('said.joined')
    expect(keys).not.toContain('said.chat')
    expect(keys).not.toContain(undefined)
  })

  it('name those who sat there, though others sit there now', () => {
    const room = new PlayedRoom('race').joins('ada', 'bo').starts().finishes().leaves('bo').joins('cy')
    room.starts().finishes()
    const namesIn = (number: number) => new Set(stopsIn(room, number).map(({ said }) => said?.values.name))
    expect(namesIn(1)).toEqual(new Set([undefined, 'ada', 'bo']))
    expect(namesIn(2)).toEqual(new Set([undefined, 'ada', 'cy']))
  })

  it('leave the board as it was where the race was broken off', () => {
    const room = new PlayedRoom('race').joins('ada', 'bo').starts().moves(3).leaves('ada').leaves('bo')
    const last = stopsIn(room).at(-1)
    expect(last?.said?.key).toBe('said.aborted')
    const broken = room.log.find(({ type }) => type === 'game_aborted')
    expect(last?.table.room).toEqual(roomAt(room, (broken?.seq ?? 0) - 1))
    expect(last?.table.room.phase).toBe('playing')
  })
})

describe('the stops of a game with hidden dice', () => {
  const id = 'hidden-dice'
  const room = () => {
    if (!isGameId(id)) throw new Error('hidden-dice is mocked in')
    return new PlayedRoom(id, { options: { rounds: 2 }, seed: 7 })
      .joins('ada', 'bo', 'cy')
      .starts()
      .finishes()
  }

  it('have no throw that shows what nobody saw', () => {
    const stops = stopsIn(room())
    expect(stops.flatMap(({ throws }) => throws)).toEqual([])
    expect(JSON.stringify(stops.map(({ table }) => table.feed))).not.toMatch(/"secretTo":\d,"faces":\[/)
  })

  it('keep the end of a round and the beginning of the next apart', () => {
    const stops = stopsIn(room())
    const open = stops.map(({ table }) => table.room.view).filter(view => view && 'open' in view && view.open)
    const shown = stops.filter(({ said }) => said?.key === 'said.threw')
    expect(shown).toHaveLength(2)
    expect(shown.map(({ table }) => table.room.view)).toMatchObject([
      { open: true, round: 1 },
      { open: true, round: 2 },
    ])
    // before the first round, too
    expect(open).toHaveLength(3)
  })
})
