import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRequestName, type RequestName, requestSchemas } from './client-to-server.ts'

/** A request of each name with everything that it may hold. */
const FULL: Record<RequestName, Record<string, unknown>> = {
  create_room: { id: 'c1', game: 'race', options: { finish: 'stay' }, name: 'Ada', private: true },
  join_room: {
    id: 'c1',
    room: 'ABC234',
    name: 'Ada',
    as: 'player',
    since: 7,
    seal: 'ab'.repeat(32),
    password: 'sesame',
    ticket: 'abc',
  },
  quick_play: { id: 'c1', game: 'race' },
  leave_room: { id: 'c1', room: 'ABC234' },
  start_game: { id: 'c1', room: 'ABC234', options: { finish: 'bounce' } },
  move: { id: 'c1', room: 'ABC234', move: { type: 'roll' }, seen: 7 },
  open_seal: { id: 'c1', room: 'ABC234', deal: 1, seed: 'c5'.repeat(16), nextSeal: 'cd'.repeat(32) },
  my_games: { before: 7 },
  end_game: { id: 'c1', room: 'ABC234' },
  chat: { id: 'c1', room: 'ABC234', text: 'hello' },
  react: { id: 'c1', room: 'ABC234', emote: 'clap' },
  report: { id: 'c1', room: 'ABC234', seq: 7, reason: 'rude' },
  set_order: { id: 'c1', room: 'ABC234', seats: [1, 0] },
  add_bot: { id: 'c1', room: 'ABC234', level: 'hard' },
  remove_player: { id: 'c1', room: 'ABC234', player: 'bo', undo: true },
  mute: { id: 'c1', room: 'ABC234', player: 'bo', undo: true },
  make_host: { id: 'c1', room: 'ABC234', player: 'bo' },
  ask_host: { id: 'c1', room: 'ABC234' },
  ask_default: { id: 'c1', room: 'ABC234' },
  take_back_seat: { id: 'c1', room: 'ABC234' },
  queue_next: { id: 'c1', room: 'ABC234', undo: true },
  seat_ticket: { id: 'c1', room: 'ABC234' },
  give_seat: { id: 'c1', room: 'ABC234', seat: 1, player: 'bo' },
  set_options: { id: 'c1', room: 'ABC234', options: {} },
  set_room: { id: 'c1', room: 'ABC234', settings: { private: false } },
  sync: { room: 'ABC234', since: 7 },
  legal_moves: { room: 'ABC234' },
}
const OPTIONAL: Record<RequestName, readonly string[]> = {
  create_room: ['options', 'name', 'private'],
  join_room: ['name', 'as', 'since', 'seal', 'password', 'ticket'],
  quick_play: [],
  leave_room: [],
  start_game: ['options'],
  move: ['seen'],
  open_seal: ['nextSeal'],
  my_games: ['before'],
  end_game: [],
  chat: [],
  react: [],
  report: ['reason'],
  set_order: [],
  add_bot: [],
  remove_player: ['undo'],
  mute: ['undo'],
  make_host: [],
  ask_host: [],
  ask_default: [],
  take_back_seat: [],
  queue_next: ['undo'],
  seat_ticket: [],
  give_seat: [],
  set_options: [],
  set_room: [],
  sync: [],
  legal_moves: [],
}
const NAMES = Object.keys(requestSchemas).filter(isRequestName)

const accepts = (name: RequestName, request: unknown): boolean =>
  requestSchemas[name].safeParse(request).success
const without = (request: Record<string, unknown>, field: string) =>
  Object.fromEntries(Object.entries(request).filter(([name]) => name !== field))
/** As JSON brings it: a field that an object literal could not have. */
const withProto = (request: Record<string, unknown>): unknown =>
  JSON.parse(JSON.stringify(request).replace('{', '{"__proto__":{"id":"c2"},'))

