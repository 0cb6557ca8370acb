import type { RoomCommand } from '@diceroom/shared/room/command.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { FEED_MAX } from './feed.ts'
import { RoomStore } from './room-store.ts'
import type { Table } from './table.ts'
import { RoomLog } from './testing/room-log.ts'

let room: RoomLog
let store: RoomStore
let time: number

const watch = (game: 'free-roll' | 'race') => {
  time = 0
  room = new RoomLog({ room: 'DESK22', game }, () => time)
  store = new RoomStore(() => {})
}

function does(command: RoomCommand): readonly LoggedEvent[] {
  time += 10
  const done = room.execute(command, `${room.state.seq}`)
  if (!done.ok) throw new Error(done.error.message)
  return done.events
}
const join = (player: string) => does({ type: 'join', player, name: `${player}'s name`, as: 'player' })
const leave = (player: string) => does({ type: 'leave', player, reason: 'left' })
const roll = (player: string) => does({ type: 'move', player, move: { type: 'roll' } })
const come = () => store.catchUp(room.catchUp('me'), 'me')

function table(): Table {
  if (!store.table) throw new Error('no table')
  return store.table
}

/** Who the feed says has rolled, oldest first. */
const rollers = (): readonly (string | undefined)[] =>
  table()
    .feed.filter(({ event }) => event.type === 'rolled')
    .map(({ event, names }) => ('seat' in event && event.seat !== undefined ? names[event.seat] : undefined))

describe('the feed', () => {
  beforeEach(() => watch('free-roll'))

  it('names who sat there then, though somebody else sits there now', () => {
    join('ada')
    roll('ada')
    leave('ada')
    join('bo')
    roll('bo')
    come()
    expect(rollers()).toEqual(["ada's name", "bo's name"])
    store.apply(leave('bo'))
    store.apply(join('cy'))
    store.apply(roll('cy'))
    expect(rollers()).toEqual(["ada's name", "bo's name", "cy's name"])
  })

  it('names who came before the oldest event that it has', () => {
    join('ada')
    join('bo')
    for (let throws = 0; throws < 60; throws += 1) roll('ada')
    roll('bo')
    leave('ada')
    join('cy')
    come()
    expect(table().feed).toHaveLength(50)
    expect(new Set(rollers())).toEqual(new Set(["ada's name", "bo's name"]))
  })

  it('goes on from where it was, without holes, and keeps the latest 200', () => {
    join('ada')
    come()
    for (let throws = 0; throws < 300; throws += 1) store.apply(roll('ada'))
    const seqs = table().feed.map(({ event }) => event.seq)
    expect(seqs).toEqual(Array.from({ length: FEED_MAX }, (_, at) => room.state.seq - FEED_MAX + 1 + at))
  })
})

describe('throws', () => {
  beforeEach(() => watch('free-roll'))

  it('lie there when one comes, and fly when they happen', () => {
    join('ada')
    roll('ada')
    come()
    expect(table().throws).toMatchObject([
      { seat: 0, of: 'rolled', sides: 6, when: 'before', at: room.state.seq },
    ])
    store.apply(roll('ada'))
    expect(table().throws).toMatchObject([{ seat: 0, when: 'now', at: room.state.seq }])
    expect(table().room.view).toMatchObject({ last: { faces: table().throws[0]?.faces } })
  })

  it('do not fly if they were missed, but do if they were told while something was missing', () => {
    join('ada')
    come()
    roll('ada')
    store.heard(room.state.seq)
    store.catchUp(room.catchUp('me', table().room.seq), 'me')
    expect(table().throws).toMatchObject([{ when: 'before' }])
    roll('ada')
    store.apply(roll('ada'))
    store.catchUp(room.catchUp('me', table().room.seq), 'me')
    expect(table().throws).toMatchObject([{ when: 'now', at: room.state.seq }])
  })

  it('stay on the table while people talk and come, and know the opening die of who came', () => {
    join('ada')
    come()
    store.apply(roll('ada'))
    const { throws } = table()
    store.apply(does({ type: 'chat', player: 'ada', name: 'ada', text: 'look' }))
    store.apply(join('bo'))
    expect(table().throws).toBe(throws)
    expect(table().opening).toMatchObject({ seat: 1, of: 'player_joined', sides: 6, when: 'now' })
  })

  it('are all there where one append made several', () => {
    watch('race')
    join('ada')
    join('bo')
    come()
    store.apply(does({ type: 'start', player: 'ada' }))
    expect(table().opening).toMatchObject({ of: 'game_started', when: 'now' })
    expect(table().throws.map(({ of }) => of)).toContain('starter_rolled')
    store.apply(leave('bo'))
    store.apply(roll('ada'))
    const seats = table().throws.map(({ seat }) => seat)
    expect(seats).toEqual([0, 1])
    expect(new Set(table().throws.map(({ key }) => key)).size).toBe(2)
  })
})
