import { PlayerName } from '@diceroom/shared/protocol/text.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import type { AccountLookup } from '../accounts/accounts.ts'
import { type Statistics, statisticsOf } from '../rooms/statistics.ts'
import type { RoomStore } from '../stores/room-store.ts'

/** What somebody who has an account shows of themselves. */
export interface Profile {
  readonly name: string
  /** When the account was made, server time in ms. */
  readonly since: number
  readonly statistics: Statistics
}

interface Kept {
  readonly accounts: Pick<AccountLookup, 'holderOf'>
  readonly store: Pick<RoomStore, 'totalsOf'>
}

/** The profile of who has this name; `null` where nobody has it, and where it is hidden from everybody but the `viewer`. */
export async function profileOf(
  { accounts, store }: Kept,
  name: string,
  viewer: PlayerId | null,
): Promise<Profile | null> {
  const asked = PlayerName.safeParse(name)
  const account = asked.success ? await accounts.holderOf(asked.data) : null
  if (account === null || (account.hidden && account.player !== viewer)) return null
  const { player, since } = account
  return { name: account.name, since, statistics: statisticsOf(await store.totalsOf(player)) }
}
