import { describe, expect, it } from 'vitest'
import { sealOf, seedFrom } from './testing/honest-dice.ts'
import { PlayedRoom } from './testing/played-room.ts'

const CLOCKED = { clock: 30, leaving: 'bot', starter: 'rotation' } as const
const TURNS = { turns: true, winner: 'highest', rounds: 2 }

/** Ada and Bo throw in turn; whoever is not to begin lets every turn run out, to the end. */
function runOut(): PlayedRoom {
  const room = new PlayedRoom('free-roll', TURNS, CLOCKED)
  room.joins('ada', 'bo')
  room.does({ type: 'start', player: 'ada' })
  const [first] = room.state.turn?.seats ?? []
  while (room.state.phase === 'playing') {
    const [seat] = room.state.turn?.seats ?? []
    if (seat === first) room.does({ type: 'move', player: seat === 0 ? 'ada' : 'bo', move: { type: 'roll' } })
    else room.timeRunsOut()
  }
  return room
}

describe('an honest record', () => {
  it('[PF1] of a game that a time-out has decided verifies', async () => {
    const room = runOut()
    expect(room.log.filter(({ type }) => type === 'timed_out')).toHaveLength(2)
    expect(await room.verdict()).toMatchObject({ reason: null, verdict: 'finished' })
  })
  it('[PF1] of a tray that was to have a winner before anything was rolled verifies', async () => {
    const room = new PlayedRoom('free-roll', {}, CLOCKED)
    room.does({
      type: 'join',
      player: 'ada',
      name: 'Ada',
      as: 'player',
      seal: sealOf(seedFrom('ada')),
    })
    room.does({ type: 'ready_deal', deal: 2 })
    room.does({ type: 'set_options', player: 'ada', options: TURNS })
    room.does({ type: 'start', player: 'ada' })
    room.does({ type: 'move', player: 'ada', move: { type: 'roll' } })
    expect(await room.verdict()).toMatchObject({ reason: null })
  })
})

describe('a forged record', () => {
  it('[PF4] in which default moves come without a reason is refused', async () => {
    const room = new PlayedRoom('pig', {}, CLOCKED)
    room.joins('ada', 'bo')
    room.does({ type: 'start', player: 'ada' })
    room.timeRunsOut()
    expect((await room.verdict()).reason).toBeNull()
    const silent = await room.verdict(events => events.filter(({ type }) => type !== 'timed_out'))
    expect(silent).toMatchObject({ verdict: 'no', reason: { code: 'move_wrong' } })
  })
  it('[PF4] in which somebody is put out of the game who is there is refused', async () => {
    const room = runOut()
    const forged = await room.verdict(events =>
      events.flatMap(event =>
        event.type === 'timed_out' ? [{ type: 'seat_forfeited', seat: 0, seq: 0, at: 0 }, event] : [event],
      ),
    )
    expect(forged).toMatchObject({ verdict: 'no', reason: { code: 'bad_event' } })
  })
})
