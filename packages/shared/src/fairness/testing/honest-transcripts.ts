import { type SealedGame, type Seat, seal } from '../../games/game.ts'
import { plainRace } from '../../games/race/plain.ts'
import { hiddenDice } from '../../testing/hidden-dice.ts'
import { HonestLog, type LogTranscript } from './honest-log.ts'

// One honest transcript of each kind.

/** Two races of three: in the first one seat is plain, one is missing, and one goes; in the second one has left. */
export function raceTranscript(room = 'RACE23'): LogTranscript {
  const log = new HonestLog({ room, game: 'race', options: { finish: 'stay' } })
  log.join(0, { seal: log.seal(0) })
  log.join(1, { seal: log.seal(1) })
  log.join(2)
  log.add('chat')
  log.open()
  log.openSeal(0)
  log.makeReady()
  playGame(log, {
    game: seal(plainRace),
    options: { finish: 'stay' },
    seats: [0, 1, 2],
    number: 1,
    goesAfter: 4,
  })
  log.add('seal_given', { seat: 1, seal: log.seal(1) })
  log.open()
  log.openSeal(1)
  log.openSeal(0)
  log.makeReady()
  playGame(log, { game: seal(plainRace), options: { finish: 'stay' }, seats: [0, 1], number: 2 })
  return log.transcript()
}

/** A game of hidden dice in two rounds, each a deal of its own. */
export function hiddenTranscript(room = 'HYDE23'): LogTranscript {
  const { log, options } = hiddenRoom(room)
  playGame(log, { game: seal(hiddenDice), options, seats: [0, 1], number: 1 })
  return log.transcript()
}

/** The same when the first dice of a round were dealt. */
export function hiddenOpenTranscript(): LogTranscript {
  const { log, options } = hiddenRoom('HYDE23')
  playGame(log, { game: seal(hiddenDice), options, seats: [0, 1], number: 1, stopsAfter: 0 })
  return log.transcript()
}

function hiddenRoom(room: string) {
  const options = { rounds: 2, boasting: true }
  const log = new HonestLog({ room, game: 'hidden-dice', options })
  for (const seat of [0, 1]) log.join(seat, { seal: log.seal(seat) })
  log.open()
  for (const seat of [0, 1]) log.openSeal(seat)
  log.makeReady()
  return { log, options }
}

/** A tray at which people come and go; closed at the end, or still in use. */
export function freeRollTranscript(end: 'closed' | 'in use' = 'closed'): LogTranscript {
  const options = { dice: 3, sides: 20 }
  const log = new HonestLog({ room: 'FREE23', game: 'free-roll', options })
  const sit = (seat: number) => log.join(seat, { seal: log.seal(seat), rolls: [log.dice('-').roll(1, 6)] })
  const roll = (seat: number, message?: string) =>
    log.addAll([
      { type: 'rolled', seat, ...(message ? { message } : {}), rolls: [log.dice(`${seat}`).roll(3, 20)] },
    ])
  log.open()
  log.makeReady()
  sit(0)
  log.open()
  roll(0, 'come on')
  log.openSeal(0)
  log.close()
  log.makeReady()
  for (let seat = 1; seat <= 11; seat += 1) sit(seat)
  log.leave(3, 'left')
  roll(11)
  roll(2)
  log.open()
  for (const seat of [11, 0, 2]) log.openSeal(seat)
  roll(2)
  log.close()
  log.makeReady()
  roll(10)
  roll(0)
  roll(10)
  if (end === 'closed') {
    log.close()
    log.add('room_closed', { reason: 'idle' })
  }
  return log.transcript()
}

/** Nine deals of chains of two. */
export function chainsTranscript(room = 'CHAN23'): LogTranscript {
  const log = new HonestLog({ room, game: 'free-roll', options: { dice: 1, sides: 6 }, chainLength: 2 })
  log.open()
  log.makeReady()
  log.join(0, { rolls: [log.dice('-').roll(1, 6)] })
  for (let deal = 2; deal <= 9; deal += 1) {
    log.addAll([{ type: 'rolled', seat: 0, rolls: [log.dice('0').roll(1, 6)] }])
    log.open()
    log.close()
    log.makeReady()
  }
  log.close()
  log.add('room_closed', { reason: 'idle' })
  return log.transcript()
}

/** A room that was named by people, in letters of more than one byte. */
export const namedTranscript = (): LogTranscript => chainsTranscript('~café_骰子')

/** A tray with a player and two visitors, who have no seats; the host ends it, begins again, and one more comes. */
export function visitedTranscript(): LogTranscript {
  const log = new HonestLog({ room: '~visits', game: 'free-roll', options: { dice: 1, sides: 6 } })
  const opening = () => ({ rolls: [log.dice('-').roll(1, 6)] })
  const visit = (visitor: number) => log.add('visitor_joined', { visitor, ...opening() })
  const say = (visitor: number, message: string) =>
    log.add('rolled', { message, rolls: [log.dice(`v${visitor}`).roll(1, 6)] })
  log.open()
  log.makeReady()
  visit(1)
  log.join(0, opening())
  visit(2)
  say(2, 'hello')
  say(1, '')
  say(2, '再来')
  log.add('game_aborted')
  log.close()
  log.add('visitor_joined', { visitor: 3 })
  log.open()
  log.makeReady()
  log.add('game_started', { number: 2, options: { dice: 1, sides: 6 }, seats: [0], ...opening() })
  say(3, 'on')
  return log.transcript()
}

interface Played {
  readonly game: SealedGame
  readonly options: unknown
  readonly seats: readonly Seat[]
  readonly number: number
  /** So many moves later the last seat is gone, and default moves are made for it. */
  readonly goesAfter?: number
  /** So many moves later nothing comes any more. */
  readonly stopsAfter?: number
}

/** Plays a game whose deal is ready to its end: always the last of the legal moves. */
function playGame(log: HonestLog, { game, options, seats, number, goesAfter, stopsAfter }: Played): void {
  const parsed = game.options.parse(options)
  log.add('game_started', { number, options, seats, rolls: [log.dice('-').roll(1, 6)] })
  let state = game.setup(seats, parsed, null)
  const take = (events: ReturnType<SealedGame['begin']>, beside: { auto?: true } = {}) => {
    log.addAll(events, beside)
    for (const event of events) state = game.evolve(state, event)
  }
  take(game.begin(state, { dice: log.dice('-') }))
  const gone = goesAfter === undefined ? undefined : seats.at(-1)
  for (let moves = 0; !game.outcome(state); moves += 1) {
    if (moves === stopsAfter) return
    if (moves === goesAfter && gone !== undefined) log.leave(gone, 'gone')
    const [seat] = game.toAct(state)
    if (seat === undefined) {
      nextRound(log, seats)
      take(game.begin(state, { dice: log.dice('-') }))
      continue
    }
    const isGone = seat === gone && moves >= (goesAfter ?? 0)
    const move = isGone ? game.timeoutMove(state, seat) : game.legalMoves(state, seat).at(-1)
    const decided = move && game.decide(state, move, { seat, dice: log.dice(`${seat}`) })
    if (!decided?.ok) throw new Error('a legal move is refused')
    take(decided.value, isGone ? { auto: true } : {})
  }
  log.add('game_over', { outcome: game.outcome(state) })
  log.close()
}

function nextRound(log: HonestLog, seats: readonly Seat[]): void {
  log.close()
  log.open()
  for (const seat of seats) log.openSeal(seat)
  log.makeReady()
}
