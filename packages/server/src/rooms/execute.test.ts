import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { REMEMBERED_COMMANDS } from '@diceroom/shared/protocol/limits.ts'
import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import type { CommandMark, LoggedEvent } from '@diceroom/shared/room/events.ts'
import { fold } from '@diceroom/shared/room/evolve.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryStore } from '../stores/memory.ts'
import { RoomDamaged, type RoomStore, StorageUnavailable } from '../stores/room-store.ts'
import { sqliteStore } from '../stores/sqlite.ts'
import { createRoom } from './create-room.ts'
import { execute, type RoomService } from './execute.ts'
import { closeIdleRooms } from './housekeeping.ts'
import type { Committed, SecretsOf } from './live-room.ts'
import { RoomCache } from './room-cache.ts'
import { RoomSecrets } from './room-secrets.ts'

const KEY = new Uint8Array(32)

interface House extends RoomService {
  readonly published: Committed[]
}

const houseOn = (store: RoomStore, now = () => 1000): House => {
  const published: Committed[] = []
  const secretsOf: SecretsOf = (room, roots) => new RoomSecrets({ room, roots, key: KEY })
  const cache = new RoomCache({ store, secretsOf, now })
  return { store, cache, secretsOf, now, published, publish: committed => published.push(committed) }
}

const mark = (player: string, id: string, hash = id): CommandMark => ({ player, id, hash })

async function newRoom(house: RoomService, game = 'free-roll'): Promise<string> {
  const wish = {
    game,
    options: undefined,
    settings: { private: false },
    mark: mark('p_host', `make ${game}`),
  }
  const made = await createRoom(house, KEY, wish)
  if (!made.ok) throw new Error(made.error.message)
  return made.value
}

const join = (player: string): RoomCommand => ({ type: 'join', player, name: player, as: 'player' })
const roll = (player: string): RoomCommand => ({ type: 'move', player, move: { type: 'roll' } })

const seqOf = (done: Awaited<ReturnType<typeof execute>>) => (done.ok ? done.value.seq : done.error.code)

const logOf = (store: RoomStore, room: string) => store.read(room, 0, 100_000)

