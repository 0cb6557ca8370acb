import type { Seat } from '@diceroom/shared/games/game.ts'
import { isTableEvent, type LoggedEvent } from '@diceroom/shared/room/events.ts'
import { logOf, type Transcript } from './transcript.ts'

const HEAD = ['seq', 'time', 'game', 'deal', 'who', 'name', 'n', 'sides', 'secret', 'event'] as const

type Row = Readonly<Record<(typeof HEAD)[number], string | number>> & { readonly faces: readonly number[] }

/**
 * The rolls of a room for a spreadsheet, one row each (RFC 4180). `time` is in ISO 8601, `game` is counted from 1 and empty
 * outside of games, `name` is who sat there then, `secret` is 1 for dice that were hidden. The faces come last, a column for
 * each die, and are empty for dice that are hidden still.
 */
export function rollsCsv(transcript: Transcript): string {
  const rows = rowsOf(logOf(transcript))
  const dice = Math.max(0, ...rows.map(({ faces }) => faces.length))
  const columns = Array.from({ length: dice }, (_, die) => die)
  const lines = [
    [...HEAD, ...columns.map(die => `face_${die + 1}`)],
    ...rows.map(row => [...HEAD.map(field => row[field]), ...columns.map(die => row.faces[die] ?? '')]),
  ]
  return lines.map(line => `${line.map(cell).join(',')}\r\n`).join('')
}

function rowsOf(log: readonly LoggedEvent[]): readonly Row[] {
  const names: Record<Seat, string> = {}
  const rows: Row[] = []
  let game: number | '' = ''
  for (const event of log) {
    if (isTableEvent(event)) {
      if (event.type === 'player_joined') names[event.seat] = event.name
      if (event.type === 'game_started') game = event.number
    }
    const seat = 'seat' in event ? event.seat : undefined
    for (const roll of ('rolls' in event && event.rolls) || []) {
      rows.push({
        seq: event.seq,
        time: new Date(event.at).toISOString(),
        game,
        deal: roll.deal,
        who: roll.who,
        name: written(names[seatOf(roll.who) ?? roll.secretTo ?? seat ?? -1] ?? ''),
        n: roll.n,
        sides: roll.sides,
        secret: roll.secretTo === undefined ? '' : 1,
        event: event.type,
        faces: roll.faces ?? [],
      })
    }
    if (event.type === 'game_over' || event.type === 'game_aborted') game = ''
  }
  return rows
}

/** The seat whose stream of rolls it is; `null` for the room's own. */
const seatOf = (who: string): Seat | null => (/^\d+$/.test(who) ? Number(who) : null)

/** What people wrote is never a formula: spreadsheets read it as text after an apostrophe. */
const written = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

function cell(value: string | number): string {
  const text = String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
