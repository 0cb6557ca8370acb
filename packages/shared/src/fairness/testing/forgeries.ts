import type { ReasonCode } from '../reasons.ts'
import { sealOf, seedFrom } from './honest-dice.ts'
import type { LogTranscript } from './honest-log.ts'
import {
  chainsTranscript,
  freeRollTranscript,
  hiddenTranscript,
  raceTranscript,
  visitedTranscript,
} from './honest-transcripts.ts'
import { at, bySeat, cut, insert, move, repeat, rollAt, turn } from './tampering.ts'

// Transcripts that somebody has tampered with. Every checker has to refuse each of them with a sentence that says what
// is wrong and where.

export interface Forgery {
  readonly name: string
  readonly transcript: LogTranscript
  /** What the page's checker calls it. */
  readonly code: ReasonCode
  /** What stands in the sentence of every checker. */
  readonly says: RegExp
}

/** Makes forgeries of one kind of transcript. */
export const forgerOf =
  (honest: () => LogTranscript) =>
  (name: string, code: ReasonCode, says: RegExp, tamper: (transcript: LogTranscript) => void): Forgery => {
    const transcript = honest()
    tamper(transcript)
    return { name, transcript, code, says }
  }
const secretIn = ({ events }: LogTranscript) => events.find(({ type }) => type === 'deal_closed')?.secret
const race = forgerOf(raceTranscript)
const rounds = forgerOf(hiddenTranscript)
const tray = forgerOf(freeRollTranscript)
const chains = forgerOf(chainsTranscript)
const visits = forgerOf(visitedTranscript)

const faces: readonly Forgery[] = [
  race('a changed face', 'wrong_faces', /event 24: roll 4 of 0 in deal 1/i, t => turn(rollAt(t, 24))),
  race('a changed opening die', 'wrong_faces', /event 9: roll 0 of - in deal 1/i, t => turn(rollAt(t, 9))),
  rounds('a changed hidden die', 'wrong_faces', /event 9: roll 2 of - in deal 1/i, t =>
    turn(rollAt(t, 9, 1)),
  ),
  race('an impossible face', 'impossible_faces', /event 24: roll 4 of 0 in deal 1.*\b7\b/i, t => {
    rollAt(t, 24).faces = [7]
  }),
  race('a die too many', 'impossible_faces', /event 24: roll 4 of 0 in deal 1/i, t => {
    rollAt(t, 24).faces?.push(1)
  }),
  race('a roll that is not shown', 'roll_not_shown', /event 24: roll 4 of 0 in deal 1.*not shown/i, t => {
    rollAt(t, 24).faces = null
  }),
  rounds(
    'hidden dice that are never shown',
    'roll_not_shown',
    /event 9: roll 2 of - in deal 1.*not shown/i,
    t => {
      rollAt(t, 9, 1).faces = null
    },
  ),
  race("another room's log under this room's name", 'wrong_faces', /roll \d+ of . in deal 1/i, t => {
    t.events = raceTranscript('ELSE23').events
    t.lastSeq = t.events.length
    at(t, 1).room = t.room
  }),
]

const numbers: readonly Forgery[] = [
  race('a missing roll', 'roll_missing', /event 26: roll 5 of 0 in deal 1/i, t => cut(t, 24)),
  race('a repeated roll', 'roll_missing', /event 25: roll 4 of 0 in deal 1/i, t => repeat(t, 24)),
  race('a gap in n', 'roll_missing', /event 24: roll 5 of 0 in deal 1/i, t => {
    rollAt(t, 24).n = 5
  }),
  race('a stream that does not begin at 0', 'roll_missing', /event 11: roll 1 of 0 in deal 1/i, t => {
    rollAt(t, 11).n = 1
  }),
  race("a roll in another seat's stream", 'roll_of_another', /event 24: roll 4 of 1 in deal 1/i, t => {
    rollAt(t, 24).who = '1'
  }),
  race('a start that rolls for a seat', 'roll_of_another', /event 9: roll 0 of 0 in deal 1/i, t => {
    rollAt(t, 9).who = '0'
  }),
  race('a roll before its deal is ready', 'roll_out_of_place', /event 8: roll 0 of - .*deal 1/i, t =>
    move(t, 9, 8),
  ),
  tray('a roll in a deal that is closed', 'roll_out_of_place', /event 10: roll 1 of - .*deal 1/i, t => {
    Object.assign(rollAt(t, 10), { deal: 1, n: 1 })
  }),
]