describe('the way of a command', () => {
  it('[RS1] tells nobody of an event before it is on disk', async () => {
    const inner = memoryStore()
    let release = () => {}
    const slow: RoomStore = {
      ...inner,
      append: async (...args) => {
        await new Promise<void>(resolve => {
          release = resolve
        })
        return inner.append(...args)
      },
    }
    const room = await newRoom(houseOn(inner))
    const house = houseOn(slow)
    let answered = false
    const joining = execute(house, room, { command: join('p_ada'), mark: mark('p_ada', '1') }).then(() => {
      answered = true
    })
    await new Promise(resolve => setImmediate(resolve))
    expect([house.published, answered, (await house.cache.load(room))?.committed.seq]).toEqual([[], false, 3])
    release()
    await joining
    expect(house.published).toHaveLength(1)
  })

  it('[RS1] keeps even a refusal back until what it rests on is on disk', async () => {
    const inner = memoryStore()
    const room = await newRoom(houseOn(inner), 'race')
    let fail = false
    const failing: RoomStore = {
      ...inner,
      append: (...args) => (fail ? Promise.reject(new StorageUnavailable('full')) : inner.append(...args)),
    }
    const house = houseOn(failing)
    for (const player of ['p_a', 'p_b', 'p_c', 'p_d', 'p_e']) {
      await execute(house, room, { command: join(player), mark: null })
    }
    fail = true
    const outcomes = await Promise.allSettled(
      ['p_f', 'p_g'].map(player => execute(house, room, { command: join(player), mark: null })),
    )
    // The seventh finds all six seats taken, but that the sixth was never became true.
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    fail = false
    const again = await execute(house, room, { command: join('p_g'), mark: null })
    expect(again.ok && again.value.events[0]).toMatchObject({ type: 'player_joined', seat: 5, player: 'p_g' })
  })

  it('[RS2] does a command once, however often and wherever it comes', async () => {
    const store = memoryStore()
    const house = houseOn(store)
    const room = await newRoom(house)
    await execute(house, room, { command: join('p_ada'), mark: mark('p_ada', '1') })
    const request = { command: roll('p_ada'), mark: mark('p_ada', '2') }
    const together = await Promise.all([1, 2, 3].map(() => execute(house, room, request)))
    const restarted = houseOn(store)
    await execute(restarted, room, { command: roll('p_ada'), mark: mark('p_ada', '3') })
    const later = await execute(restarted, room, request)
    const facts = [...together, later].map(outcome => outcome.ok && [outcome.value.seq, outcome.value.events])
    expect(new Set(facts.map(fact => JSON.stringify(fact))).size).toBe(1)
    expect((await logOf(store, room)).filter(({ type }) => type === 'rolled')).toHaveLength(2)
    expect(restarted.published).toHaveLength(1)
  })

  it('[RS2] refuses another command under a known id', async () => {
    const house = houseOn(memoryStore())
    const room = await newRoom(house)
    await execute(house, room, { command: join('p_ada'), mark: mark('p_ada', '1') })
    const other = await execute(house, room, { command: roll('p_ada'), mark: mark('p_ada', '1', 'other') })
    expect(other).toMatchObject({ ok: false, error: { code: 'id_reused' } })
  })

  it('[RS2] remembers the last 256 commands of each player through snapshots and restarts', async () => {
    const store = memoryStore()
    const house = houseOn(store)
    const room = await newRoom(house)
    await execute(house, room, { command: join('p_ada'), mark: null })
    const first: unknown[] = []
    for (let at = 0; at < REMEMBERED_COMMANDS + 10; at += 1) {
      first.push(
        await execute(house, room, { command: roll('p_ada'), mark: mark('p_ada', `r${at}`) }).then(seqOf),
      )
    }
    const rolls = async () => (await logOf(store, room)).filter(({ type }) => type === 'rolled').length
    const before = await rolls()
    expect((await store.load(room))?.snapshot).not.toBeNull()
    const restarted = houseOn(store)
    for (const at of [10, 100, REMEMBERED_COMMANDS + 9]) {
      const again = await execute(restarted, room, { command: roll('p_ada'), mark: mark('p_ada', `r${at}`) })
      expect(seqOf(again)).toBe(first[at])
    }
    expect(await rolls()).toBe(before)
    await execute(restarted, room, { command: roll('p_ada'), mark: mark('p_ada', 'r9') })
    expect(await rolls()).toBe(before + 1)
  })

  it('[RS3] decides again when another process has written: nothing is lost, nothing doubled', async () => {
    const store = memoryStore()
    const houses = [houseOn(store), houseOn(store), houseOn(store)]
    const [first] = houses
    if (!first) throw new Error('no house')
    const room = await newRoom(first)
    await Promise.all(
      houses.map((house, at) => execute(house, room, { command: join(`p_${at}`), mark: null })),
    )
    const rolls = houses.flatMap((house, at) =>
      Array.from({ length: 20 }, (_, n) =>
        execute(house, room, { command: roll(`p_${at}`), mark: mark(`p_${at}`, `${n}`) }),
      ),
    )
    const outcomes = await Promise.all(rolls)
    expect(outcomes.every(({ ok }) => ok)).toBe(true)
    const log = await logOf(store, room)
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1))
    expect(log.filter(({ type }) => type === 'rolled')).toHaveLength(60)
    expect(new Set(log.flatMap(({ cmd }) => (cmd ? [`${cmd.player} ${cmd.id}`] : []))).size).toBe(61)
  })

  it('[RS3] takes a room as it was at one moment, also while another process writes to it', async () => {
    const store = memoryStore()
    const room = await newRoom(houseOn(store))
    const slow: RoomStore = {
      ...store,
      async read(...args) {
        await execute(houseOn(store), room, { command: join('p_there'), mark: null })
        return store.read(...args)
      },
    }
    const live = await houseOn(slow).cache.load(room)
    expect(live?.committed.seq).toBe(3)
    expect(live?.eventsAfter(0)?.map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  it('[RS3] writes nothing that was decided upon a command that lost its race', async () => {
    const store = memoryStore()
    const [here, there] = [houseOn(store), houseOn(store)]
    const room = await newRoom(here)
    await here.cache.load(room)
    await execute(there, room, { command: join('p_there'), mark: null })
    const outcomes = await Promise.all(
      [join('p_here'), roll('p_here')].map((command, at) =>
        execute(here, room, { command, mark: mark('p_here', `${at}`) }),
      ),
    )
    expect(outcomes.map(outcome => outcome.ok && outcome.value.events)).toMatchObject([
      [{ seq: 5, type: 'player_joined', seat: 1 }],
      [{ seq: 6, type: 'rolled', seat: 1 }],
    ])
  })

  it('[RS3] reads a room again, after an accident, with what was under way then', async () => {
    const store = memoryStore()
    const room = await newRoom(houseOn(store), 'race')
    const house = houseOn({
      ...store,
      async load(code) {
        const stored = await store.load(code)
        return stored && { ...stored, roots: [] }
      },
    })
    const seed = '07'.repeat(16)
    const seal = house.secretsOf(room, []).sealOf(seed)
    await execute(house, room, { command: { ...join('p_ada'), seal } as RoomCommand, mark: null })
    const starting = execute(house, room, { command: { type: 'start', player: 'p_ada' }, mark: null })
    const opening = { type: 'open_seal', player: 'p_ada', deal: 1, seed } as const
    // With this seed the first die would be rolled, from a secret that is lost.
    await expect(execute(house, room, { command: opening, mark: null })).rejects.toThrow(RoomDamaged)
    const again = house.cache.load(room)
    await starting
    expect((await again)?.committed).toEqual(fold(await logOf(store, room)))
  })

  it('[RS4] refuses with storage_unavailable what cannot be written, and goes on when it can', async () => {
    const inner = memoryStore()
    let broken = false
    const store: RoomStore = {
      ...inner,
      append: (...args) =>
        broken ? Promise.reject(new StorageUnavailable('no disk')) : inner.append(...args),
    }
    const house = houseOn(store)
    const room = await newRoom(house)
    await execute(house, room, { command: join('p_ada'), mark: null })
    broken = true
    const refused = execute(house, room, { command: roll('p_ada'), mark: mark('p_ada', 'r') })
    await expect(refused).rejects.toThrow(StorageUnavailable)
    // Still at hand as it stands on disk, for heartbeats and the list.
    await expect.poll(() => house.cache.peek(room)?.committed.seq).toBe(4)
    broken = false
    const again = await execute(house, room, { command: roll('p_ada'), mark: mark('p_ada', 'r') })
    expect(again).toMatchObject({ ok: true, value: { seq: 5 } })
    expect(house.published.map(({ after }) => after.seq)).toEqual([4, 5])
  })

  it('[RS5] gives every room that is asked for the same code again, and no two the same', async () => {
    const house = houseOn(memoryStore())
    const wish = (id: string) => ({
      game: 'race',
      options: {},
      settings: { private: false },
      mark: mark('p_ada', id),
    })
    const codes = await Promise.all(
      ['a', 'b', 'a', 'c'].map(async id => {
        const made = await createRoom(house, KEY, wish(id))
        return made.ok ? made.value : made.error.code
      }),
    )
    expect(codes[0]).toBe(codes[2])
    expect(new Set(codes).size).toBe(3)
    expect(codes[0]).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/)
  })

  it('[RS6] loads 10,000 events as fast as 10: at most a snapshot and the 200 events after it', async () => {
    const folder = mkdtempSync(joinPath(tmpdir(), 'dice-room-long-'))
    const store = sqliteStore(joinPath(folder, 'rooms.sqlite'))
    const house = houseOn(store)
    const room = await newRoom(house)
    await execute(house, room, { command: join('p_ada'), mark: null })
    for (let done = 2; done < 10_000; done += 50) {
      await Promise.all(
        Array.from({ length: 50 }, (_, at) =>
          execute(house, room, { command: roll('p_ada'), mark: mark('p_ada', `${done + at}`) }),
        ),
      )
    }
    const stored = await store.load(room)
    expect(stored?.events.length).toBeLessThan(250)
    const reread = await houseOn(store).cache.load(room)
    expect(reread?.committed).toEqual(fold(await logOf(store, room)))
    await store.close()
    rmSync(folder, { recursive: true })
  })

  it('[RS9] writes little beside the events, also where many players are remembered', async () => {
    let snapshotBytes = 0
    let eventBytes = 0
    const inner = memoryStore()
    const store: RoomStore = {
      ...inner,
      saveSnapshot: (room, snapshot) => {
        snapshotBytes += snapshot.body.length
        return inner.saveSnapshot(room, snapshot)
      },
      append: (room, expectedSeq, events, beside) => {
        eventBytes += JSON.stringify(events).length
        return inner.append(room, expectedSeq, events, beside)
      },
    }
    const house = houseOn(store)
    const room = await newRoom(house)
    const players = Array.from({ length: 60 }, (_, at) => `p_${at}`)
    await Promise.all(players.map(player => execute(house, room, { command: join(player), mark: null })))
    const rollAll = (n: number) =>
      Promise.all(
        players.map(player => execute(house, room, { command: roll(player), mark: mark(player, `r${n}`) })),
      )
    for (let n = 0; n < REMEMBERED_COMMANDS; n += 1) await rollAll(n)
    snapshotBytes = 0
    eventBytes = 0
    for (let n = 0; n < REMEMBERED_COMMANDS; n += 1) await rollAll(REMEMBERED_COMMANDS + n)
    expect(snapshotBytes).toBeGreaterThan(0)
    expect(snapshotBytes).toBeLessThan(4 * eventBytes)
    const reread = await houseOn(store).cache.load(room)
    expect(reread?.committed).toEqual(fold(await logOf(store, room)))
  })

  it('[RS7] closes rooms that were idle for too long, tells who is there, and forgets them', async () => {
    let time = 1000
    const house = houseOn(memoryStore(), () => time)
    const room = await newRoom(house)
    await execute(house, room, { command: join('p_ada'), mark: null })
    time += 5000
    const fresh = await newRoom(house, 'race')
    const options = {
      rooms: house,
      idleMs: { withGames: 9000, others: 4000 },
      isAttended: () => false,
      onError: () => {},
    }
    expect(await closeIdleRooms(options)).toBe(1)
    expect(house.published.at(-1)?.after).toMatchObject({ room, closed: true })
    expect(await house.cache.load(room)).toBeNull()
    expect(await house.cache.load(fresh)).not.toBeNull()
  })

  it('[RS7] closes the other rooms though one of them cannot be read', async () => {
    let time = 1000
    const store = memoryStore()
    const house = houseOn(store, () => time)
    const rooms = [await newRoom(house), await newRoom(house, 'race')]
    time += 5000
    const errors: unknown[] = []
    const broken: RoomStore = {
      ...store,
      load: room => (room === rooms[0] ? Promise.reject(new Error('damaged')) : store.load(room)),
    }
    const options = {
      rooms: houseOn(broken, () => time),
      idleMs: { withGames: 9000, others: 4000 },
      isAttended: () => false,
      onError: (error: unknown) => errors.push(error),
    }
    expect(await closeIdleRooms(options)).toBe(1)
    expect([await store.idleSince({ withGames: time, others: time }, 10), errors.length]).toEqual([
      [rooms[0]],
      1,
    ])
  })

  it('[RS8] keeps the log whole under any mixture of players, processes, retries and lost storage', async () => {
    const step = fc.record({
      house: fc.nat(1),
      player: fc.constantFrom('p_a', 'p_b', 'p_c'),
      id: fc.nat(12),
      kind: fc.constantFrom('join', 'leave', 'roll', 'chat'),
      broken: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
      wait: fc.boolean(),
    })
    const commandOf = (kind: string, player: string): RoomCommand => {
      if (kind === 'join') return join(player)
      if (kind === 'leave') return { type: 'leave', player, reason: 'left' }
      if (kind === 'chat') return { type: 'chat', player, name: player, text: 'hi' }
      return roll(player)
    }
    const property = fc.asyncProperty(fc.array(step, { maxLength: 60 }), async steps => {
      const inner = memoryStore()
      let broken = false
      const store: RoomStore = {
        ...inner,
        append: async (...args) => {
          if (broken) throw new StorageUnavailable('no disk')
          return inner.append(...args)
        },
      }
      const houses = [houseOn(store), houseOn(store)]
      const room = await newRoom(houseOn(inner))
      const done: { key: string; seq: number; events: readonly LoggedEvent[] }[] = []
      const pending: Promise<unknown>[] = []
      for (const { house, player, id, kind, broken: breaks, wait } of steps) {
        broken = breaks
        const on = houses[house]
        if (!on) continue
        const key = `${player} ${kind}${id}`
        const running = execute(on, room, {
          command: commandOf(kind, player),
          mark: mark(player, `${kind}${id}`),
        })
        pending.push(
          running.then(
            outcome => outcome.ok && outcome.value.events.length > 0 && done.push({ key, ...outcome.value }),
            () => {},
          ),
        )
        if (wait) await running.catch(() => {})
      }
      await Promise.all(pending)
      const log = await logOf(inner, room)
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1))
      const marks = log.flatMap(({ cmd }) => (cmd ? [`${cmd.player} ${cmd.id}`] : []))
      expect(new Set(marks).size).toBe(marks.length)
      for (const { key, seq, events } of done) {
        expect(marks).toContain(key)
        expect(log[seq - 1]).toMatchObject(events.at(-1) ?? {})
      }
      for (const { published, cache } of houses) {
        for (const { events, after } of published) {
          for (const event of events) expect(log[event.seq - 1]).toMatchObject(event)
          expect(after).toEqual(fold(log.slice(0, after.seq)))
        }
        const live = cache.peek(room)
        if (live) expect(live.committed).toEqual(fold(log.slice(0, live.committed.seq)))
      }
    })
    await fc.assert(property, { numRuns: 60 })
  })
})
