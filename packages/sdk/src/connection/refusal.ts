import { REJECTION_CODES, type Rejection } from '@diceroom/shared/protocol/rejections.ts'

/** What the server said when it refused something; `null` for what is no refusal. */
export function refusalIn(data: unknown): Rejection | null {
  if (typeof data !== 'object' || data === null || !('code' in data)) return null
  const code = REJECTION_CODES.find(known => known === data.code)
  if (code === undefined) return null
  return { code, message: 'message' in data ? String(data.message) : code }
}
