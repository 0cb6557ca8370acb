import { isEndlessWith } from '@diceroom/shared/games/game.ts'
import { GAME_IDS, gameOf } from '@diceroom/shared/games/registry.ts'
import { numbersFrom } from '@diceroom/shared/testing/dice.ts'
import { pino } from 'pino'
import { afterEach, expect, it } from 'vitest'
import { openTable, type Table } from '../../testing/table.ts'

const CALM = { RATE_LIMIT_PER_SECOND: '100000', RATE_LIMIT_BURST: '100000' }

let table: Table
afterEach(() => table.close())

const games = GAME_IDS.filter(id => {
  const game = gameOf(id)
  return !isEndlessWith(game, game.options.parse({})) && game.seats.max > 2
})

it.each(games)(
  '[BT11] bots of all levels play %s to its end with somebody who does what comes to mind',
  async game => {
    let output = ''
    const log = pino({ level: 'warn' }, { write: line => (output += line) })
    table = await openTable({ ...CALM, BOT_THINK_MS: '0-1' }, { log })
    const ada = await table.connect()
    const { room } = await ada.done('create_room', { game })
    await ada.done('join_room', { room, name: 'Ada' })
    const levels = ['easy', 'medium', 'hard'] as const
    const bots = levels.slice(0, gameOf(game).seats.max - 1)
    for (const level of bots) await ada.done('add_bot', { room, level })
    await ada.done('start_game', { room })
    const pick = numbersFrom(1)
    const isOver = () =>
      ada.received.some(({ name, message }) => name === 'game_process' && message.gameStatus === 0)
    while (!isOver()) {
      const { seq, moves } = await ada.done('legal_moves', { room })
      const move = moves[pick(moves.length)]
      // Others may be quicker: then there is something new to look at.
      if (typeof move === 'object' && move !== null) {
        await ada.ask('move', { room, move: { ...move }, seen: seq })
      } else if (!isOver()) await ada.until('game_process', message => message.seq > seq)
    }
    const seats = ada.received.flatMap(({ name, message }) =>
      name === 'game_process' ? message.events.flatMap(event => ('seat' in event ? [event.seat] : [])) : [],
    )
    expect(new Set(seats).size).toBe(bots.length + 1)
    expect(output).not.toContain('refused')
    expect(output).not.toContain('a bot failed')
  },
  600_000,
)
