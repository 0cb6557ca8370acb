import { looksLikeBot, nameKey } from '@diceroom/shared/protocol/name-key.ts'
import { type Refusal, refuse } from '@diceroom/shared/protocol/rejections.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import type { AccountLookup } from '../accounts/accounts.ts'

/** What the page and the server call somebody, and who speaks for the house. */
const OF_THE_HOUSE: ReadonlySet<string> = new Set(
  [
    'AnonymousUser',
    'Anonymous',
    'Visitor',
    'Dice Room',
    'Admin',
    'Administrator',
    'Moderator',
    'System',
    'Server',
  ].map(nameKey),
)
const GUEST = /^guest\s*\d*$/i

/** Why a player may not be called so at a table; `null` where they may. Throws `StorageUnavailable`. */
export async function refusedName(
  accounts: AccountLookup,
  name: string,
  player: PlayerId,
): Promise<Refusal | null> {
  if (looksLikeBot(name)) return refuse('name_taken', 'Bots are called so. Please choose another name.')
  const holder = await accounts.holderOf(name)
  if (holder === null || holder.player === player) return null
  return refuse(
    'name_taken',
    'This name belongs to somebody, or looks like one that does. Please choose another one.',
  )
}

/** Why nobody can have an account of this name; `null` for a name that fits. */
export function refusedAccountName(name: string): Refusal | null {
  if (looksLikeBot(name)) return refuse('name_taken', 'Bots are called so. Please choose another name.')
  const isOurs = OF_THE_HOUSE.has(nameKey(name)) || GUEST.test(name)
  return isOurs ? refuse('name_taken', 'This name is not given to anybody. Please choose another one.') : null
}
