import { environmentSchema } from '../../packages/server/src/config.ts'
import { rulesOf, table } from './schema-text.ts'

/** `docs/settings.md`, from the schema that reads the environment. */
export function settingsPage(): string {
  const rows = rulesOf(environmentSchema).map(({ name, text }) => [`\`${name.replace('?', '')}\``, text])
  return `# Settings

<!-- Made from packages/server/src/config.ts by scripts/docs.ts: change it there. -->

All by environment variables, all with defaults; a value that makes no sense is refused at the start, by name.

${table(['variable', 'meaning'], rows)}

Beside the database lies \`secret.key\`, made on the first start, readable by its owner alone: tokens and log-ins are signed
with it, and the secrets that the dice follow from are encrypted with it. Without it the rooms cannot be played on, and the server
does not start on them; who gives it away gives everybody's seat away. It is in no backup: [keep it apart](backup.md).

What players report, a line of the talk with who said it and who reports it, stands in the server's log (level \`warn\`, on stderr as one JSON
object a line, under \`report\`), and \`/metrics\` counts it: \`dice_room_reports_total\`. Moves that a bot of the server failed to make stand
in the log as well.
`
}
