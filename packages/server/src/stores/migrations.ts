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
]
