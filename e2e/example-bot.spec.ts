import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from './play/test.ts'

const BOT = fileURLToPath(new URL('./example-bot.mjs', import.meta.url))

test('[PG26] the example bot plays a whole race from the protocol alone @desktop', async ({ server }) => {
  const bot = spawn(process.execPath, [BOT, server.url])
  let output = ''
  for (const stream of [bot.stdout, bot.stderr]) stream.on('data', chunk => (output += chunk))
  const code = await new Promise(resolve => bot.on('exit', resolve))
  expect([code, output]).toEqual([
    0,
    expect.stringMatching(/^(Ada|Bo) wins in room \w{6} after \d+ events\n$/),
  ])
})
