import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { AccountLookup } from '../accounts/accounts.ts'
import { StorageUnavailable } from '../stores/room-store.ts'
import { LiveLogins } from './live-logins.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Accounts that cannot be looked up at first; then `p` has one, with the log-in `here`. */
function accountsAfter(failures: number) {
  let left = failures
  const looked = async <T>(answer: T): Promise<T> => {
    left -= 1
    if (left >= 0) throw new StorageUnavailable('no disk')
    return answer
  }
  const accounts = {
    isHeld: (player: string) => looked(player === 'p'),
    ofLogin: (id: string) => looked(id === 'here' ? { id } : null),
  }
  return accounts as unknown as AccountLookup
}

it.each([
  ['a guest who has an account', { id: 'p', login: null, closes: 1 }],
  ['a guest', { id: 'q', login: null, closes: 0 }],
  ['who is logged in', { id: 'p', login: 'here', closes: 0 }],
  ['whose log-in has ended', { id: 'p', login: 'gone', closes: 1 }],
])('[AC16] looks again at %s once the storage can say', async (_, { id, login, closes }) => {
  const errors: unknown[] = []
  const logins = new LiveLogins(accountsAfter(2), error => errors.push(error))
  const close = vi.fn()
  logins.opened({ player: { id }, login, close })
  await vi.advanceTimersByTimeAsync(30_000)
  expect(close).toHaveBeenCalledTimes(closes)
  expect(errors).toEqual([])
})
