import { buildClient } from './build-client.ts'

// `pnpm start`: builds the page where it is not up to date, then is the server.

buildClient()
await import('../packages/server/src/main.ts')
