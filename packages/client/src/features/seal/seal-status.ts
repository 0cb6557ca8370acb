import type { Reason } from '@diceroom/shared/fairness/reasons.ts'
import type { CheckedRoll, Verdict } from '@diceroom/shared/fairness/verdict.ts'
import type { Dealing } from '@diceroom/shared/room/dealing.ts'
import { isEndless, type RoomState } from '@diceroom/shared/room/room.ts'
import type { Audit } from '../../proof/room-audit.ts'

/** How the dice on the table stand. */
export type SealStatus =
  /** No deal has been opened yet. */
  | { readonly kind: 'committed' }
  /** These dice cannot be checked before their deal is over; `seeds` are those of players that are mixed in. */
  | { readonly kind: 'sealed'; readonly seeds: number; readonly missing: number }
  | { readonly kind: 'checking' }
  | { readonly kind: 'checked'; readonly rolls: number; readonly deals: number }
  /** The server has not done what it had said. */
  | { readonly kind: 'warned' }
  | { readonly kind: 'wrong'; readonly reason: Reason }

/** How many deals of a room are over. */
export function closedDeals({ opened, opening, current }: Dealing): number {
  if (current) return current.deal - 1
  return opening ? opening.deal - 1 : opened
}

export const isChecked = ({ expected }: CheckedRoll): boolean => expected !== null

/** What the seal beside the dice says. `warnings`: whether there is anything that the player is to be warned of. */
export function sealStatus(room: RoomState, audit: Audit, warnings: 'some' | 'none'): SealStatus {
  const verdict = audit.latest?.verdict
  if (verdict?.reason) return { kind: 'wrong', reason: verdict.reason }
  if (warnings === 'some') return { kind: 'warned' }
  const { dealing } = room
  const closed = closedDeals(dealing)
  const isInPlay = !isEndless(room) && (dealing.current !== null || dealing.opening !== null)
  if (closed > 0 && !isInPlay) {
    const checked = verdict ? checkedDeals(verdict) : 0
    // What is over while the last check still runs is told when that is checked, too.
    if (verdict && checked >= closed) {
      return { kind: 'checked', rolls: verdict.rolls.filter(isChecked).length, deals: checked }
    }
    if (audit.activity !== 'stuck') return { kind: 'checking' }
  }
  if (dealing.opened === 0) return { kind: 'committed' }
  const deal = dealing.current ?? dealing.opening
  const missing = dealing.current?.missing.length ?? 0
  return { kind: 'sealed', seeds: Object.keys(deal?.seeds ?? {}).length, missing }
}

const checkedDeals = ({ deals }: Verdict): number => deals.filter(({ status }) => status === 'closed').length