describe.each(NAMES)('%s', name => {
  const full = FULL[name]

  it('[IN8] is accepted as it is meant', () => {
    expect(requestSchemas[name].parse(full)).toEqual(full)
  })
  it.each(Object.keys(full))('[IN8] is accepted without %s only where that may be left out', field => {
    expect(accepts(name, without(full, field))).toBe(OPTIONAL[name].includes(field))
  })
  it.each(Object.keys(full))('[IN8] is refused where %s is of another type', field => {
    for (const value of [null, 1.5, -1, [], [{}], () => 1, Number.NaN]) {
      expect(accepts(name, { ...full, [field]: value }), `${field}: ${String(value)}`).toBe(false)
    }
  })
  it('[IN9] is refused with a field that nobody knows', () => {
    expect(accepts(name, { ...full, position: 6 })).toBe(false)
    expect(accepts(name, { ...full, constructor: 1 })).toBe(false)
    expect(accepts(name, withProto(full))).toBe(false)
  })
  it.each([null, undefined, 'move', 7, true, [], [FULL.move]])('[IN8] is an object, not %o', value => {
    expect(accepts(name, value)).toBe(false)
  })
  it('[IN8] is read without an exception, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), fc.jsonValue(), (any, json) => {
        accepts(name, any)
        for (const field of Object.keys(full)) accepts(name, { ...full, [field]: json })
      }),
      { numRuns: 20 },
    )
  })
})

describe('a field', () => {
  it('[IN9] that nobody knows is refused inside of others too', () => {
    expect(accepts('set_room', { ...FULL.set_room, settings: { private: true, hidden: true } })).toBe(false)
    expect(accepts('set_room', { ...FULL.set_room, settings: withProto({ private: true }) })).toBe(false)
  })
  it('[IN10] `id` has 1 to 64 characters', () => {
    expect(accepts('chat', { ...FULL.chat, id: 'x'.repeat(64) })).toBe(true)
    expect(accepts('chat', { ...FULL.chat, id: 'x'.repeat(65) })).toBe(false)
  })
  it('[IN11] `since` and `seen` are whole numbers from 0', () => {
    for (const [since, accepted] of [
      [0, true],
      [2 ** 53 - 1, true],
      [2 ** 53, false],
      [-1, false],
      [0.5, false],
      [Number.POSITIVE_INFINITY, false],
      ['7', false],
    ] as const) {
      expect(accepts('sync', { ...FULL.sync, since }), String(since)).toBe(accepted)
      expect(accepts('move', { ...FULL.move, seen: since }), String(since)).toBe(accepted)
    }
  })
  it('[IN12] `move` and `options` are any objects: their game judges them', () => {
    expect(accepts('move', { ...FULL.move, move: { anything: [1] } })).toBe(true)
    expect(accepts('create_room', { ...FULL.create_room, options: { anything: [1] } })).toBe(true)
    for (const value of [null, [], 'roll', 7]) {
      expect(accepts('move', { ...FULL.move, move: value })).toBe(false)
      expect(accepts('set_options', { ...FULL.set_options, options: value })).toBe(false)
    }
  })
  it('[IN12] `move` and `options` are not nested deeper than 8', () => {
    const nested = (depth: number) => JSON.parse(`{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`)
    expect(accepts('move', { ...FULL.move, move: nested(7) })).toBe(true)
    expect(accepts('move', { ...FULL.move, move: nested(8) })).toBe(false)
    expect(accepts('set_options', { ...FULL.set_options, options: nested(30_000) })).toBe(false)
  })
  it('[IN7] `room` is given as rooms are filed', () => {
    expect(requestSchemas.leave_room.parse({ id: 'c1', room: 'abc-234' })).toEqual(FULL.leave_room)
  })
  it('[IN1] `name` and `text` are judged as names and lines are', () => {
    expect(accepts('join_room', { ...FULL.join_room, name: 'x'.repeat(10_000) })).toBe(false)
    expect(accepts('join_room', { ...FULL.join_room, name: 'A\u200bda' })).toBe(false)
    expect(accepts('chat', { ...FULL.chat, text: 'x'.repeat(501) })).toBe(false)
    expect(accepts('chat', { ...FULL.chat, text: '👨‍👩‍👧' })).toBe(true)
  })
})

it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', '', 'Move', 'roll'])(
  '[IN13] knows no request by the name of "%s"',
  name => {
    expect(isRequestName(name)).toBe(false)
  },
)
