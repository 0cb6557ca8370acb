import { environmentSchema } from '../../packages/server/src/config.ts'
import { rulesOf, table } from './schema-text.ts'

/** `docs/settings.md`, from the schema that reads the environment. */
export function settingsPage(): string {
  const rows = rulesOf(environmentSchema).map(({ name, text }) => [`\`${name.replace('?', '')}\``, text])
  return `# Settings

<!-- Made from packages/server/src/config.ts by scripts/docs.ts: change it there. -->

All by environment variables, all with defaults; a value that makes no sense is refused at the start, by name.

${table(['variable', 'meaning'], rows)}

Beside the database lies \`secret.key\`, made on the first start, readable by its owner alone: guests' tokens are signed
with it. Who loses it makes everybody a new guest; who gives it away gives everybody's seat away.
`
}
