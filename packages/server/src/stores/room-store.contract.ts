import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import type { PlayedGame } from '@diceroom/shared/room/played-game.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FaceCounts, RoomStore, SealedRoot } from './room-store.ts'
import { storePeopleContract } from './store-people.contract.ts'

/** A store under test; `reopen` gives one upon what the first has kept, or `null` for a store that keeps nothing. */
export interface StoreUnderTest {
  open(): RoomStore
  reopen(): RoomStore | null
  clean(): void
}

const event = (seq: number, at = 1000 + seq): LoggedEvent => ({
  seq,
  at,
  type: 'chat',
  player: 'p_1',
  name: '小林',
  text: `line ${seq} 🎲`,
})
const events = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => event(from + at))

const root = (chain: number): SealedRoot => ({ chain, sealed: new Uint8Array([chain, 0, 255]) })
const game = (room: string, number: number): PlayedGame => ({
  room,
  number,
  game: 'race',
  at: 2000 + number,
  players: [
    { player: 'p_1', seat: 0, name: '小林' },
    { player: 'p_2', seat: 2, name: 'Bo' },
  ],
  outcome: number % 2 === 0 ? null : { places: [[2], [0]] },
})

/** What every store has to do, run by each adapter. */
export function roomStoreContract(name: string, make: () => StoreUnderTest): void {
  describe(`${name} keeps rooms`, () => {
    let under: StoreUnderTest
    let store: RoomStore

    beforeEach(() => {
      under = make()
      store = under.open()
    })
    afterEach(async () => {
      await store.close()
      under.clean()
    })

    it('[ST1] gives back what was appended, in order', async () => {
      expect(await store.append('ROOM22', 0, events(1, 3))).toBe('appended')
      expect(await store.append('ROOM22', 3, [event(4)])).toBe('appended')
      expect(await store.load('ROOM22')).toEqual({ snapshot: null, roots: [], events: events(1, 4) })
      expect(await store.read('ROOM22', 1, 2)).toEqual(events(2, 3))
      expect(await store.read('ROOM22', 4, 10)).toEqual([])
    })

    it('[ST2] refuses an append that does not follow the end of the log, and keeps nothing of it', async () => {
      await store.append('ROOM22', 0, events(1, 2))
      expect(await store.append('ROOM22', 0, events(1, 2))).toBe('conflict')
      expect(await store.append('ROOM22', 1, events(2, 3))).toBe('conflict')
      expect(await store.append('ROOM22', 5, events(6, 7))).toBe('conflict')
      expect(await store.read('ROOM22', 0, 10)).toEqual(events(1, 2))
    })

    it('[ST3] lets one of two appends of the same number win, and takes no other room down', async () => {
      await store.append('ROOM22', 0, [event(1)])
      const outcomes = await Promise.all([
        store.append('ROOM22', 1, [event(2)]),
        store.append('ROOM22', 1, [event(2)]),
        store.append('ROOM33', 0, events(1, 2)),
      ])
      expect(outcomes).toEqual(['appended', 'conflict', 'appended'])
      expect(await store.read('ROOM22', 0, 10)).toEqual(events(1, 2))
      expect(await store.read('ROOM33', 0, 10)).toEqual(events(1, 2))
    })

    it('[ST12] refuses what was handed in upon an append that lost, though its number would fit', async () => {
      await store.append('ROOM22', 0, events(1, 2))
      const outcomes = await Promise.all([
        store.append('ROOM22', 1, [event(2)]),
        store.append('ROOM22', 2, [event(3)]),
      ])
      expect(outcomes).toEqual(['conflict', 'conflict'])
      expect(await store.append('ROOM22', 2, [event(3)])).toBe('appended')
    })

    it('knows nothing of a room that was never made', async () => {
      expect(await store.load('NOBODY')).toBeNull()
      expect(await store.read('NOBODY', 0, 10)).toEqual([])
    })

    it('[ST4] loads from the latest snapshot on, and never goes back to an older one', async () => {
      await store.append('ROOM22', 0, events(1, 10))
      await store.saveSnapshot('ROOM22', { seq: 8, body: '{"at":8}' })
      await store.saveSnapshot('ROOM22', { seq: 4, body: '{"at":4}' })
      expect(await store.load('ROOM22')).toEqual({
        snapshot: { seq: 8, body: '{"at":8}' },
        roots: [],
        events: events(9, 10),
      })
      expect(await store.read('ROOM22', 0, 3)).toEqual(events(1, 3))
    })

    it('[ST5] finds the rooms whose last event is old, and forgets a room that is removed', async () => {
      await store.append('ROOM22', 0, [event(1, 100), event(2, 5000)])
      await store.append('ROOM33', 0, [event(1, 200)])
      await store.append('ROOM44', 0, [event(1, 300)])
      await store.append('ROOM55', 0, [event(1, 400)], { played: game('ROOM55', 1) })
      const before = { withGames: 300, others: 1000 }
      expect([...(await store.idleSince(before, 10))].sort()).toEqual(['ROOM33', 'ROOM44'])
      expect(await store.idleSince(before, 1)).toHaveLength(1)
      expect(await store.idleSince({ withGames: 1000, others: 100 }, 10)).toEqual(['ROOM55'])
      await store.remove('ROOM33')
      expect(await store.load('ROOM33')).toBeNull()
      expect(await store.idleSince(before, 10)).toEqual(['ROOM44'])
      expect(await store.append('ROOM33', 0, [event(1)])).toBe('appended')
    })

    it('[ST6] still has all of it when it is opened again', async () => {
      await store.append('ROOM22', 0, events(1, 3), { roots: [root(0)], played: game('ROOM22', 1) })
      await store.saveSnapshot('ROOM22', { seq: 2, body: '{}' })
      await store.close()
      const again = under.reopen()
      if (again === null) return
      store = again
      expect(await store.load('ROOM22')).toEqual({
        snapshot: { seq: 2, body: '{}' },
        roots: [root(0)],
        events: [event(3)],
      })
      expect(await store.playedBy('p_1', 9000, 10)).toEqual([game('ROOM22', 1)])
      expect(await store.append('ROOM22', 3, [event(4)])).toBe('appended')
    })

    it('[ST13] keeps roots, counts and the game that was played with the events, or none of it', async () => {
      const faces = new Map([[6, [0, 1, 0, 0, 0, 2]]])
      const outcomes = await Promise.all([
        store.append('ROOM22', 0, [event(1)], { roots: [root(0)], faces, played: game('ROOM22', 1) }),
        store.append('ROOM22', 0, [event(1)], { roots: [root(7)], faces, played: game('ROOM22', 7) }),
        store.append('ROOM22', 1, [event(2)], { roots: [root(8)], faces, played: game('ROOM22', 8) }),
        store.append('ROOM33', 0, [event(1)], { roots: [root(0), root(1)] }),
      ])
      expect(outcomes).toEqual(['appended', 'conflict', 'conflict', 'appended'])
      expect((await store.load('ROOM22'))?.roots).toEqual([root(0)])
      expect((await store.load('ROOM33'))?.roots).toEqual([root(0), root(1)])
      expect(await store.faceCounts()).toEqual(faces)
      expect(await store.playedBy('p_1', 9000, 10)).toEqual([game('ROOM22', 1)])
    })

    it('[ST14] counts every face, in one turn and in many, also of rooms that are gone', async () => {
      const roll = (room: string, seq: number, faces: FaceCounts) =>
        store.append(room, seq - 1, [event(seq)], { faces })
      await Promise.all([
        roll('ROOM22', 1, new Map([[6, [1, 0, 0, 0, 0, 0]]])),
        roll('ROOM22', 2, new Map([[6, [1, 0, 0, 4, 0, 0]]])),
        roll('ROOM33', 1, new Map([[4, [0, 0, 1, 0]]])),
      ])
      await roll('ROOM22', 3, new Map([[6, [0, 0, 0, 1, 0, 0]]]))
      const counted = new Map([
        [4, [0, 0, 1, 0]],
        [6, [2, 0, 0, 5, 0, 0]],
      ])
      await store.remove('ROOM22')
      expect(await store.faceCounts()).toEqual(counted)
      await store.close()
      const again = under.reopen()
      if (again === null) return
      store = again
      expect(await store.faceCounts()).toEqual(counted)
    })

    it('[ST15] lists the games of a player, the latest first and page by page, until their room is removed', async () => {
      const end = (room: string, seq: number, played: PlayedGame) =>
        store.append(room, seq - 1, [event(seq)], { played })
      await end('ROOM22', 1, game('ROOM22', 1))
      await end('ROOM33', 1, game('ROOM33', 2))
      await end('ROOM22', 2, game('ROOM22', 3))
      await end('ROOM22', 3, { ...game('ROOM22', 4), players: [{ player: 'p_3', seat: 0, name: 'Cy' }] })
      const numbers = async (player: string, before: number, limit: number) =>
        (await store.playedBy(player, before, limit)).map(({ number }) => number)
      expect(await numbers('p_1', 9000, 10)).toEqual([3, 2, 1])
      expect(await numbers('p_2', 9000, 2)).toEqual([3, 2])
      expect(await numbers('p_2', 2002, 2)).toEqual([1])
      expect(await numbers('p_3', 9000, 10)).toEqual([4])
      expect(await numbers('p_4', 9000, 10)).toEqual([])
      await store.remove('ROOM22')
      expect(await numbers('p_1', 9000, 10)).toEqual([2])
    })

    it('[ST22] adds what players played and rolled game by game, with the append or not at all, and keeps it', async () => {
      const totals = (player: string, over: number) => ({
        player,
        game: 'race' as const,
        games: 1,
        wins: 0,
        dice: 2,
        over,
        variance12: 70,
      })
      const freeRoll = { ...totals('p_1', -7), game: 'free-roll' as const, games: 0 }
      const outcomes = await Promise.all([
        store.append('ROOM22', 0, [event(1)], { totals: [totals('p_1', 10), totals('p_2', -3)] }),
        store.append('ROOM22', 0, [event(1)], { totals: [totals('p_1', 1000)] }),
        store.append('ROOM33', 0, [event(1)], { totals: [totals('p_1', -4), freeRoll] }),
      ])
      expect(outcomes).toEqual(['appended', 'conflict', 'appended'])
      const race = { game: 'race', games: 2, wins: 0, dice: 4, over: 6, variance12: 140 }
      const rolled = { game: 'free-roll', games: 0, wins: 0, dice: 2, over: -7, variance12: 70 }
      const both = [race, rolled]
      expect(await store.totalsOf('p_1')).toEqual(expect.arrayContaining(both))
      expect(await store.totalsOf('p_2')).toEqual([{ ...race, games: 1, dice: 2, over: -3, variance12: 70 }])
      expect(await store.totalsOf('p_3')).toEqual([])
      await store.remove('ROOM22')
      await store.close()
      const again = under.reopen()
      if (again === null) return
      store = again
      expect(await store.totalsOf('p_1')).toEqual(expect.arrayContaining(both))
    })

    it('[ST5] forgets the roots of a room that is removed', async () => {
      await store.append('ROOM22', 0, [event(1)], { roots: [root(0)], played: game('ROOM22', 1) })
      await store.remove('ROOM22')
      await store.append('ROOM22', 0, [event(1)], { roots: [root(3)], played: game('ROOM22', 1) })
      expect((await store.load('ROOM22'))?.roots).toEqual([root(3)])
    })

    it('[ST17] keeps the first fingerprint that it is given, and knows it from others', async () => {
      expect(await store.isClaimed()).toBe(false)
      expect(await store.claim('first')).toBe(true)
      expect(await store.claim('second')).toBe(false)
      expect(await store.claim('first')).toBe(true)
      expect(await store.isClaimed()).toBe(true)
      await store.close()
      const again = under.reopen()
      if (again === null) return
      store = again
      expect(await store.isClaimed()).toBe(true)
      expect(await store.claim('second')).toBe(false)
      expect(await store.claim('first')).toBe(true)
    })

    it('[ST28] keeps the time at which the server was known to be alive', async () => {
      expect(await store.lastAlive()).toBeNull()
      await store.noteAlive(1_700_000_000_000)
      await store.noteAlive(1_700_000_003_000)
      expect(await store.lastAlive()).toBe(1_700_000_003_000)
      expect(await store.isClaimed()).toBe(false)
      await store.close()
      const again = under.reopen()
      if (again === null) return
      store = again
      expect(await store.lastAlive()).toBe(1_700_000_003_000)
    })

    storePeopleContract(() => store)

    it('can be asked whether it can be written to', async () => {
      await expect(store.ping()).resolves.toBeUndefined()
    })
  })
}
