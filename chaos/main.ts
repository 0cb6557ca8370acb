import { readOptions } from './options.ts'
import { run } from './run.ts'
import { removeAll } from './server/disk.ts'
import { killAll } from './server/server-process.ts'

// `pnpm chaos [--kills 1000] [--seed 7] [--real-disk]`: kills, stops and starves the server, and cuts its lines, while
// twenty people play; then holds everything that they were told against the logs. Exit code 1 where anything is wrong.

process.on('exit', () => {
  killAll()
  removeAll()
})
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))

const options = readOptions(process.argv.slice(2), process.env)
process.stdout.write(`${options.kills} kills, seed ${options.seed}\n`)
const figures = await run({ ...options, onProgress: text => process.stderr.write(`${text}\n`) })
process.stdout.write(`\n${figures}\nSeed ${options.seed}\n`)
process.exit(figures.violations.length === 0 ? 0 : 1)
