import { browserEnvironment } from '@diceroom/sdk/connection/environment.ts'
import type { WireWorld } from './healing-wire.ts'
import { browserWire } from './plain-wire.ts'

/** What wires need of the world, in a browser. */
export function browserWorld(): WireWorld {
  const { clock, random } = browserEnvironment()
  return { open: browserWire, clock, random }
}
