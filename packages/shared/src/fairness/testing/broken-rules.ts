import { type Forgery, forgerOf } from './forgeries.ts'
import { cloneOf } from './honest-log.ts'
import { freeRollTranscript, raceTranscript, visitedTranscript } from './honest-transcripts.ts'
import { at, cut, insert, move, rollAt } from './tampering.ts'

const race = forgerOf(raceTranscript)
const tray = forgerOf(freeRollTranscript)
const visits = forgerOf(visitedTranscript)

/** Forgeries of which only who knows the rules of the game can say what is wrong: dice and deals are all right. */
export const BROKEN_RULES: readonly Forgery[] = [
  race('another winner', 'outcome_wrong', /event 81 .*places/i, t => {
    const { places } = Object.assign({ places: [] as unknown[] }, at(t, 81).outcome)
    at(t, 81).outcome = { places: places.toReversed() }
  }),
  race('a piece that goes further than its die says', 'move_wrong', /event 24 \(piece_moved\)/i, t => {
    at(t, 24).to = Number(at(t, 24).to) + 1
  }),
  race('a move out of turn', 'move_wrong', /event 11/i, t => move(t, 12, 11)),
  race('a move of who is not there', 'move_wrong', /event 17/i, t => {
    delete at(t, 17).auto
  }),
  race('another beginning', 'begin_wrong', /event 10.*deal 1/i, t => {
    at(t, 10).starter = (Number(at(t, 10).starter) + 1) % 3
  }),
  race('a game without somebody', 'start_wrong', /event 9 .*seats/i, t => {
    at(t, 9).seats = [0, 1]
  }),
  race('a game by other options', 'start_wrong', /event 9 .*options/i, t => {
    at(t, 9).options = { finish: 'overshoot' }
  }),
  race('a game of another number', 'start_wrong', /event 9 .*number/i, t => {
    at(t, 9).number = 2
  }),
  race('a game that does not start at once', 'start_missing', /event 9 .*deal 1/i, t =>
    insert(t, 9, { type: 'chat' }),
  ),
  race('a game that does not begin at once', 'begin_wrong', /event 10.*deal 1/i, t =>
    insert(t, 10, { type: 'chat' }),
  ),
  race('a game that ends before it is decided', 'game_over_early', /event 21/i, t => cut(t, 21, 60)),
  race('a deal closed in the middle of a game', 'closed_early', /event 21 closes deal 1/i, t =>
    cut(t, 21, 61),
  ),
  race('a game that goes on when it is decided', 'game_over_missing', /event 81 is chat/i, t =>
    insert(t, 81, { type: 'chat' }),
  ),
  race('a start without a deal of its own', 'start_out_of_place', /event 11/i, t =>
    insert(t, 11, { ...cloneOf(at(t, 9)), number: 2, rolls: [] }),
  ),
  race('a deal opened while another is played', 'deal_overlaps', /event 81 opens deal 2 while deal 1/i, t => {
    move(t, 83, 80)
    move(t, 84, 81)
  }),
  race('a game broken off that is not in play', 'not_playing', /event 6/i, t =>
    insert(t, 6, { type: 'game_aborted' }),
  ),
  race('a start cut off', 'cut_off', /event 8,/i, t => cut(t, 9, 111)),
  race('a roll of somebody who leaves', 'rolls_of_nobody', /event 15 \(player_left\) has rolls/i, t => {
    at(t, 15).rolls = [cloneOf(rollAt(t, 17))]
  }),
  race('a room with options that there are not', 'bad_event', /event 1 .*options/i, t => {
    at(t, 1).options = { finish: 'never' }
  }),
  race('a choice of options that there are not', 'bad_event', /event 5 .*options/i, t =>
    insert(t, 5, { type: 'options_set', options: {} }),
  ),
  race('a seat that is none', 'bad_event', /event 11 .*seat of piece_moved/i, t => {
    at(t, 11).seat = 1.5
  }),
  race('a game that nobody knows', 'unknown_game', /poker/, t => {
    at(t, 1).game = 'poker'
  }),
  race('rules that nobody knows', 'unknown_game', /version 7/, t => {
    at(t, 1).rules = 7
  }),
  tray('a throw of fewer dice', 'move_wrong', /event 6/i, t => {
    const roll = rollAt(t, 6)
    Object.assign(roll, { count: 2, faces: roll.faces?.slice(0, 2) })
  }),
  tray('an event that says more', 'move_wrong', /event 6/i, t => {
    at(t, 6).bonus = 5
  }),
  visits('a roll of a visitor who never came', 'move_wrong', /event 6 \(rolled\)/i, t => cut(t, 6)),
  visits('a visitor who is counted twice', 'bad_event', /event 6 .*visitor 1/i, t => {
    at(t, 6).visitor = 1
  }),
  visits('a visitor at a private table', 'bad_event', /event 4 .*visitor 1/i, t => {
    at(t, 1).settings = { private: true }
  }),
  visits('a visitor without an opening die', 'opening_die_wrong', /event 16/i, t =>
    insert(t, 16, { type: 'visitor_joined', visitor: 4 }),
  ),
  visits('a roll after the end', 'not_playing', /event 13/i, t =>
    insert(t, 13, { type: 'rolled', message: '', rolls: [] }),
  ),
  tray('a newcomer without an opening die', 'opening_die_wrong', /event 20/i, t => {
    at(t, 20).rolls = []
  }),
]
