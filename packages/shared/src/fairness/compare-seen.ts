import type { Ledger } from './ledger.ts'
import { type Reason, reason } from './reasons.ts'
import { rollKey, type Seen, type SeenShare } from './verdict.ts'

// What a browser was told, and put in, beside what the transcript says.

/** The first thing in which they differ, and what does not prove anything but concerns the player. */
export function compareSeen(
  { chains, deals, rolls }: Ledger,
  lastSeq: number,
  seen: Seen,
): { wrong: Reason | null; warnings: readonly Reason[] } {
  const warnings: Reason[] = []
  const found = function* (): Generator<Reason> {
    for (const [at, expected] of (seen.commitments ?? []).entries()) {
      const { commitment = 'none' } = chains[at] ?? {}
      if (commitment !== expected) yield reason('seen_commitment', { expected, found: commitment })
    }
    if (seen.lastSeq > lastSeq) yield reason('seen_further', { lastSeq: seen.lastSeq, seq: lastSeq })
    yield* compareRolls(rolls, seen.rolls)
    for (const [key, share] of Object.entries(seen.mine ?? {})) {
      const checked = deals[Number(key) - 1]
      const said = checked && compareShare(checked, share)
      if (said?.code === 'seen_late') warnings.push(said)
      else if (said) yield said
    }
  }
  const [wrong = null] = [...found()]
  return { wrong, warnings }
}

function* compareRolls(rolls: Ledger['rolls'], seen: Seen['rolls']): Generator<Reason> {
  const logged = new Map(rolls.map(roll => [rollKey(roll), roll]))
  for (const [key, faces] of Object.entries(seen)) {
    const roll = logged.get(key)
    const [deal = '', who = '', n = ''] = key.split('/')
    if (!roll) yield reason('seen_roll_missing', { deal, who, n })
    // Dice that this browser alone may see are not in the transcript before their deal is closed.
    else if (roll.found && roll.found.join(',') !== faces) {
      const [expected, found] = [faces.replaceAll(',', ', '), roll.found.join(', ')]
      yield reason('seen_other_faces', { seq: roll.seq, deal, who, n, expected, found })
    }
  }
}

function compareShare(
  { deal, status, seals, seeds }: Ledger['deals'][number],
  { seat, seal, seed, acknowledged }: SeenShare,
): Reason | null {
  if (seals[seat] !== seal) return reason('seen_seal_left_out', { deal, seat })
  if (seed === undefined || seeds[seat] === seed) return null
  if (acknowledged) return reason('seen_seed_left_out', { deal, seat })
  return status === 'opening' ? null : reason('seen_late', { deal, seat })
}
