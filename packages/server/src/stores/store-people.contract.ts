import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { PlayedGame } from '@diceroom/shared/room/played-game.ts'
import { expect, it } from 'vitest'
import type { RoomStore } from './room-store.ts'

const said = (seq: number): LoggedEvent => ({
  seq,
  at: seq,
  type: 'chat',
  player: 'p_1',
  name: '小林',
  text: `line ${seq} 🎲`,
})
const game = (room: string, number: number): PlayedGame => ({
  room,
  number,
  game: 'race',
  at: 2000 + number,
  players: [
    { player: 'p_1', seat: 0, name: '小林' },
    { player: 'p_2', seat: 2, name: 'Bo' },
  ],
  outcome: null,
})

/** What every store does with what is one person's; a part of `roomStoreContract`. */
export function storePeopleContract(current: () => RoomStore): void {
  it('[ST23] gives what one player has played to another', async () => {
    const totals = (player: string, games: number) =>
      ({ player, game: 'race', games, wins: 1, dice: 10, over: -4, variance12: 350 }) as const
    const both = { ...game('ROOM33', 2), players: [...game('ROOM33', 2).players] }
    await current().append('ROOM22', 0, [said(1)], {
      played: { ...game('ROOM22', 1), players: [{ player: 'p_1', seat: 0, name: '小林' }] },
      totals: [totals('p_1', 1)],
    })
    await current().append('ROOM33', 0, [said(1)], {
      played: both,
      totals: [totals('p_1', 1), totals('p_2', 2)],
    })
    await current().adopt('p_1', 'p_2')
    expect(await current().playedBy('p_1', 9000, 10)).toEqual([])
    expect(await current().totalsOf('p_1')).toEqual([])
    const games = await current().playedBy('p_2', 9000, 10)
    expect(games.map(({ number }) => number)).toEqual([2, 1])
    expect(games[1]?.players).toEqual([{ player: 'p_2', seat: 0, name: '小林' }])
    expect(await current().totalsOf('p_2')).toEqual([
      { game: 'race', games: 4, wins: 3, dice: 30, over: -12, variance12: 1050 },
    ])
    await current().adopt('p_1', 'p_2')
    expect(await current().playedBy('p_2', 9000, 10)).toEqual(games)
  })

  it('[ST24] forgets what a player has played', async () => {
    const totals = [
      { player: 'p_1', game: 'race', games: 1, wins: 0, dice: 3, over: 1, variance12: 105 } as const,
    ]
    await current().append('ROOM22', 0, [said(1)], { played: game('ROOM22', 1), totals })
    await current().forget('p_1')
    expect(await current().playedBy('p_1', 9000, 10)).toEqual([])
    expect(await current().totalsOf('p_1')).toEqual([])
    expect(await current().playedBy('p_2', 9000, 10)).toHaveLength(1)
    await current().append('ROOM22', 1, [said(2)], { played: game('ROOM22', 2), totals })
    expect(await current().playedBy('p_1', 9000, 10)).toHaveLength(1)
  })

  it('[ST25] blanks a name, what was said and what was sent along, and nothing else', async () => {
    const joined = (seq: number, seat: number, player: string) =>
      ({ seq, at: seq, type: 'player_joined', seat, player, name: `of ${player}` }) as const
    const rolled = (seq: number, seat: number) =>
      ({ seq, at: seq, type: 'rolled', seat, message: 'hello 🎲' }) as unknown as LoggedEvent
    const log = [
      joined(1, 0, 'p_1'),
      joined(2, 1, 'p_2'),
      rolled(3, 0),
      rolled(4, 1),
      said(5),
      joined(6, 0, 'p_2'),
    ]
    const later = [rolled(7, 0), joined(8, 1, 'p_1'), rolled(9, 1)]
    await current().append('ROOM22', 0, [...log, ...later], { played: game('ROOM22', 1) })
    const holder = (player: string, name: string) => ({ seats: [{ player, name }, null], host: player })
    await current().saveSnapshot('ROOM22', {
      seq: 2,
      body: JSON.stringify({ state: holder('p_1', 'of p_1') }),
    })
    await current().append('ROOM33', 0, [joined(1, 0, 'p_2')])
    const words = async () => (await current().words('ROOM22', 'p_1')).map(({ text }) => text)
    expect(await words()).toEqual(['hello 🎲', 'line 5 🎲', 'hello 🎲'])
    expect(await current().words('NOBODY', 'p_1')).toEqual([])
    expect(await current().blank('ROOM22', 'p_1')).toBe(true)
    expect(await words()).toEqual(['—', '—', '—'])
    expect(await current().blank('ROOM22', 'p_1')).toBe(false)
    expect(await current().blank('ROOM33', 'p_1')).toBe(false)
    expect(await current().blank('NOBODY', 'p_1')).toBe(false)
    const expected = [...log, ...later].map(one => {
      if ([1, 8].includes(one.seq)) return { ...one, name: '—' }
      if ([3, 9].includes(one.seq)) return { ...one, message: '—' }
      return one.seq === 5 ? { ...one, name: '—', text: '—' } : one
    })
    expect(await current().read('ROOM22', 0, 20)).toEqual(expected)
    const body = (await current().load('ROOM22'))?.snapshot?.body ?? ''
    expect(JSON.parse(body)).toEqual({ state: holder('p_1', '—') })
    const [played] = await current().playedBy('p_1', 9000, 10)
    expect(played?.players.map(({ name }) => name)).toEqual(['—', 'Bo'])
  })

  it('[ST25] blanks the name beside a game that was played as somebody else', async () => {
    await current().append('ROOM22', 0, [said(1)], { played: game('ROOM22', 1) })
    await current().adopt('p_1', 'p_3')
    expect(await current().blank('ROOM22', 'p_3')).toBe(false)
    const [played] = await current().playedBy('p_3', 9000, 10)
    expect(played?.players.map(({ name }) => name)).toEqual(['—', 'Bo'])
  })

  it('[ST26] lists its rooms, in order and bit by bit', async () => {
    for (const room of ['ROOM33', '~小屋', 'ROOM22']) await current().append(room, 0, [said(1)])
    expect(await current().roomsAfter('', 2)).toEqual(['ROOM22', 'ROOM33'])
    expect(await current().roomsAfter('ROOM33', 2)).toEqual(['~小屋'])
    expect(await current().roomsAfter('~小屋', 2)).toEqual([])
  })
}
