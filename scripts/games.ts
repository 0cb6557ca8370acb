import { GAME_IDS, type GameId, gameOf } from '../packages/shared/src/games/registry.ts'
import { type Field, rulesOf, table } from './docs/schema-text.ts'

// `node scripts/games.ts [game …]` prints as Markdown how the games are spoken to: options, moves and events of each.

const wanted = process.argv.slice(2)
process.stdout.write(
  `${GAME_IDS.filter(id => wanted.length === 0 || wanted.includes(id))
    .map(gameSection)
    .join('\n\n')}\n`,
)

function gameSection(id: GameId): string {
  const { seats, options, move, events } = gameOf(id)
  return `### \`${id}\`

${seats.min}–${seats.max} seats.

${table(['option', 'type', ''], rulesOf(options).map(row))}

${table(['field of a move', 'type', ''], rulesOf(move).map(row))}

${table(
  ['event', ''],
  Object.entries(events).map(([type, text]) => [`\`${type}\``, text]),
)}`
}

function row({ name, type, text }: Field): readonly string[] {
  return [`\`${name}\``, type, text]
}
