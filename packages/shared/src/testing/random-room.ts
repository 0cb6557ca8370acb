import fc from 'fast-check'
import { type GameMove, isEndlessWith } from '../games/game.ts'
import { type GameId, gameOf } from '../games/registry.ts'
import type { Rejection } from '../protocol/rejections.ts'
import type { RoomCommand } from '../room/command.ts'
import { createRoom, decide } from '../room/decide.ts'
import type { LoggedEvent, RoomEvent } from '../room/events.ts'
import { evolve, fold } from '../room/evolve.ts'
import { present, type RoomState, seatOf } from '../room/room.ts'
import { openSecrets, seededDice } from './dice.ts'
import { deepFreeze } from './freeze.ts'
import { nameOf } from './given.ts'
import { singleVariants } from './option-variants.ts'
import { TABLE_KINDS, tableCommand } from './random-table.ts'

// What people may do to a room in the course of an evening, in any order.

const PEOPLE = ['ada', 'bo', 'cy', 'di', 'eve'] as const
/** So many moves are made in a row, at most, by whoever is to act: in a game that ends, and in one that does not. */
const ROUND_MAX = { ending: 80, endless: 8 }

/** What people do, and how often compared with one another. */
const KINDS = [
  { kind: 'join', weight: 50 },
  { kind: 'sit', weight: 20 },
  { kind: 'watch', weight: 10 },
  { kind: 'leave', weight: 30 },
  { kind: 'vanish', weight: 20 },
  { kind: 'start', weight: 50 },
  { kind: 'move', weight: 20 },
  { kind: 'garbage', weight: 10 },
  { kind: 'play on', weight: 80 },
  { kind: 'chat', weight: 10 },
  { kind: 'options', weight: 20 },
  { kind: 'open', weight: 60 },
  { kind: 'ready', weight: 15 },
  { kind: 'end', weight: 3 },
  { kind: 'visit', weight: 10 },
  { kind: 'visitor speaks', weight: 20 },
  { kind: 'close', weight: 1 },
  ...TABLE_KINDS,
] as const

type Kind = (typeof KINDS)[number]['kind']

const { sealOf } = openSecrets(seededDice(0))

interface Deed {
  readonly who: (typeof PEOPLE)[number]
  readonly kind: Kind
  readonly pick: number
}

export interface Evening {
  readonly deeds: readonly Deed[]
  /** What the dice follow from. */
  readonly seed: number
}

export interface RoomStep {
  readonly before: RoomState
  readonly command: RoomCommand
  /** What was appended, or why nothing was. */
  readonly events: readonly LoggedEvent[]
  readonly refusal: Rejection | null
  readonly after: RoomState
}

export const anyEvening: fc.Arbitrary<Evening> = fc.record({
  deeds: fc.array(
    fc.record({
      who: fc.constantFrom(...PEOPLE),
      kind: fc.oneof(...KINDS.map(({ kind, weight }) => ({ weight, arbitrary: fc.constant<Kind>(kind) }))),
      pick: fc.nat(1_000),
    }),
    { maxLength: 70, size: 'max' },
  ),
  seed: fc.nat(),
})

/** The room as it was made, and its first event. */
export function newRoom(game: GameId): { state: RoomState; log: readonly LoggedEvent[] } {
  const wish = { game, options: {}, settings: { private: false } }
  const made = createRoom('ABC234', wish, openSecrets(seededDice(0)))
  if (!made.ok) throw new Error(made.error.message)
  const log = stamp(made.value, 0, 'created')
  const state = fold(log)
  if (!state) throw new Error('a room begins with an event')
  return { state: deepFreeze(state), log }
}

/** What comes of everything that is done, as a server would run it: decide, stamp, evolve. */
export function* randomRoom(game: GameId, { deeds, seed }: Evening): Generator<RoomStep, void> {
  const secrets = openSecrets(seededDice(seed))
  const roundMax = isEndlessWith(gameOf(game), gameOf(game).options.parse({}))
    ? ROUND_MAX.endless
    : ROUND_MAX.ending
  let { state } = newRoom(game)
  for (const deed of deeds) {
    const times = deed.kind === 'play on' ? deed.pick % roundMax : 1
    for (let time = 0; time < times && (time === 0 || nextToAct(state, time)); time += 1) {
      const command = deepFreeze(commandFor(state, { ...deed, pick: deed.pick + time }))
      const decision = decide(state, command, secrets)
      const events = decision.ok ? stamp(decision.value, state.seq, deed.who) : []
      const after = events.reduce((so, event) => deepFreeze(evolve(so, event)), state)
      yield { before: state, command, events, refusal: decision.ok ? null : decision.error, after }
      state = after
    }
  }
}

