import { nameKey } from '@diceroom/shared/protocol/name-key.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import type { Ask } from '../stores/sqlite-ask.ts'
import type { Account, Login, LoginTimes } from './accounts.ts'

// What is looked up so often that the library would be too slow, or is none of its business. The tables are those that it
// writes; times are texts there, as `Date.toJSON` has them.

/** Log-ins that one account has at once; the oldest end. */
const LOGINS_MAX = 50
/** How long an account may take to be made, in ms: one without a password is a half that a crash has left. */
const MADE_WITHIN_MS = 60_000
/** How far back to look for such halves, in ms; after a crash the server looks at all. */
const HALVES_OF_MS = 86_400_000

type Row = Readonly<Record<string, unknown>>

const accountOf = (row: Row): Account => ({
  name: String(row.name),
  player: String(row.player),
  hidden: row.hidden === 1,
  since: Date.parse(String(row.createdAt)),
})
const isoBefore = (ms: number): string => new Date(Date.now() - ms).toJSON()

export function accountRows(ask: Ask) {
  const removeHalves = (madeAfter = ''): void =>
    void ask(
      `DELETE FROM account_user WHERE createdAt > ? AND createdAt < ?
        AND NOT EXISTS (SELECT 1 FROM account_credential WHERE userId = account_user.id)`,
      [madeAfter, isoBefore(MADE_WITHIN_MS)],
    )
  return {
    isHeld: (player: PlayerId): boolean =>
      ask(
        'SELECT 1 FROM account_user WHERE player = ?1 UNION ALL SELECT 1 FROM account_guest WHERE guest = ?1',
        [player],
      ).rows.length > 0,

    takeIn: (guest: PlayerId, player: PlayerId): void =>
      void ask('INSERT OR IGNORE INTO account_guest VALUES (?, ?)', [guest, player]),
    guestsOf: (player: PlayerId): readonly PlayerId[] =>
      ask('SELECT guest FROM account_guest WHERE player = ?', [player]).rows.map(({ guest }) =>
        String(guest),
      ),

    holderOf(name: string): Account | null {
      const [row] = ask('SELECT * FROM account_user WHERE username = ?', [nameKey(name)]).rows
      return row ? accountOf(row) : null
    },

    login(id: string): Login | null {
      const [row] = ask(
        `SELECT account_user.* FROM account_session JOIN account_user ON account_user.id = userId
          WHERE account_session.id = ? AND expiresAt > ?`,
        [id, isoBefore(0)],
      ).rows
      return row ? { id, account: accountOf(row) } : null
    },

    loginsOf: (player: PlayerId): readonly LoginTimes[] =>
      ask(
        `SELECT account_session.createdAt AS began, account_session.updatedAt AS prolonged, expiresAt AS ends
          FROM account_session JOIN account_user ON account_user.id = userId
          WHERE player = ? ORDER BY began`,
        [player],
      ).rows.map(({ began, prolonged, ends }) => ({
        began: Date.parse(String(began)),
        prolonged: Date.parse(String(prolonged)),
        ends: Date.parse(String(ends)),
      })),

    /** Takes away accounts that were never quite made. */
    removeHalves,

    /** Takes away log-ins that are over, or too many of one player, and accounts that were not quite made lately. */
    tidy(player: PlayerId | null): void {
      ask('DELETE FROM account_session WHERE expiresAt <= ?', [isoBefore(0)])
      removeHalves(isoBefore(HALVES_OF_MS))
      if (player === null) return
      ask(
        `DELETE FROM account_session WHERE id IN (
          SELECT account_session.id FROM account_session JOIN account_user ON account_user.id = userId
          WHERE player = ? ORDER BY account_session.createdAt DESC LIMIT -1 OFFSET ${LOGINS_MAX})`,
        [player],
      )
    },

    /** Takes away what was written of an account that could not be made after all. */
    undo(email: string): void {
      ask('DELETE FROM account_credential WHERE userId IN (SELECT id FROM account_user WHERE email = ?)', [
        email,
      ])
      ask('DELETE FROM account_session WHERE userId IN (SELECT id FROM account_user WHERE email = ?)', [
        email,
      ])
      ask('DELETE FROM account_user WHERE email = ?', [email])
    },

    leave: (player: PlayerId): void => void ask('INSERT OR IGNORE INTO account_leaving VALUES (?)', [player]),
    leaving: (): readonly PlayerId[] =>
      ask(
        'SELECT player FROM account_leaving WHERE player NOT IN (SELECT player FROM account_user)',
        [],
      ).rows.map(({ player }) => String(player)),
    left(player: PlayerId): void {
      ask('DELETE FROM account_guest WHERE player = ?', [player])
      ask('DELETE FROM account_leaving WHERE player = ?', [player])
    },

    isEmpty: (): boolean => ask('SELECT 1 FROM account_user LIMIT 1', []).rows.length === 0,
  }
}
