import type { Client } from '@diceroom/sdk/connection/client.ts'
import { browserWorld } from './browser-world.ts'
import { followNetwork } from './network.ts'
import { Presence } from './presence.ts'

/** Lets the server know that this page is open, for as long as it is. `leave` ends that. */
export function openPresence(client: Client): { readonly presence: Presence; leave(): void } {
  const presence = new Presence({ world: browserWorld(), player: client.player })
  const unfollow = followNetwork(client, presence)
  return {
    presence,
    leave() {
      unfollow()
      presence.close()
    },
  }
}