function stamp(events: readonly RoomEvent[], seq: number, player: string): readonly LoggedEvent[] {
  const last = seq + events.length
  return deepFreeze(
    events.map((event, at) => ({
      ...event,
      seq: seq + at + 1,
      at: 1_000 * last,
      ...(at === 0 ? { cmd: { player, id: `command ${last}`, hash: 'hash', last } } : {}),
    })),
  )
}

function commandFor(state: RoomState, { who: player, kind, pick }: Deed): RoomCommand {
  const name = nameOf(player)
  const variants = singleVariants(gameOf(state.game))
  const options = variants[pick % variants.length]
  const host = pick % 4 === 0 ? player : (state.host ?? player)
  switch (kind) {
    case 'join':
      return { type: 'join', player, name, as: 'either', ...(pick % 2 === 0 ? { password: 'sesame' } : {}) }
    case 'sit':
      return { type: 'join', player, name, as: 'player', seal: sealOf(`${player} ${pick % 3}`) }
    case 'watch':
      return { type: 'join', player, name, as: 'spectator' }
    case 'leave':
      return { type: 'leave', player, reason: 'left' }
    case 'vanish':
      return { type: 'leave', player, reason: 'gone' }
    case 'start':
      return pick % 3 === 0 ? { type: 'start', player: host, options } : { type: 'start', player: host }
    case 'move':
      return { type: 'move', player, move: legalMove(state, player, pick), seen: state.seq - (pick % 5) }
    case 'garbage':
      return { type: 'move', player, move: [null, {}, { type: 'rollll' }, 'roll', { type: 1 }][pick % 5] }
    case 'play on': {
      const by = nextToAct(state, pick) ?? player
      return { type: 'move', player: by, move: legalMove(state, by, pick), seen: state.seq }
    }
    case 'chat':
      return { type: 'chat', player, name, text: `the ${pick}th time` }
    case 'options':
      return {
        type: 'set_options',
        player: host,
        options: pick % 5 === 0 ? { 'no such option': 1 } : options,
      }
    case 'open':
      return openSeal(state, player, pick)
    case 'ready':
      return { type: 'ready_deal', deal: state.dealing.opened - (pick % 2) }
    case 'end':
      return { type: 'end', player: host }
    case 'visit':
      return { type: 'visit' }
    case 'visitor speaks':
      return {
        type: 'visitor_message',
        visitor: 1 + (pick % Math.max(1, state.visitors)),
        message: `the ${pick}th time`,
      }
    case 'close':
      return { type: 'close', reason: 'idle' }
    default:
      return tableCommand(state, kind, {
        player,
        host,
        about: PEOPLE[pick % PEOPLE.length] ?? player,
        pick,
      })
  }
}

/** Mostly of somebody whose seal waits to be opened, and with the right seed. */
function openSeal({ dealing }: RoomState, player: string, pick: number): RoomCommand {
  const { opening } = dealing
  const awaited = Object.entries(opening?.players ?? {}).filter(([seat]) => !(seat in (opening?.seeds ?? {})))
  const [seat, holder] = awaited[pick % Math.max(1, awaited.length)] ?? ['0', player]
  const seal = opening?.seals[Number(seat)] ?? ''
  const seed = pick % 10 === 0 ? 'another seed' : seal.replace(sealOf(''), '')
  const next = pick % 4 === 0 ? {} : { nextSeal: sealOf(`${holder} next ${dealing.opened}`) }
  return { type: 'open_seal', player: holder, deal: dealing.opened, seed, ...next }
}

function legalMove(state: RoomState, player: string, pick: number): GameMove | { type: string } {
  const seat = seatOf(state, player)
  if (seat === null || state.phase !== 'playing') return { type: 'roll' }
  const moves = gameOf(state.game).legalMoves(state.view, seat)
  return moves[pick % moves.length] ?? { type: 'roll' }
}

/** Who makes the next move of the game; in a game without turns, anybody. */
function nextToAct(state: RoomState, pick: number): string | undefined {
  if (state.phase !== 'playing') return undefined
  const toAct = gameOf(state.game).toAct(state.view)
  const holders = present(state).filter(({ seat }) => toAct.length === 0 || toAct.includes(seat))
  return holders[pick % holders.length]?.player
}
