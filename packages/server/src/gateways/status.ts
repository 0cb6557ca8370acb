import type { Rejection, RejectionCode } from '@diceroom/shared/protocol/rejections.ts'

const STATUS: Partial<Record<RejectionCode, number>> = {
  wrong_password: 401,
  forbidden: 403,
  room_locked: 403,
  muted: 403,
  room_not_found: 404,
  no_such_person: 404,
  name_taken: 409,
  too_large: 413,
  rate_limited: 429,
  room_damaged: 500,
  internal: 500,
  storage_unavailable: 503,
}

/** The HTTP status that fits a refusal: 400 where it lies in what was asked. */
export const statusOf = ({ code }: Rejection): number => STATUS[code] ?? 400
