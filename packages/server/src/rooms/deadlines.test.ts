import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { dealingFrom } from '@diceroom/shared/room/dealing.ts'
import { fold } from '@diceroom/shared/room/evolve.ts'
import type { RoomState } from '@diceroom/shared/room/room.ts'
import { created, logOf } from '@diceroom/shared/testing/given.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RoomDamaged, StorageUnavailable } from '../stores/room-store.ts'
import { Deadlines } from './deadlines.ts'

const lobby = fold(logOf([created('race')]))

/** A room in which this deal waits for seeds, or none does. */
function waitingFor(deal: number | null): RoomState {
  if (!lobby) throw new Error('a room begins with an event')
  const dealing = dealingFrom({ commitment: '', chainLength: 1000 })
  const opening = deal === null ? null : { deal, seals: {}, players: {}, seats: [], seeds: {} }
  return { ...lobby, dealing: { ...dealing, opening } }
}

describe('the time for seeds', () => {
  let asked: number[]
  let errors: unknown[]
  let answer: () => Promise<unknown>
  let deadlines: Deadlines

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    asked = []
    errors = []
    answer = async () => {}
    deadlines = new Deadlines({
      execute(_room, command) {
        if (command.type === 'ready_deal') asked.push(command.deal)
        return answer()
      },
      onError: error => errors.push(error),
    })
  })
  afterEach(() => {
    deadlines.end()
    vi.useRealTimers()
  })
  const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  const fails = (error: Error) => () => Promise.reject(error)

  it('[RS17] is over after two seconds, once, unless all seeds are there before', async () => {
    deadlines.watch(waitingFor(1))
    deadlines.watch(waitingFor(1))
    await wait(1_999)
    expect(asked).toEqual([])
    await wait(1)
    expect(asked).toEqual([1])
    deadlines.watch(waitingFor(2))
    await wait(1_000)
    deadlines.watch(waitingFor(null))
    await wait(60_000)
    expect(asked).toEqual([1])
  })

  it('[RS17] is over as soon as the storage works again', async () => {
    answer = fails(new StorageUnavailable('full'))
    deadlines.watch(waitingFor(1))
    await wait(5_000)
    expect(asked).toEqual([1, 1, 1, 1])
    answer = async () => {}
    await wait(60_000)
    expect(asked).toEqual([1, 1, 1, 1, 1])
    expect(errors).toHaveLength(4)
  })

  it('[RS17] is kept for a deal that opens as the one before is ready, also where the storage fails then', async () => {
    answer = async () => {
      deadlines.watch(waitingFor(2))
    }
    deadlines.watch(waitingFor(1))
    await wait(2_000)
    answer = fails(new StorageUnavailable('full'))
    await wait(2_000)
    answer = async () => {}
    await wait(60_000)
    expect(asked).toEqual([1, 2, 2])
  })

  it('[RS17] is not over before what has come in time is read, be it that the server was stopped meanwhile', async () => {
    vi.useRealTimers()
    const happened: string[] = []
    const server = createServer(wire => wire.once('data', () => happened.push('a seed')))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const player = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
    await Promise.all([once(server, 'connection'), once(player, 'connect')])
    const execute = async () => void happened.push('the end')
    const impatient = new Deadlines({ execute, onError: error => errors.push(error), seedsWithinMs: 1 })
    impatient.watch(waitingFor(1))
    player.write('here it is')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    await expect.poll(() => happened).toEqual(['a seed', 'the end'])
    player.destroy()
    server.close()
  })

  it('[RS16] is not asked for again in a room that is damaged', async () => {
    answer = fails(new RoomDamaged('no secret'))
    deadlines.watch(waitingFor(1))
    await wait(2_000)
    // It was read again meanwhile.
    deadlines.watch(waitingFor(1))
    await wait(60_000)
    expect([asked, errors.length]).toEqual([[1], 1])
  })

  it('[OP2] is kept no more once the server ends', async () => {
    deadlines.watch(waitingFor(1))
    deadlines.end()
    deadlines.watch(waitingFor(2))
    await wait(60_000)
    expect(asked).toEqual([])
  })
})
