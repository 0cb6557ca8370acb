// What a transcript can be refused for. A reason has a code and parameters, so that a page can say it in any language.

/** What is wrong and where, in English; `{seq}` and the like are filled in. */
export const REASONS = {
  not_a_transcript: 'This is not a transcript of version 1: {what}.',
  bad_event: 'Event {seq} cannot be read: {what}.',
  tail_missing: 'The end is missing: the log has {lastSeq} events, and the transcript ends with event {seq}.',
  event_missing:
    'Where event {seq} should stand there is event {found}: something is missing or out of order.',
  commitment_not_first: 'Event {seq} is {type}: a room has to begin with its commitment, in room_created.',
  created_twice: 'Event {seq} makes the room a second time.',
  other_room: 'Event {seq} is of room {found}, the transcript of room {room}.',
  after_the_end: 'Event {seq} comes after the room was closed.',
  closed_with_open_deal:
    'Event {seq} closes the room while deal {deal} is open: its secret is not published.',
  deal_out_of_order: 'Event {seq} opens deal {deal}, and deal {expected} is the next.',
  deal_opened_early: 'Event {seq} opens deal {deal} while deal {open} still waits for its seeds.',
  deal_without_roll: 'Event {seq} opens deal {deal} though nothing was rolled in deal {before}.',
  seal_left_out: 'Event {seq} opens deal {deal} without the seal that seat {seat} had handed in.',
  seal_not_handed_in:
    'Event {seq} opens deal {deal} with a seal of seat {seat} that was not the one handed in.',
  chain_not_continued:
    'Event {seq} opens deal {deal}, the last of its chain, without the commitment of the next.',
  chain_changed: 'Event {seq} brings another chain in deal {deal}, before the old one is used up.',
  seed_out_of_place:
    'Event {seq} opens a seed of seat {seat} for deal {deal}, which does not wait for seeds.',
  seed_without_seal: 'Event {seq} opens a seed of seat {seat}, which has no seal in deal {deal}.',
  seed_twice: 'Event {seq} opens the seed of seat {seat} for deal {deal} a second time.',
  seed_not_sealed: 'Event {seq}: the seed of seat {seat} for deal {deal} does not match its seal.',
  ready_out_of_place: 'Event {seq} makes deal {deal} ready, which was not opened or is ready already.',
  ready_before_close: 'Event {seq} makes deal {deal} ready before deal {open} is closed.',
  seed_left_out: 'Event {seq}: deal {deal} does not use the seed that seat {seat} has opened.',
  seed_made_up: 'Event {seq}: deal {deal} uses a seed of seat {seat} that the seat has not opened.',
  missing_wrong: 'Event {seq}: deal {deal} names {found} as missing, and {expected} are.',
  close_out_of_place: 'Event {seq} closes deal {deal}, which is not ready or closed already.',
  close_missing: 'Event {seq} is {type}, and the secret of deal {deal} should have been published first.',
  secret_not_committed: 'Event {seq}: the secret of deal {deal} is not the one that was committed to.',
  roll_out_of_place:
    'Event {seq}: roll {n} of {who} is said to be of deal {deal}, which is not ready or closed already.',
  roll_missing:
    'Event {seq}: roll {n} of {who} in deal {deal} does not follow: the next is roll {expected}. One was left out or repeated.',
  roll_of_another:
    'Event {seq}: roll {n} of {who} in deal {deal} is not of the seat to which the event belongs.',
  rolls_of_nobody: 'Event {seq} ({type}) has rolls, and cannot roll.',
  roll_not_shown: 'Event {seq}: roll {n} of {who} in deal {deal} is not shown, and has to be.',
  impossible_faces:
    'Event {seq}: roll {n} of {who} in deal {deal} is of {count} dice of {sides} sides, which cannot show {found}.',
  wrong_faces:
    'Event {seq}: roll {n} of {who} in deal {deal} has to show {expected}, and the log says {found}.',
  unknown_game: 'The rules of {game} in version {rules} are not known to this program.',
  opening_die_wrong: 'Event {seq} ({type}) has not the one opening die that it has to have.',
  deal_overlaps: 'Event {seq} opens deal {deal} while deal {open} is still played.',
  closed_early: 'Event {seq} closes deal {deal} in the middle of a game, before its round is over.',
  start_out_of_place: 'Event {seq} starts a game for which no deal was made ready.',
  start_wrong: 'Event {seq} starts a game with another {what} than it has to.',
  start_missing: 'Event {seq} is not the start of the game for which deal {deal} was made ready.',
  begin_wrong: 'Event {seq}: by the rules of the game, deal {deal} does not begin like this.',
  move_wrong: 'Event {seq} ({type}) is not what follows from a legal move.',
  not_playing: 'Event {seq} ({type}) is of a game, and none is in play.',
  game_over_missing: 'Event {seq} is {type}, and the game should have ended before, as it was decided.',
  game_over_early: 'Event {seq} ends a game that is not decided.',
  outcome_wrong: 'Event {seq} ends the game with the places {found}; by the rules they are {expected}.',
  cut_off: 'The transcript ends after event {seq}, in the middle of what happens at once.',
  not_understood: 'Event {seq} ({type}) does not fit the rules: {what}.',
  seen_commitment:
    'This browser was given another commitment than the transcript has: {expected}, not {found}.',
  seen_further: 'This browser has seen event {lastSeq}, and the transcript ends with event {seq}.',
  seen_roll_missing:
    'Roll {n} of {who} in deal {deal}, which this browser has seen, is not in the transcript.',
  seen_other_faces:
    'This browser was shown {expected} as roll {n} of {who} in deal {deal}, and event {seq} says {found}.',
  seen_seal_left_out:
    'Deal {deal} was opened without the seal that this browser had handed in for seat {seat}.',
  seen_seed_left_out: 'Deal {deal} does not use the seed that this browser has opened for seat {seat}.',
  seen_late: 'Deal {deal} did not wait for the seed that this browser has sent for seat {seat}.',
} as const

export type ReasonCode = keyof typeof REASONS

/** What stands in braces in a text. */
type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never

export type ReasonParams<Code extends ReasonCode> = Readonly<
  Record<Placeholders<(typeof REASONS)[Code]>, string | number>
>

export interface Reason {
  readonly code: ReasonCode
  readonly params: Readonly<Record<string, string | number>>
  /** In English. */
  readonly sentence: string
}

export function reason<Code extends ReasonCode>(code: Code, params: ReasonParams<Code>): Reason {
  const known: Readonly<Record<string, string | number>> = params
  const sentence = REASONS[code].replace(/\{(\w+)\}/g, (_, name: string) => String(known[name]))
  return { code, params, sentence }
}
