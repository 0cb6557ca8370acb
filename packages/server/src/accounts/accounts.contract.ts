import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Accounts, FreshLogin } from './accounts.ts'

/** Accounts under test; `reopen` gives them as they were kept, or `null` where nothing is. */
export interface AccountsUnderTest {
  open(): Accounts
  reopen(): Accounts | null
  clean(): Promise<void>
}

const PASSWORD = 'a long walk in May'
const asBrought = ({ cookie }: { cookie: string }) => ({ cookie: `theme=dark; diceroom=${cookie}` })
const other = (letter: string) => (letter === 'A' ? 'B' : 'A')

/** What every place for accounts has to do. */
export function accountsContract(title: string, make: () => AccountsUnderTest): void {
  describe(`${title} keeps accounts`, () => {
    let under: AccountsUnderTest
    let accounts: Accounts
    let player = 0

    beforeEach(() => {
      under = make()
      accounts = under.open()
    })
    afterEach(() => under.clean())

    const signUp = async (name: string, password = PASSWORD): Promise<FreshLogin> => {
      player += 1
      const made = await accounts.signUp({ name, password, player: `p_${player}` })
      return made.ok ? made.value : expect.fail(made.error.message)
    }
    const logIn = async (name: string, password = PASSWORD): Promise<FreshLogin> => {
      const made = await accounts.logIn({ name, password })
      return made.ok ? made.value : expect.fail(made.error.message)
    }

    it('[AC1] makes an account and knows it by its cookie, its log-in and its name', async () => {
      const made = await signUp('Ada')
      const account = {
        name: 'Ada',
        player: `p_${player}`,
        hidden: false,
        since: expect.closeTo(Date.now(), -4),
      }
      expect(made).toEqual({ id: expect.any(String), cookie: expect.any(String), account })
      const login = { id: made.id, account: made.account }
      expect(await accounts.ofRequest(asBrought(made))).toEqual(login)
      expect(await accounts.prolong(asBrought(made))).toEqual(login)
      expect(await accounts.ofLogin(made.id)).toEqual(login)
      expect(await accounts.holderOf('ADА')).toEqual(made.account)
      expect(await accounts.isHeld(account.player)).toBe(true)
      expect(await accounts.isHeld('p_nobody')).toBe(false)
      expect(await accounts.holderOf('Bo')).toBeNull()
    })

    it('[AC2] logs in with the right password alone, however the name is written', async () => {
      const made = await signUp('小林', 'Äpfel im Garten')
      const again = await logIn('小林', 'A\u0308pfel im Garten')
      expect(again.account).toEqual(made.account)
      expect(again.id).not.toBe(made.id)
      for (const [name, password] of [
        ['小林', 'äpfel im Garten'],
        ['小林', ''],
        ['Nobody', 'Äpfel im Garten'],
      ] as const) {
        expect(await accounts.logIn({ name, password })).toMatchObject({ error: { code: 'wrong_password' } })
      }
    })

    it('[AC4] gives no name twice, and no player', async () => {
      const { account } = await signUp('Ivan Lee')
      for (const name of ['Ivan Lee', 'IVANLEE', 'lvаn-Iee']) {
        const refused = await accounts.signUp({ name, password: PASSWORD, player: `p_${name}` })
        expect(refused, name).toMatchObject({ error: { code: 'name_taken' } })
      }
      const same = await accounts.signUp({ name: 'Bo', password: PASSWORD, player: account.player })
      expect(same).toMatchObject({ error: { code: 'name_taken' } })
      const both = await Promise.all(
        ['Cy', 'cy'].map(name => accounts.signUp({ name, password: PASSWORD, player: `p_of_${name}` })),
      )
      expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
      expect(await accounts.logIn({ name: 'CY', password: PASSWORD })).toMatchObject({ ok: true })
    })

    it('[AC3] takes no cookie that it has not signed', async () => {
      const { cookie } = await signUp('Ada')
      const [token = '', signature = ''] = decodeURIComponent(cookie).split('.')
      for (const value of [
        token,
        `${token}.`,
        `${token}.${other(signature[0] ?? '')}${signature.slice(1)}`,
        `${other(token[0] ?? '')}${token.slice(1)}.${signature}`,
        'x'.repeat(400),
        '%00%00%00%00%00%00%00%00%00%00',
      ]) {
        expect(
          await accounts.ofRequest({ cookie: `diceroom=${encodeURIComponent(value)}` }),
          value,
        ).toBeNull()
      }
      expect(await accounts.ofRequest({})).toBeNull()
      expect(await accounts.ofRequest({ cookie: ';;=;diceroom' })).toBeNull()
    })

    it('[AC6] ends one log-in, or all', async () => {
      const phone = await signUp('Ada')
      const laptop = await logIn('Ada')
      const desk = await logIn('Ada')
      const bo = await signUp('Bo')
      await accounts.logOut(asBrought(phone))
      expect(await accounts.ofRequest(asBrought(phone))).toBeNull()
      expect(await accounts.ofLogin(phone.id)).toBeNull()
      expect(await accounts.ofLogin(laptop.id)).not.toBeNull()
      expect(await accounts.loginsOf(phone.account.player)).toHaveLength(2)
      await accounts.logOutEverywhere(asBrought(laptop))
      for (const { id, cookie } of [laptop, desk]) {
        expect(await accounts.ofLogin(id)).toBeNull()
        expect(await accounts.ofRequest(asBrought({ cookie }))).toBeNull()
      }
      expect(await accounts.ofLogin(bo.id)).not.toBeNull()
    })

    it('[AC7] changes the password of who knows it, and ends every other log-in', async () => {
      const phone = await signUp('Ada')
      const laptop = await logIn('Ada')
      const change = (password: string) =>
        accounts.changePassword(asBrought(laptop), { password, newPassword: 'quite another one' })
      expect(await change('not this one')).toMatchObject({ error: { code: 'wrong_password' } })
      expect(await accounts.ofLogin(phone.id)).not.toBeNull()
      const changed = await change(PASSWORD)
      const { cookie, id } = changed.ok ? changed.value : expect.fail(changed.error.message)
      expect(await accounts.ofLogin(phone.id)).toBeNull()
      expect(await accounts.ofLogin(laptop.id)).toBeNull()
      expect(await accounts.ofRequest(asBrought({ cookie }))).toEqual({ id, account: laptop.account })
      expect(await accounts.logIn({ name: 'Ada', password: PASSWORD })).toMatchObject({ ok: false })
      await logIn('Ada', 'quite another one')
    })

    it('[AC8] hides, and forgets on its holder’s word and password', async () => {
      const ada = await signUp('Ada')
      const bo = await signUp('Bo')
      expect(await accounts.hide(asBrought(ada), true)).toEqual({ ...ada.account, hidden: true })
      expect((await accounts.holderOf('Ada'))?.hidden).toBe(true)
      expect(await accounts.verify(asBrought(ada), 'wrong')).toMatchObject({
        error: { code: 'wrong_password' },
      })
      expect(await accounts.verify(asBrought(ada), PASSWORD)).toMatchObject({ ok: true })
      expect(await accounts.remove(ada, asBrought(ada), 'wrong')).toMatchObject({
        error: { code: 'wrong_password' },
      })
      expect(await accounts.remove(ada, asBrought(ada), PASSWORD)).toMatchObject({ ok: true })
      expect(await accounts.leaving()).toEqual([ada.account.player])
      await accounts.forgotten(ada.account.player)
      expect(await accounts.leaving()).toEqual([])
      expect(await accounts.holderOf('Ada')).toBeNull()
      expect(await accounts.isHeld(ada.account.player)).toBe(false)
      expect(await accounts.ofRequest(asBrought(ada))).toBeNull()
      expect(await accounts.loginsOf(ada.account.player)).toEqual([])
      expect(await accounts.ofRequest(asBrought(bo))).not.toBeNull()
      await signUp('Ada')
    })

    it('[AC3] still knows everybody when it is opened again', async () => {
      const ada = await signUp('Ada')
      const again = under.reopen()
      if (again === null) return
      await again.warmUp()
      expect(await again.ofRequest(asBrought(ada))).toEqual({ id: ada.id, account: ada.account })
      expect(await again.logIn({ name: 'Ada', password: PASSWORD })).toMatchObject({ ok: true })
    })
  })
}
