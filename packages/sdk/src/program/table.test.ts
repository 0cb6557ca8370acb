import { describe, expect, it } from 'vitest'
import { program, readAll, soon, twoPrograms } from './testing/programs.ts'

// What a program asks of a table beside playing.

const playerAt = (room: { state: { seats: readonly ({ player: string } | null)[] } }, seat: number): string =>
  room.state.seats[seat]?.player ?? ''

describe('a program that is the host', () => {
  it('[SD14] settles how the room is, and says who plays when', async () => {
    const { house, ada, bo } = await twoPrograms('race')
    await soon(house, ada.room.setRoom({ clock: 60, leaving: 'keep', starter: 'winner', locked: true }))
    await soon(house, ada.room.setOrder([1, 0]))
    expect(bo.room.state.settings).toMatchObject({
      clock: 60,
      leaving: 'keep',
      starter: 'winner',
      locked: true,
    })
    expect(bo.room.state.order).toEqual([1, 0])
    await expect(soon(house, bo.room.setRoom({ clock: 0 }))).rejects.toMatchObject({ code: 'not_host' })
  })

  it('[SD14] puts bots on seats and sends them away', async () => {
    const { house, ada, bo } = await twoPrograms('race')
    const seat = await soon(house, ada.room.addBot('hard'))
    expect(bo.room.state.seats[seat]).toMatchObject({ bot: true, level: 'hard' })
    await soon(house, ada.room.removePlayer(playerAt(bo.room, seat)))
    expect(bo.room.state.seats[seat] ?? null).toBeNull()
  })

  it('[SD14] mutes, removes, takes both back, and hands over to who asks', async () => {
    const { house, ada, bo } = await twoPrograms('race')
    const who = playerAt(ada.room, 1)
    await soon(house, ada.room.mute(who))
    await expect(soon(house, bo.room.chat('hello'))).rejects.toMatchObject({ code: 'muted' })
    await expect(soon(house, bo.room.react('wow'))).rejects.toMatchObject({ code: 'muted' })
    await soon(house, ada.room.mute(who, { undo: true }))
    await soon(house, bo.room.react('wow'))
    await soon(house, ada.room.removePlayer(who))
    expect(bo.room.seat).toBeNull()
    await expect(soon(house, bo.room.sit())).rejects.toMatchObject({ code: 'forbidden' })
    await soon(house, ada.room.removePlayer(who, { undo: true }))
    await soon(house, bo.room.sit())
    await soon(house, bo.room.askHost())
    expect(ada.room.state.hostAsked).toMatchObject({ name: 'Bo' })
    await soon(house, ada.room.makeHost(who))
    expect(bo.room.state.host).toBe(who)
  })
})

describe('a program at a table', () => {
  it('[SD14] comes in by a password, and is refused without', async () => {
    const { house, code, ada } = await twoPrograms('race')
    await soon(house, ada.room.setRoom({ password: 'seven dice' }))
    const cy = program(house, { name: 'Cy' })
    await house.pass(100)
    await expect(soon(house, cy.client.join(code))).rejects.toMatchObject({ code: 'wrong_password' })
    const room = await soon(house, cy.client.join(code, { password: 'seven dice' }))
    expect(room.seat).toBe(2)
  })

  it('[SD14] goes on with its seat from another program, once', async () => {
    const { house, code, ada, bo } = await twoPrograms('race')
    await soon(house, ada.room.start())
    const { ticket } = await soon(house, bo.room.seatTicket())
    const [cy, di] = [program(house, { name: 'Cy' }), program(house, { name: 'Di' })]
    await house.pass(100)
    const room = await soon(house, cy.client.join(code, { ticket }))
    expect([room.seat, bo.room.seat]).toEqual([1, null])
    await expect(soon(house, di.client.join(code, { ticket }))).rejects.toMatchObject({ code: 'stale' })
  })

  it('[SD14] waits for the next game, and is given the seat of who has left', async () => {
    const { house, code, ada, bo } = await twoPrograms('race')
    await soon(house, ada.room.start())
    const cy = program(house, { name: 'Cy' })
    await house.pass(100)
    const room = await soon(house, cy.client.join(code))
    expect(room.seat).toBeNull()
    const [watcher] = ada.room.watching
    expect(watcher).toMatchObject({ name: 'Cy' })
    await soon(house, room.queueNext())
    expect(ada.room.state.queue).toEqual([watcher])
    await soon(house, room.queueNext({ undo: true }))
    expect(ada.room.state.queue).toEqual([])
    await soon(house, bo.room.leave())
    await soon(house, ada.room.giveSeat(1, watcher?.player ?? ''))
    expect(room.seat).toBe(1)
  })

  it('[SD14] asks for the default move where no clock runs, and reports what was said', async () => {
    const { house, ada, bo } = await twoPrograms('race')
    await soon(house, ada.room.setRoom({ clock: 0 }))
    await soon(house, ada.room.start())
    readAll(ada.room)
    await soon(house, ada.room.askDefault())
    expect(readAll(ada.room)).toContainEqual(expect.objectContaining({ type: 'default_asked' }))
    const { seq } = await soon(house, bo.room.chat('too slow'))
    await soon(house, ada.room.report(seq, 'rude'))
    await soon(house, bo.room.takeBackSeat())
  })

  it('[SD14] finds a table at once', async () => {
    const { house, ada } = await twoPrograms('race')
    const code = await soon(house, ada.client.quickPlay('race'))
    expect((await soon(house, ada.client.join(code))).seat).toBe(0)
  })
})
