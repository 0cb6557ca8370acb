import type { DatabaseSync } from 'node:sqlite'

/** Everything that is ever asked of the database. */
export type Statements = ReturnType<typeof prepareStatements>

export const prepareStatements = (database: DatabaseSync) => ({
  appendFirst: database.prepare(
    `INSERT INTO events SELECT ?1, ?2, ?3, ?4
      WHERE coalesce((SELECT max(seq) FROM events WHERE room = ?1), 0) = ?5`,
  ),
  appendNext: database.prepare('INSERT INTO events VALUES (?, ?, ?, ?)'),
  addRoom: database.prepare('INSERT OR IGNORE INTO rooms VALUES (?)'),
  addRoot: database.prepare('INSERT INTO roots VALUES (?, ?, ?)'),
  addGame: database.prepare('INSERT OR REPLACE INTO games VALUES (?, ?, ?)'),
  addPlayed: database.prepare('INSERT OR IGNORE INTO played VALUES (?, ?, ?, ?)'),
  countFace: database.prepare(
    'INSERT INTO faces VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count',
  ),
  addTotals: database.prepare(
    `INSERT INTO totals VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET games = games + excluded.games, wins = wins + excluded.wins,
        dice = dice + excluded.dice, over = over + excluded.over, variance12 = variance12 + excluded.variance12`,
  ),
  totalsOf: database.prepare('SELECT * FROM totals WHERE player = ? ORDER BY game'),
  gamesOf: database.prepare(
    'SELECT room, number, body FROM played JOIN games USING (room, number) WHERE player = ?',
  ),
  setGame: database.prepare('UPDATE games SET body = ? WHERE room = ? AND number = ?'),
  adoptPlayed: database.prepare('UPDATE OR IGNORE played SET player = ?2 WHERE player = ?1'),
  adoptTotals: database.prepare(
    `INSERT INTO totals
      SELECT ?2, game, games, wins, dice, over, variance12 FROM totals WHERE player = ?1
      ON CONFLICT DO UPDATE SET games = games + excluded.games, wins = wins + excluded.wins,
        dice = dice + excluded.dice, over = over + excluded.over, variance12 = variance12 + excluded.variance12`,
  ),
  forget: ['played', 'totals'].map(table => database.prepare(`DELETE FROM ${table} WHERE player = ?`)),
  roomsAfter: database.prepare('SELECT room FROM rooms WHERE room > ? ORDER BY room LIMIT ?'),
  eventsNaming: database.prepare('SELECT 1 FROM events WHERE room = ? AND instr(body, ?) > 0 LIMIT 1'),
  eventsWithWords: database.prepare(
    `SELECT body FROM events WHERE room = ?1 AND
      (instr(body, ?2) > 0 OR instr(body, '"message":') > 0 OR instr(body, '"player_joined"') > 0) ORDER BY seq`,
  ),
  setEvent: database.prepare('UPDATE events SET body = ? WHERE room = ? AND seq = ?'),
  gamesIn: database.prepare('SELECT number, body FROM games WHERE room = ? AND instr(body, ?) > 0'),
  setSnapshot: database.prepare('UPDATE snapshots SET body = ? WHERE room = ?'),
  saveSnapshot: database.prepare(
    `INSERT INTO snapshots VALUES (?, ?, ?)
      ON CONFLICT (room) DO UPDATE SET seq = excluded.seq, body = excluded.body WHERE excluded.seq > seq`,
  ),
  snapshot: database.prepare('SELECT seq, body FROM snapshots WHERE room = ?'),
  roots: database.prepare('SELECT chain, sealed FROM roots WHERE room = ? ORDER BY chain'),
  events: database.prepare('SELECT body FROM events WHERE room = ? AND seq > ? ORDER BY seq LIMIT ?'),
  idle: database.prepare(
    `SELECT room FROM rooms
      WHERE (SELECT at FROM events WHERE events.room = rooms.room ORDER BY seq DESC LIMIT 1)
        < iif(EXISTS (SELECT 1 FROM games WHERE games.room = rooms.room), ?, ?) LIMIT ?`,
  ),
  playedBy: database.prepare(
    `SELECT body FROM played JOIN games USING (room, number)
      WHERE player = ? AND at < ? ORDER BY at DESC, room DESC, number DESC LIMIT ?`,
  ),
  faces: database.prepare('SELECT sides, face, count FROM faces ORDER BY sides, face'),
  claim: database.prepare("INSERT OR IGNORE INTO meta VALUES ('key', ?)"),
  claimed: database.prepare("SELECT value FROM meta WHERE name = 'key'"),
  noteAlive: database.prepare("INSERT OR REPLACE INTO meta VALUES ('alive', ?)"),
  alive: database.prepare("SELECT value FROM meta WHERE name = 'alive'"),
  probe: database.prepare("INSERT INTO meta VALUES ('probe', hex(zeroblob(?)))"),
  endProbe: database.prepare("DELETE FROM meta WHERE name = 'probe'"),
  remove: ['events', 'snapshots', 'rooms', 'roots', 'games', 'played'].map(table =>
    database.prepare(`DELETE FROM ${table} WHERE room = ?`),
  ),
})
