import type { IncomingHttpHeaders } from 'node:http'
import type { Rejection } from '@diceroom/shared/protocol/rejections.ts'
import type { Result } from '@diceroom/shared/result.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'

/** Somebody who keeps name, history and statistics on several devices. */
export interface Account {
  readonly name: string
  /** No two accounts are the same player. */
  readonly player: PlayerId
  /** Whether the profile is shown to nobody else. */
  readonly hidden: boolean
  /** When it was made, server time in ms. */
  readonly since: number
}

/** One browser that is logged in. */
export interface Login {
  /** Public: it opens nothing. */
  readonly id: string
  readonly account: Account
}

/** A log-in that has just begun or was prolonged, and the value of the cookie that stands for it: a secret. */
export interface FreshLogin extends Login {
  readonly cookie: string
}

/** What rooms and connections ask about accounts. Rejects with `StorageUnavailable` where the storage fails. */
export interface AccountLookup {
  /** Whom the session cookie of a request stands for; `null` without one that is good. */
  ofRequest(headers: IncomingHttpHeaders): Promise<Login | null>
  /** A log-in by its id; `null` where it has ended. */
  ofLogin(id: string): Promise<Login | null>
  /** Whether this player is somebody's who has an account, or was taken in by one. */
  isHeld(player: PlayerId): Promise<boolean>
  /** Whose name this is, or looks like: compared by `nameKey`. */
  holderOf(name: string): Promise<Account | null>
}

/**
 * Where accounts are kept. Names and passwords that come in here fit the rules already. Rejects with
 * `StorageUnavailable` where the storage fails; `rate_limited` where too many passwords wait to be hashed.
 */
export interface Accounts extends AccountLookup {
  /** Makes an account and logs it in. `name_taken` where somebody has the name, one that looks like it, or the player. */
  signUp(wish: { name: string; password: string; player: PlayerId }): Promise<Result<FreshLogin, Rejection>>
  /** `wrong_password`, after the same time, also where nobody has this name. */
  logIn(wish: { name: string; password: string }): Promise<Result<FreshLogin, Rejection>>
  /** As `ofRequest`; gives another cookie when this one has less than 89 of its 90 days left. */
  prolong(headers: IncomingHttpHeaders): Promise<Login | FreshLogin | null>
  /** Whether this is the password of who is logged in. */
  verify(headers: IncomingHttpHeaders, password: string): Promise<Result<true, Rejection>>
  /** Ends the log-in of a request. */
  logOut(headers: IncomingHttpHeaders): Promise<void>
  /** Ends all log-ins of whoever's request this is. */
  logOutEverywhere(headers: IncomingHttpHeaders): Promise<void>
  /** Ends all log-ins, and gives a new one. `wrong_password` where `password` is not the one so far. */
  changePassword(
    headers: IncomingHttpHeaders,
    change: { password: string; newPassword: string },
  ): Promise<Result<FreshLogin, Rejection>>
  hide(headers: IncomingHttpHeaders, hidden: boolean): Promise<Account | null>
  /** When each log-in began, was last prolonged and ends, server times in ms. */
  loginsOf(player: PlayerId): Promise<readonly LoginTimes[]>
  /**
   * Forgets an account and all its log-ins, and keeps in mind whose it was until `forgotten` says that nothing else of
   * them is left either. `wrong_password` where that is not its password.
   */
  remove(login: Login, headers: IncomingHttpHeaders, password: string): Promise<Result<true, Rejection>>
  /** Who had an account and is not forgotten everywhere yet. */
  leaving(): Promise<readonly PlayerId[]>
  forgotten(player: PlayerId): Promise<void>
  /** Keeps in mind that a guest is the holder of an account, whose player is another one. */
  takeIn(guest: PlayerId, player: PlayerId): Promise<void>
  /** The guests that were taken in by an account, until it is forgotten. */
  guestsOf(player: PlayerId): Promise<readonly PlayerId[]>
  /** Reads in what the first log-in would have to wait for. */
  warmUp(): Promise<void>
}

export interface LoginTimes {
  readonly began: number
  readonly prolonged: number
  readonly ends: number
}
