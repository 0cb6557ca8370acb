import type { GameMove } from '@diceroom/shared/games/game.ts'
import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import type { RoomEvent } from '@diceroom/shared/room/events.ts'
import type { RoomState } from '@diceroom/shared/room/room.ts'
import { created, given, joined, roll, start } from '@diceroom/shared/testing/given.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RoomDamaged, StorageUnavailable } from '../../stores/room-store.ts'
import { commandOf, markOf } from './bot-command.ts'
import { type BotMove, Bots } from './bots.ts'
import type { Question } from './question.ts'

const bot = (seat: number): RoomEvent => ({
  type: 'player_joined',
  seat,
  player: `bot-${seat}`,
  name: `Bot ${seat}`,
  bot: 'hard',
})

/** A race of Ada's against a bot, which throws more at the start and begins. */
const race = given(created('race'), joined(0, 'ada'), bot(1)).when(start('ada'), 1, 3, 6)
const MOVE = { type: 'roll' } as unknown as GameMove

describe('bots at a table', () => {
  let questions: Question[]
  let played: BotMove[]
  let trouble: unknown[]
  let tables: string[]
  let think: (question: Question) => Promise<GameMove | null>
  let answer: () => Promise<Result<unknown, Rejection>>
  let isAttended: boolean
  let bots: Bots

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    questions = []
    played = []
    trouble = []
    tables = []
    think = async () => MOVE
    answer = async () => ok(null)
    isAttended = true
    bots = new Bots({
      brains: {
        move(question) {
          questions.push(question)
          return think(question)
        },
        prepare: room => tables.push(room),
        forget: room => {
          tables = tables.filter(one => one !== room)
        },
      },
      play(_room, move) {
        played.push(move)
        return answer()
      },
      isAttended: () => isAttended,
      thinkMs: { least: 600, most: 2_000 },
      onTrouble: what => trouble.push(what),
    })
  })
  afterEach(() => {
    bots.end()
    vi.useRealTimers()
  })
  const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  const playing = (state: RoomState) => {
    if (state.phase !== 'playing') throw new Error('no game')
    return state
  }

  it('[BT1] move when it is their turn, after a human time, and once', async () => {
    bots.watch(race.state)
    bots.watch(race.state)
    await wait(599)
    expect(played).toEqual([])
    await wait(1_402)
    expect(played).toMatchObject([
      { holder: { seat: 1, player: 'bot-1' }, move: MOVE, seq: race.state.gameSeq },
    ])
    expect(questions).toMatchObject([{ game: 'race', players: 2, seat: 1, level: 'hard' }])
    await wait(60_000)
    expect([played.length, trouble]).toEqual([1, []])
  })

  it('[BT1] leave the turn of a person to that person, and begin when it is theirs', async () => {
    const ada = race.when(roll('bot-1'), 3)
    bots.watch(ada.state)
    await wait(60_000)
    expect(questions).toEqual([])
    bots.watch(ada.when(roll('ada'), 4).state)
    await wait(2_001)
    expect(played).toHaveLength(1)
  })

  it('[BT13] go on with their thoughts while others move, where all throw at the same time', async () => {
    const round = created('free-roll', { dice: 1, sides: 6, winner: 'highest', rounds: 2 })
    const begun = given(round, joined(0, 'ada'), joined(1, 'bo'), bot(2), bot(3)).when(start('ada'), 1)
    bots.watch(begun.state)
    await wait(590)
    const ada = begun.when(roll('ada'), 3)
    bots.watch(ada.state)
    await wait(1_411)
    expect(played.map(({ holder }) => holder.seat).sort()).toEqual([2, 3])
    expect(questions).toHaveLength(2)
    // With the next round both begin anew, whose moves of this one stand in the log by then.
    const others = ada.when(roll('bot-2'), 3).when(roll('bot-3'), 3)
    bots.watch(others.state)
    bots.watch(others.when(roll('bo'), 3).state)
    await wait(60_000)
    expect([played.length, questions.length]).toEqual([4, 4])
  })

  it('[BT1] do nothing more about a game that has gone on', async () => {
    bots.watch(race.state)
    await wait(500)
    bots.watch(race.when(roll('bot-1'), 3).state)
    await wait(60_000)
    expect(played).toEqual([])
  })

  it('[BT2] know what their seat sees, and nothing else', async () => {
    bots.watch(race.state)
    await wait(1)
    expect(Object.keys(questions[0] ?? {}).sort()).toEqual(
      ['game', 'level', 'options', 'players', 'seat', 'seed', 'view'].sort(),
    )
    expect(questions[0]?.view).toEqual(playing(race.state).view)
  })

  it('[BT3] move by the same door as everybody, under a mark by which each moves once', () => {
    const [, holder] = race.state.seats
    if (!holder) throw new Error('no bot')
    const move = { holder, move: MOVE, seq: 7 }
    expect(commandOf(move)).toEqual({ type: 'move', player: 'bot-1', move: MOVE, seen: 7 })
    expect(markOf(move)).toEqual({ player: 'bot-1', id: 'bot 7', hash: '' })
    const stand = { ...move, holder: { ...holder, player: 'bo', bot: false, held: true as const } }
    expect(commandOf(stand)).toEqual({ type: 'bot_move', seat: 1, move: MOVE, seen: 7 })
    expect(markOf(stand)).toEqual({ player: 'seat 1', id: 'bot 7', hash: '' })
  })

  it('[BT4] wait while nobody is at the table, and go on when somebody is', async () => {
    isAttended = false
    bots.watch(race.state)
    await wait(60_000)
    expect(questions).toEqual([])
    isAttended = true
    bots.watch(race.state)
    await wait(500)
    isAttended = false
    bots.watch(race.state)
    await wait(60_000)
    expect(played).toEqual([])
    isAttended = true
    bots.watch(race.state)
    await wait(2_001)
    expect(played).toHaveLength(1)
  })

  it('[BT5] play for a seat that is held, as medium ones, until it is taken back', async () => {
    const mine = race.when(roll('bot-1'), 3)
    const turn = mine.state.turn?.seq ?? 0
    const held = given(...mine.past, { type: 'seat_held', seat: 0 })
    bots.watch(held.state)
    await wait(500)
    expect(questions).toMatchObject([{ seat: 0, level: 'medium' }])
    bots.watch(held.when({ type: 'take_back_seat', player: 'ada' }).state)
    await wait(60_000)
    expect(played).toEqual([])
    bots.watch(held.state)
    await wait(2_001)
    expect(played).toMatchObject([{ holder: { seat: 0 }, seq: turn }])
  })

  it('[BT6] make the default move when they take more than 5 s', async () => {
    think = () => new Promise(() => {})
    bots.watch(race.state)
    await wait(4_999)
    expect(played).toEqual([])
    await wait(2)
    expect([played.length, played[0]?.move, trouble.length]).toEqual([1, { type: 'roll' }, 1])
  })

  it('[BT7] make the default move when they fail, and say so', async () => {
    think = () => Promise.reject(new Error('no answer'))
    bots.watch(race.state)
    await wait(2_001)
    expect([played.length, trouble]).toMatchObject([1, [{ message: 'no answer' }]])
  })

  it('[BT8] make the default move where theirs is refused, and say so, unless the game has gone on', async () => {
    answer = async () => (played.length === 1 ? refuse('illegal_move', 'no such move') : ok(null))
    bots.watch(race.state)
    await wait(2_001)
    expect(played).toMatchObject([{ move: MOVE }, { move: { type: 'roll' }, again: true }])
    expect(trouble).toMatchObject([{ refused: { code: 'illegal_move' } }])
    answer = async () => refuse('stale', 'gone on')
    bots.watch(race.when(roll('bot-1'), 3).when(roll('ada'), 3).state)
    await wait(2_001)
    expect([played.length, trouble.length]).toEqual([3, 1])
  })

  it('[BT3] move as soon as the storage works again, and never in a room that is damaged', async () => {
    answer = () => Promise.reject(new StorageUnavailable('full'))
    bots.watch(race.state)
    await wait(4_500)
    expect(played.length).toBeGreaterThan(2)
    answer = async () => ok(null)
    await wait(1_000)
    const moves = played.length
    await wait(60_000)
    expect(played).toHaveLength(moves)
    answer = () => Promise.reject(new RoomDamaged('no secret'))
    bots.watch(race.when(roll('bot-1'), 3).when(roll('ada'), 3).state)
    await wait(60_000)
    expect(played).toHaveLength(moves + 1)
  })

  it('[BT6] get ready as soon as they sit, and for no table at which nobody is', () => {
    const empty = given(created('race'), joined(0, 'ada')).state
    const sitting = given(created('race'), joined(0, 'ada'), bot(1)).state
    bots.watch(empty)
    expect(tables).toEqual([])
    bots.watch(sitting)
    expect(tables).toEqual([sitting.room])
    isAttended = false
    bots.watch(sitting)
    expect(tables).toEqual([])
    isAttended = true
    bots.watch(sitting)
    bots.watch(empty)
    expect(tables).toEqual([])
  })

  it('[OP2] do nothing more once the server ends', async () => {
    bots.watch(race.state)
    bots.end()
    bots.watch(race.when(roll('bot-1'), 3).when(roll('ada'), 3).state)
    await wait(60_000)
    expect(played).toEqual([])
  })
})
