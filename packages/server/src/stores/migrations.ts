import type { DatabaseSync } from 'node:sqlite'

/** Stands in every database of this program from version 2 on: "DICE". */
const APPLICATION_ID = 0x44494345

/**
 * How a database became what it is: the migration at index n makes version n + 1 of version n. What was released is never
 * changed; a new version is a new entry at the end.
 */
export const MIGRATIONS: readonly string[] = [
  // `events` is one b-tree by (room, seq): the key is the lock, and a room's log lies together.
  `
  CREATE TABLE IF NOT EXISTS events (
    room TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (room, seq)
  ) WITHOUT ROWID, STRICT;
  CREATE TABLE IF NOT EXISTS rooms (room TEXT PRIMARY KEY) WITHOUT ROWID, STRICT;
  CREATE TABLE IF NOT EXISTS snapshots (
    room TEXT PRIMARY KEY, seq INTEGER NOT NULL, body TEXT NOT NULL
  ) WITHOUT ROWID, STRICT;
  `,
  // The rooms of before have no commitment, so that nobody could check their dice: they end here.
  `
  PRAGMA application_id = ${APPLICATION_ID};
  DELETE FROM events;
  DELETE FROM rooms;
  DELETE FROM snapshots;
  CREATE TABLE roots (
    room TEXT NOT NULL, chain INTEGER NOT NULL, sealed BLOB NOT NULL,
    PRIMARY KEY (room, chain)
  ) WITHOUT ROWID, STRICT;
  CREATE TABLE faces (
    sides INTEGER NOT NULL, face INTEGER NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (sides, face)
  ) WITHOUT ROWID, STRICT;
  CREATE TABLE games (
    room TEXT NOT NULL, number INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (room, number)
  ) WITHOUT ROWID, STRICT;
  CREATE TABLE played (
    room TEXT NOT NULL, number INTEGER NOT NULL, player TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (room, number, player)
  ) WITHOUT ROWID, STRICT;
  CREATE INDEX played_by ON played (player, at, room, number);
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID, STRICT;
  `,
  // What was played before is not counted.
  `
  CREATE TABLE totals (
    player TEXT NOT NULL, game TEXT NOT NULL, games INTEGER NOT NULL, wins INTEGER NOT NULL,
    dice INTEGER NOT NULL, over INTEGER NOT NULL, variance12 INTEGER NOT NULL,
    PRIMARY KEY (player, game)
  ) WITHOUT ROWID, STRICT;
  `,
  // What better-auth keeps, under its own names; `player` and `hidden` are ours. `username` is the name's key.
  `
  CREATE TABLE account_user (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE, emailVerified INTEGER NOT NULL,
    image TEXT, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL,
    username TEXT NOT NULL UNIQUE, displayUsername TEXT,
    player TEXT NOT NULL UNIQUE, hidden INTEGER NOT NULL
  ) WITHOUT ROWID, STRICT;
  CREATE TABLE account_session (
    id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, expiresAt TEXT NOT NULL, createdAt TEXT NOT NULL,
    updatedAt TEXT NOT NULL, ipAddress TEXT, userAgent TEXT, userId TEXT NOT NULL
  ) WITHOUT ROWID, STRICT;
  CREATE INDEX account_session_of ON account_session (userId);
  CREATE INDEX account_session_ends ON account_session (expiresAt);
  CREATE TABLE account_credential (
    id TEXT PRIMARY KEY, accountId TEXT NOT NULL, providerId TEXT NOT NULL, userId TEXT NOT NULL,
    accessToken TEXT, refreshToken TEXT, idToken TEXT, accessTokenExpiresAt TEXT, refreshTokenExpiresAt TEXT,
    scope TEXT, password TEXT, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL
  ) WITHOUT ROWID, STRICT;
  CREATE INDEX account_credential_of ON account_credential (userId);
  CREATE TABLE account_leaving (player TEXT PRIMARY KEY) WITHOUT ROWID, STRICT;
  `,
  // Guests that became part of an account when it was logged in to: in the rooms' logs they stay who they were.
  `
  CREATE TABLE account_guest (guest TEXT PRIMARY KEY, player TEXT NOT NULL) WITHOUT ROWID, STRICT;
  CREATE INDEX account_guest_of ON account_guest (player);
  CREATE INDEX account_user_made ON account_user (createdAt);
  `,
]

/** The version that this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length

/** The version that a database has; 0 for an empty one. */
export const versionOf = (database: DatabaseSync): number => headerField(database, 'user_version')

/** Brings a database to the version of this program, one version a transaction. */
export function migrate(database: DatabaseSync): void {
  for (const [from, migration] of MIGRATIONS.entries()) {
    if (versionOf(database) > from) continue
    database.exec('BEGIN IMMEDIATE')
    // Another process may have done it while this one waited.
    if (versionOf(database) === from) database.exec(`${migration} PRAGMA user_version = ${from + 1}`)
    database.exec('COMMIT')
  }
}

/** Whether a database was made by this program, or is empty. */
export function isOurs(database: DatabaseSync): boolean {
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
  if (tables.length === 0 || headerField(database, 'application_id') === APPLICATION_ID) return true
  return versionOf(database) === 1 && tables.some(({ name }) => name === 'snapshots')
}

const headerField = (database: DatabaseSync, field: 'user_version' | 'application_id'): number =>
  Number(database.prepare(`PRAGMA ${field}`).get()?.[field] ?? 0)
