import { describe } from 'vitest'
import type { WireName } from '../testing/lines.ts'
import { codesContract } from './contract/codes.contract.ts'
import { dealingContract } from './contract/dealing.contract.ts'
import { limitsContract } from './contract/limits.contract.ts'
import { playingContract } from './contract/playing.contract.ts'
import { refusingContract } from './contract/refusing.contract.ts'
import { resumingContract } from './contract/resuming.contract.ts'
import { rubbishContract } from './contract/rubbish.contract.ts'

/** What every wire that makes players of connections has to do. */
export function gatewayContract(wire: WireName): void {
  describe(`over ${wire}`, () => {
    playingContract(wire)
    resumingContract(wire)
    refusingContract(wire)
    codesContract(wire)
    limitsContract(wire)
    rubbishContract(wire)
    dealingContract(wire)
  })
}
