import type { Client } from '@diceroom/sdk/connection/client.ts'
import { rememberKnownName } from '../../account/known-name.ts'

/** Nobody is logged in here any more: whoever plays on does so under a name of their own. The token has ended by itself. */
export function goAsGuest(client: Client, next: string): void {
  client.forgetName()
  rememberKnownName(null)
  location.assign(next)
}