const visitors: readonly Forgery[] = [
  visits("a visitor's roll changed", 'wrong_faces', /event 7: roll 0 of v2 in deal 1/i, t =>
    turn(rollAt(t, 7)),
  ),
  visits("a visitor's roll left out", 'roll_missing', /event 8: roll 1 of v2 in deal 1/i, t => cut(t, 7)),
  visits("a visitor's roll in a seat's stream", 'roll_of_another', /event 7: roll 0 of 0 in deal 1/i, t => {
    rollAt(t, 7).who = '0'
  }),
  visits('an opening die of the visitor', 'roll_of_another', /event 4: roll 0 of v1 in deal 1/i, t => {
    rollAt(t, 4).who = 'v1'
  }),
]

const seeds: readonly Forgery[] = [
  race('a swapped seed', 'seed_not_sealed', /event 7: the seed of seat 0 .*deal 1 .*seal/i, t => {
    at(t, 7).seed = seedFrom('another')
    at(t, 8).seeds = { 0: seedFrom('another') }
  }),
  race('a seed swapped when it is used', 'seed_made_up', /event 8: deal 1 .*seed .*seat 0/i, t => {
    at(t, 8).seeds = { 0: seedFrom('another') }
  }),
  race('a seed made up for a missing seat', 'seed_made_up', /event 8: deal 1 .*seed .*seat 1/i, t => {
    at(t, 8).seeds = { ...bySeat(at(t, 8), 'seeds'), 1: seedFrom('another') }
    at(t, 8).missing = []
  }),
  race('a logged seed that is left out', 'seed_left_out', /event 8: deal 1 .*seed .*seat 0/i, t => {
    Object.assign(at(t, 8), { seeds: {}, missing: [0, 1] })
  }),
  race('a missing seat that is not named', 'missing_wrong', /event 8: deal 1 .*missing/i, t => {
    at(t, 8).missing = []
  }),
  race('a seat said to be missing that is not', 'missing_wrong', /event 8: deal 1 .*missing/i, t => {
    at(t, 8).missing = [0, 1]
  }),
  race('a seed that is opened twice', 'seed_twice', /event 8 .*seat 0 .*deal 1/i, t => repeat(t, 7)),
  race('a seed without a seal', 'seed_without_seal', /event 7 .*seat 2.*deal 1/i, t => {
    at(t, 7).seat = 2
  }),
  race('a seed before its deal is opened', 'seed_out_of_place', /event 6 .*seat 0 .*deal 1/i, t =>
    move(t, 7, 6),
  ),
  race(
    'a seal given after the first seed',
    'seed_not_sealed',
    /event 9: the seed of seat 1 .*deal 1 .*seal/i,
    t => {
      const seed = seedFrom('suits better')
      insert(t, 8, { type: 'seal_given', seat: 1, seal: sealOf(seed) })
      insert(t, 9, { type: 'seed_opened', deal: 1, seat: 1, seed })
    },
  ),
  race('a seal that nobody handed in', 'seal_not_handed_in', /event 6 .*deal 1 .*seal of seat 1/i, t => {
    at(t, 6).seals = { ...bySeat(at(t, 6), 'seals'), 1: sealOf(seedFrom('another')) }
  }),
  race('a seal that is left out', 'seal_left_out', /event 6 .*deal 1 without .*seal .*seat 1/i, t => {
    const { 1: _, ...seals } = bySeat(at(t, 6), 'seals')
    at(t, 6).seals = seals
  }),
  tray(
    'the seal of somebody who has gone',
    'seal_not_handed_in',
    /event 24 .*deal 3 .*seal of seat 3/i,
    t => {
      at(t, 24).seals = { ...bySeat(at(t, 24), 'seals'), 3: `${at(t, 12).seal}` }
    },
  ),
]

