import { execFileSync, spawn } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { openTable, type Table } from '@diceroom/server/src/testing/table.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSdk } from '../../../../scripts/build-sdk.ts'

const sdk = fileURLToPath(new URL('../..', import.meta.url))
const readme = readFileSync(join(sdk, 'README.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'diceroom-package-'))
/** On a machine that is busy with other things too. */
const BUILT_WITHIN_MS = 180_000
let table: Table

beforeAll(async () => {
  table = await openTable()
  await buildSdk(join(folder, 'built'))
  execFileSync('npm', ['pack', './built', '--silent', '--no-update-notifier'], {
    cwd: folder,
    stdio: 'ignore',
  })
}, BUILT_WITHIN_MS)

afterAll(async () => {
  await table.close()
  rmSync(folder, { recursive: true })
})

/** A program of somebody else, who has installed what was packed, and its dependencies but these. */
function installed(name: string, without: readonly string[] = []): string {
  const home = join(folder, name)
  const place = join(home, 'node_modules/@diceroom/sdk')
  mkdirSync(place, { recursive: true })
  execFileSync('tar', ['-xzf', join(folder, 'diceroom-sdk-0.1.0.tgz'), '-C', place, '--strip-components=1'])
  const { dependencies } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
  for (const dependency of Object.keys(dependencies)) {
    if (without.includes(dependency)) continue
    const link = join(home, 'node_modules', dependency)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(realpathSync(join(sdk, 'node_modules', dependency)), link)
  }
  writeFileSync(join(home, 'package.json'), '{"type": "module"}')
  return home
}

/** Runs a program to its end; `line` is told of each line that it says. */
function run(home: string, { args, line }: { args: readonly string[]; line: (text: string) => void }) {
  const child = spawn(process.execPath, ['player.mjs', ...args], {
    cwd: home,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  createInterface({ input: child.stdout }).on('line', line)
  return new Promise<number | null>(resolve => child.on('exit', resolve))
}

/** Two of a program play at a table that the first of them opens; gives what each has said. */
async function play(
  home: string,
): Promise<{ codes: readonly unknown[]; said: readonly (readonly string[])[] }> {
  const said: [string[], string[]] = [[], []]
  const opened = Promise.withResolvers<string>()
  const first = run(home, {
    args: [table.url],
    line(text) {
      said[0].push(text)
      opened.resolve(text.slice(-6))
    },
  })
  const second = run(home, { args: [table.url, await opened.promise], line: text => said[1].push(text) })
  return { codes: await Promise.all([first, second]), said }
}

function expectARace({ codes, said }: Awaited<ReturnType<typeof play>>): void {
  expect(codes).toEqual([0, 0])
  expect(said.map(lines => lines.at(-1)).toSorted()).toEqual(['I have lost', 'I have won'])
  expect(said[0]?.slice(0, -1)).toEqual(said[1]?.slice(0, -1))
  expect(said[0]?.at(-2)).toMatch(/^Seat [01] moves to 100$/)
}

describe('the package', () => {
  const [, program = ''] = /```js\n(.*?)```/s.exec(readme) ?? []

  it('[SD12] is all that the program in its README needs, which plays a race as it stands there', async () => {
    const home = installed('reader')
    writeFileSync(join(home, 'player.mjs'), program)
    expectARace(await play(home))
  })

  it('[SD11] [SD12] plays it by plain WebSocket where there is no Socket.IO at all', async () => {
    const home = installed('plain', ['socket.io-client'])
    writeFileSync(join(home, 'player.mjs'), program.replace('{ url,', "{ url, transport: 'websocket',"))
    expectARace(await play(home))
  })

  it('[SD12] has types that a strict program compiles with, by itself', () => {
    const home = installed('typed')
    writeFileSync(
      join(home, 'program.ts'),
      `import { connect, type Room, type RoomMessage, Refused } from '@diceroom/sdk'
      const room: Room = await connect({ url: 'http://localhost', whenNotOpen: 'wait' }).join('ABCDEF', { as: 'player' })
      const squares: readonly number[] = room.state.game === 'race' ? (room.state.view?.squares ?? []) : []
      const sentence = (message: RoomMessage): string =>
        message.type === 'chat' ? message.text : message.type === 'piece_moved' ? String(message.to) : message.type
      for await (const message of room) sentence(message).concat(String(squares[0]))
      try { await room.move({ type: 'roll' }) } catch (error) { if (error instanceof Refused) error.code === 'stale' }
      // @ts-expect-error there is no such move
      await room.move({ type: 'fly' })
      // @ts-expect-error there is no such option
      await connect().createRoom({ game: 'free-roll', options: { finish: 'stay' } })\n`,
    )
    const tsc = join(sdk, '../../node_modules/.bin/tsc')
    const strict = ['--strict', '--noEmit', '--target', 'es2024', '--lib', 'es2024,dom', '--types', '']
    for (const module of ['nodenext', 'preserve']) {
      execFileSync(tsc, [...strict, '--module', module, 'program.ts'], { cwd: home, stdio: 'inherit' })
    }
  })
})
