import { expect, it } from 'vitest'
import type { Account } from '../accounts/accounts.ts'
import { memoryStore } from '../stores/memory.ts'
import { profileOf } from './profile.ts'

const ada: Account = { name: 'Ada', player: 'p_ada', hidden: false, since: 1000 }
const accountsOf = (...all: readonly Account[]) => ({
  holderOf: async (name: string) => all.find(one => one.name === name) ?? null,
})
const store = memoryStore()

it('[SX6] shows what somebody has played, and since when there is an account', async () => {
  const dice = { dice: 2, over: 10, variance12: 70 }
  const event = { seq: 1, at: 1, type: 'chat', player: 'p_ada', name: 'Ada', text: 'won!' } as const
  const totals = [{ player: 'p_ada', game: 'race' as const, games: 2, wins: 1, ...dice }]
  await store.append('ABC234', 0, [event], { totals })
  expect(await profileOf({ accounts: accountsOf(ada), store }, ' Ada ', null)).toEqual({
    name: 'Ada',
    since: 1000,
    statistics: {
      games: 2,
      wins: 1,
      byGame: { race: { games: 2, wins: 1 } },
      luck: { dice: 2, z: expect.closeTo(2.07, 2) },
    },
  })
})

it('[SX6] shows nobody who has no account, and a hidden profile to its owner alone', async () => {
  const accounts = accountsOf(ada, { ...ada, name: 'Bo', player: 'p_bo', hidden: true })
  const shown = async (name: string, viewer: string | null) =>
    (await profileOf({ accounts, store }, name, viewer))?.name ?? null
  expect(await shown('Ada', null)).toBe('Ada')
  expect(await shown('Cy', null)).toBeNull()
  expect(await shown('\u202eadA', null)).toBeNull()
  expect(await shown('Bo', null)).toBeNull()
  expect(await shown('Bo', 'p_ada')).toBeNull()
  expect(await shown('Bo', 'p_bo')).toBe('Bo')
})
