/** What both bare servers say of a roll: the same fields, and so the same size, as ours. */
import { randomInt } from 'node:crypto'

export interface BareRoom {
  seq: number
}

/** One more roll in `room`, thrown by the player in `seat`: what everybody is told, and what the sender is answered. */
export function rolled(code: string, room: BareRoom, seat: number) {
  const seq = ++room.seq
  const at = Date.now()
  const position = randomInt(1, 7)
  const events = [{ seq, at, type: 'rolled', seat, dice: [position] }]
  return {
    process: {
      room: code,
      seq,
      at,
      events,
      message: `Player ${seat + 1} rolled ${position}`,
      gameStatus: 1,
      position,
      dice: [position],
    },
    answer: { ok: true, seq, events },
  }
}
