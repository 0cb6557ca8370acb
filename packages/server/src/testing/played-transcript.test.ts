import { hash, randomBytes } from 'node:crypto'
import { testHashes } from '@diceroom/shared/fairness/testing/hashes.ts'
import { verifyTranscript } from '@diceroom/shared/fairness/verify.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkTranscript } from './check-transcript.ts'
import { keepTranscript } from './keep-transcript.ts'
import { openTable, type Table, type TestClient } from './table.ts'

let table: Table
beforeAll(async () => {
  table = await openTable()
})
afterAll(() => table.close())

const sealOf = (seed: Buffer): string => hash('sha256', seed, 'hex')

/** Plays a race to its end, each on the own turn. */
async function race(room: string, players: readonly TestClient[]): Promise<void> {
  const [first] = players
  for (let isOver = false; !isOver; ) {
    for (const player of players) await player.ask('move', { room, move: { type: 'roll' } })
    isOver =
      first?.received.some(({ message }) => 'gameStatus' in message && message.gameStatus === 0) ?? true
  }
}

it('[PF1] accepts what a real server says of a game in which two put in seeds and one does not', async () => {
  const [ada, bo, cy] = [await table.connect(), await table.connect(), await table.connect()]
  const { room } = await ada.done('create_room', { game: 'race', options: { finish: 'overshoot' } })
  const seeds = [randomBytes(16), randomBytes(16)] as const
  await ada.done('join_room', { room, name: 'Ada', seal: sealOf(seeds[0]) })
  await bo.done('join_room', { room, name: 'Bo', seal: sealOf(seeds[1]) })
  await cy.done('join_room', { room, name: 'Cy' })
  await ada.done('chat', { room, text: 'good luck' })
  await ada.done('start_game', { room })
  await ada.done('open_seal', { room, deal: 1, seed: seeds[0].toString('hex') })
  await bo.done('open_seal', { room, deal: 1, seed: seeds[1].toString('hex') })
  await race(room, [ada, bo, cy])

  const answer = await fetch(`${table.url}/api/rooms/${room}/transcript`)
  const transcript: unknown = await answer.json()
  keepTranscript('played-race', transcript)
  expect(checkTranscript(transcript)).toMatchObject({ complaints: [], finished: true, missing: 0 })
  const verdict = await verifyTranscript(transcript, { crypto: testHashes })
  expect(verdict).toMatchObject({ verdict: 'finished', reason: null, games: [{ status: 'over' }] })
  expect(Object.values(verdict.deals[0]?.seeds ?? {})).toEqual(seeds.map(seed => seed.toString('hex')))
})