const deals: readonly Forgery[] = [
  race('a deal that is opened twice', 'deal_out_of_order', /event 8 opens deal 1/i, t =>
    insert(t, 8, at(t, 6)),
  ),
  race('a deal opened anew, with other seals', 'deal_opened_early', /event 8 opens deal 2 while deal 1/i, t =>
    insert(t, 8, { ...at(t, 6), deal: 2, seals: {} }),
  ),
  race('a deal that is skipped', 'deal_out_of_order', /event 6 opens deal 2/i, t => {
    for (const event of t.events) {
      if (event.deal !== undefined) event.deal += 1
      for (const roll of event.rolls ?? []) roll.deal += 1
    }
  }),
  race('a deal that is ready twice', 'ready_out_of_place', /event 9 makes deal 1 ready/i, t => repeat(t, 8)),
  tray('a deal ready before the last is closed', 'ready_before_close', /event 8 .*deal 2 .*deal 1/i, t =>
    move(t, 9, 8),
  ),
  race('a deal closed that never was ready', 'close_out_of_place', /event 8 closes deal 1/i, t =>
    cut(t, 8, 74),
  ),
  race('a deal played that never was ready', 'roll_out_of_place', /event 8: .*deal 1/i, t => cut(t, 8)),
  race('a deal that is closed twice', 'close_out_of_place', /event 83 closes deal 1/i, t => repeat(t, 82)),
  tray('a deal in which nothing was rolled', 'deal_without_roll', /event 4 opens deal 2\b.*deal 1/i, t =>
    insert(t, 4, { type: 'deal_opened', deal: 2, seals: {} }),
  ),
  race('a secret that is not published', 'close_missing', /event 82 .*secret of deal 1/i, t => cut(t, 82)),
  race("another room's secret", 'secret_not_committed', /event 82: the secret of deal 1/i, t => {
    at(t, 82).secret = secretIn(raceTranscript('ELSE23'))
  }),
  tray('a room closed with an open deal', 'closed_with_open_deal', /event 34 .*deal 3/i, t => cut(t, 34)),
  tray('something after the end', 'after_the_end', /event 36 .*closed/i, t =>
    insert(t, 36, { type: 'chat' }),
  ),
]

const commitments: readonly Forgery[] = [
  race('another commitment', 'secret_not_committed', /event 82: the secret of deal 1/i, t => {
    at(t, 1).commitment = at(raceTranscript('ELSE23'), 1).commitment
  }),
  race('a seal before the commitment', 'commitment_not_first', /event 1 is player_joined/i, t =>
    move(t, 2, 1),
  ),
  race('a room without a commitment', 'commitment_not_first', /event 1 is player_joined/i, t => cut(t, 1)),
  race('a room that is made twice', 'created_twice', /event 2 .*room/i, t => repeat(t, 1)),
  race("another room's log", 'other_room', /event 1 .*ELSE23/i, t => {
    t.events = raceTranscript('ELSE23').events
    t.lastSeq = t.events.length
  }),
  chains('a chain that is not continued', 'chain_not_continued', /event 6 opens deal 2/i, t => {
    delete at(t, 6).next
  }),
  chains('another next chain', 'secret_not_committed', /event 15: the secret of deal 3/i, t => {
    at(t, 6).next = at(chainsTranscript('ELSE23'), 6).next
  }),
  chains('a chain changed too early', 'chain_changed', /event 10 .*deal 3/i, t => {
    at(t, 10).next = at(t, 14).next
  }),
]

const parts: readonly Forgery[] = [
  race('a missing middle', 'event_missing', /event 20 .*30/i, t => {
    t.events.splice(19, 10)
  }),
  race('a reordered event', 'event_missing', /event 20 .*21/i, t => {
    t.events.splice(19, 2, at(t, 21), at(t, 20))
  }),
  race('a tail cut off', 'tail_missing', /119 events.* event 40/i, t => {
    t.events.splice(40)
  }),
  race('a part alone', 'tail_missing', /119 events.* event 40/i, t => {
    t.events.splice(40)
    t.complete = false
  }),
  race('a tail cut off in the middle of an append', 'cut_off', /event 81/i, t => cut(t, 82, 38)),
  race('more than there is', 'not_a_transcript', /lastSeq/, t => {
    t.lastSeq = 40
  }),
  race('another version', 'not_a_transcript', /version/, t => {
    t.version = 2
  }),
  race('nothing at all', 'not_a_transcript', /events/, t => {
    t.events = []
  }),
]

/** Those that show without the rules of any game. */
export const FORGERIES: readonly Forgery[] = [
  faces,
  numbers,
  visitors,
  seeds,
  deals,
  commitments,
  parts,
].flat()
