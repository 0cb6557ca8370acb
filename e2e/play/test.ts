import { test as base, expect } from '@playwright/test'
import { keepTranscripts } from './keep-transcripts.ts'
import { Lane } from './lane.ts'
import { Player } from './player.ts'
import { DiceServer } from './server.ts'

interface Fixtures {
  /** Settings of the server, to be set by `test.use`. */
  settings: Readonly<Record<string, string>>
  server: DiceServer
  /** People with browsers of their own: Ada, Bo, 小林, Roberta, … */
  players: (count: number) => Promise<readonly Player[]>
  /** Two people, the commonest case. */
  pair: readonly [Player, Player]
}

const NAMES = ['Ada', 'Bo', '小林', 'Roberta', 'Chidi', 'Zoë', 'Ines', 'Tarek']

export const test = base.extend<Fixtures>({
  settings: [{}, { option: true }],

  server: async ({ settings }, use) => {
    const server = await DiceServer.start(settings)
    await use(server)
    await server.remove()
  },

  players: async ({ browser, server, contextOptions }, use, { testId }) => {
    const all: Player[] = []
    await use(async count => {
      const added: Player[] = []
      while (added.length < count) {
        const name = NAMES[all.length % NAMES.length] ?? 'Guest'
        const context = await browser.newContext(contextOptions)
        const lane = await Lane.to(server.port)
        const player = new Player(name, { page: await context.newPage(), context, lane })
        all.push(player)
        added.push(player)
      }
      return added
    })
    await keepTranscripts(server.url, { of: testId, rooms: new Set(all.flatMap(({ rooms }) => [...rooms])) })
    for (const { context, lane } of all) {
      await context.close()
      await lane.close()
    }
    expect(all.flatMap(({ errors }) => errors)).toEqual([])
  },

  pair: async ({ players }, use) => {
    const [ada, bo] = await players(2)
    if (!ada || !bo) throw new Error('expected two players')
    await use([ada, bo])
  },
})

export { expect }
