/** Every code that a refusal may carry. Codes are stable; the sentence beside one may change. */
export const REJECTION_CODES = [
  'bad_request',
  'unknown_request',
  'too_large',
  'rate_limited',
  'bad_token',
  'forbidden',
  'room_not_found',
  'room_full',
  'room_locked',
  'room_closed',
  'room_damaged',
  'wrong_password',
  'weak_password',
  'name_taken',
  'no_such_person',
  'game_in_progress',
  'not_enough_players',
  'not_in_room',
  'not_host',
  'not_playing',
  'not_your_turn',
  'illegal_move',
  'unknown_game',
  'bad_options',
  'stale',
  'id_reused',
  'seal_mismatch',
  'muted',
  'storage_unavailable',
  'internal',
] as const

export type RejectionCode = (typeof REJECTION_CODES)[number]

const SENTENCE_MAX = 300

/** Why something was refused: a stable code for programs and an English sentence for people. */
export interface Rejection {
  readonly code: RejectionCode
  readonly message: string
}

/** A message that quotes what was sent is cut off where it would be as long. */
export const rejection = (code: RejectionCode, message: string): Rejection => ({
  code,
  message: message.length > SENTENCE_MAX ? `${message.slice(0, SENTENCE_MAX)}…` : message,
})

/** The refusing side of a `Result`. */
export interface Refusal {
  readonly ok: false
  readonly error: Rejection
}

export const refuse = (code: RejectionCode, message: string): Refusal => ({
  ok: false,
  error: rejection(code, message),
})
