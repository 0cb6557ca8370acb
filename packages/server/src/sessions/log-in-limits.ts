import { nameKey } from '@diceroom/shared/protocol/name-key.ts'
import { Attempts, neighbourhood } from './attempts.ts'

const MINUTE_MS = 60_000
const WITHIN_MS = 15 * MINUTE_MS
/** Wrong passwords for one name from one address. */
const FOR_A_NAME = 10
/** For one name from everywhere: more would be many addresses at work. */
const FOR_A_NAME_FROM_STRANGERS = 100
/** From one address, for whatever names: a school may be behind it. */
const FROM_AN_ADDRESS = 100
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** For how long an address is known to whom it has logged in. */
const KNOWN_MS = 30 * DAY_MS

/**
 * How often a password may be tried. Nobody can shut somebody out by guessing: an address from which the right password
 * came before has only its own mistakes to answer for, and a log-in that lasts needs no password at all.
 */
export class LogInLimits {
  private readonly forName = new Attempts({ max: FOR_A_NAME, withinMs: WITHIN_MS })
  private readonly fromStrangers = new Attempts({ max: FOR_A_NAME_FROM_STRANGERS, withinMs: WITHIN_MS })
  private readonly fromAddress = new Attempts({ max: FROM_AN_ADDRESS, withinMs: WITHIN_MS })
  private readonly known = new Attempts({ max: 1, withinMs: KNOWN_MS })
  private readonly signUps: Attempts

  constructor({ signUpsPerHour }: { readonly signUpsPerHour: number }) {
    this.signUps = new Attempts({ max: signUpsPerHour, withinMs: HOUR_MS })
  }

  /** Counts an attempt to log in; gives how long to wait instead, in ms, or 0. */
  take(name: string, address: string, now: number): number {
    const { forName, fromStrangers, fromAddress } = this
    const at = neighbourhood(address)
    const who = nameKey(name)
    const both = `${who} ${at}`
    const isKnown = this.known.waitFor(both, now) > 0
    const wait = Math.max(
      forName.waitFor(both, now),
      fromAddress.waitFor(at, now),
      isKnown ? 0 : fromStrangers.waitFor(who, now),
    )
    if (wait > 0) return wait
    forName.note(both, now)
    fromAddress.note(at, now)
    if (!isKnown) fromStrangers.note(who, now)
    return 0
  }

  /** An attempt that was counted did not come to a password after all. */
  notTried(name: string, address: string, now: number): void {
    const at = neighbourhood(address)
    const who = nameKey(name)
    this.forName.forgive(`${who} ${at}`)
    this.fromAddress.forgive(at)
    if (this.known.waitFor(`${who} ${at}`, now) === 0) this.fromStrangers.forgive(who)
  }

  /** An attempt that was counted had the right password. */
  succeeded(name: string, address: string, now: number): void {
    const both = `${nameKey(name)} ${neighbourhood(address)}`
    this.notTried(name, address, now)
    this.forName.clear(both)
    this.known.clear(both)
    this.known.note(both, now)
  }

  /** As `take`, for who is logged in and has to say the password once more. */
  takeOwn(player: string, now: number): number {
    const key = `own ${player}`
    const wait = this.forName.waitFor(key, now)
    if (wait === 0) this.forName.note(key, now)
    return wait
  }

  succeededOwn(player: string): void {
    this.forName.clear(`own ${player}`)
  }

  /** As `takeOwn`, for who wants everything that is kept: it takes a while to find. */
  takeData(player: string, now: number): number {
    const wait = this.forName.waitFor(`data ${player}`, now)
    if (wait === 0) this.forName.note(`data ${player}`, now)
    return wait
  }

  /** Counts an attempt to make an account: each also tells whether a name is taken. */
  takeSignUp(address: string, now: number): number {
    const at = neighbourhood(address)
    const wait = this.signUps.waitFor(at, now)
    if (wait === 0) this.signUps.note(at, now)
    return wait
  }
}
