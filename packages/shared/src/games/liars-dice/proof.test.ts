import { expect, it } from 'vitest'
import { testHashes } from '../../fairness/testing/hashes.ts'
import { HonestLog } from '../../fairness/testing/honest-log.ts'
import { verifyTranscript } from '../../fairness/verify.ts'
import { numbersFrom } from '../../testing/dice.ts'
import { liarsDice } from './rules.ts'
import { type LiarsDiceEvent, type LiarsDiceState, Options } from './state.ts'

const SEATS = [0, 1, 2]

/** A game of three from its first deal on, in which whoever may speak does, at random. */
function playedLog(wish: object): HonestLog {
  const options = Options.parse(wish)
  const log = new HonestLog({ room: 'LIAR23', game: 'liars-dice', options })
  const pick = numbersFrom(5)
  const deal = () => {
    log.open()
    for (const seat of SEATS) log.openSeal(seat)
    log.makeReady()
  }
  for (const seat of SEATS) log.join(seat, { seal: log.seal(seat) })
  deal()
  log.add('game_started', { number: 1, options, seats: SEATS, rolls: [log.dice('-').roll(1, 6)] })
  let state: LiarsDiceState = liarsDice.setup(SEATS, options, null)
  const take = (events: readonly LiarsDiceEvent[]) => {
    log.addAll(events)
    state = events.reduce(liarsDice.evolve, state)
  }
  take(liarsDice.begin(state, { dice: log.dice('-') }))
  while (!liarsDice.outcome(state)) {
    if (state.turn === null) {
      log.close()
      deal()
      take(liarsDice.begin(state, { dice: log.dice('-') }))
      continue
    }
    const choices = SEATS.flatMap(seat => liarsDice.legalMoves(state, seat).map(move => ({ seat, move })))
    const choice = choices[pick(choices.length)]
    if (!choice) throw new Error('nobody may move')
    const decided = liarsDice.decide(state, choice.move, {
      seat: choice.seat,
      dice: log.dice(`${choice.seat}`),
    })
    if (!decided.ok) throw new Error(decided.error.message)
    take(decided.value)
  }
  log.add('game_over', { outcome: liarsDice.outcome(state) })
  log.close()
  return log
}

it.each([{ rules: 'perudo', exact: 'anyone' }, { rules: 'chuiniu' }])(
  '[LD32] is proved move by move from its log, whoever spoke when: %o',
  async wish => {
    const found = await verifyTranscript(playedLog(wish).transcript(), { crypto: testHashes })
    expect(found).toMatchObject({ reason: null, games: [{ status: 'over' }] })
  },
)
