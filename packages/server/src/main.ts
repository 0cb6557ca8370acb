import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { readConfig, StartupError } from './config.ts'
import { addressesOf, banner } from './ops/banner.ts'

/** A server that hangs at the end is ended by itself, in ms. */
const CLOSE_WITHIN_MS = 4_500

/** Whatever is logged by mistake. */
const SECRETS = ['token', 'password', 'cookie', 'headers'].flatMap(name => [name, `*.${name}`, `*.*.${name}`])

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = pino({ level: config.logLevel, redact: SECRETS }, pino.destination(2))
  const built = fileURLToPath(new URL('../../client/dist', import.meta.url))
  const app = await createApp({ config, log, clientFolder: existsSync(built) ? built : null })
  const port = await app.listen()
  if (config.banner === 'on') process.stdout.write(banner(addressesOf(config.host, port), config.publicUrl))

  let closing = false
  const close = () => {
    if (closing) return
    closing = true
    setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref()
    app.close().then(
      () => process.exit(0),
      error => {
        log.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', close)
  process.on('SIGINT', close)
  // A bug in one request is no reason to end everybody's game: what is on disk is right, and memory only follows it.
  process.on('unhandledRejection', error => log.error(error))
}

main().catch(error => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})

function explain(error: unknown): string {
  if (error instanceof StartupError) return error.message
  if (error instanceof Error && 'code' in error) {
    const port = Number(process.env.PORT ?? 3000)
    if (error.code === 'EADDRINUSE')
      return `Port ${port} is in use. Choose another one, for example: PORT=${port + 1}`
    if (error.code === 'EACCES') return `Port ${port} may not be used by this user. Choose one above 1023.`
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
      return `The setting HOST is not valid: ${error.message}.`
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
