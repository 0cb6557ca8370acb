import { afterAll, expect, it } from 'vitest'
import { readOptions } from './options.ts'
import { run } from './run.ts'
import { removeAll } from './server/disk.ts'
import { killAll } from './server/server-process.ts'

afterAll(() => {
  killAll()
  removeAll()
})

it('[CH1] [CH2] [CH3] [CH4] [CH5] [CH6] [CH7] holds what it promised through 30 kills, stops, full disks and bad lines', async () => {
  const options = readOptions(['--kills', '30', '--seed', '1'], process.env)
  const figures = await run({ ...options, onProgress: () => {} })
  process.stdout.write(`\n${figures}\nSeed ${options.seed}\n`)
  expect(figures.violations).toEqual([])
  expect(figures.killed).toBeGreaterThanOrEqual(options.kills)
  // A run in which nobody played, or nothing was aimed, would prove nothing.
  expect(figures.acknowledged).toBeGreaterThan(1000)
  expect(figures.missed).toBeLessThan(figures.killed / 2)
  expect(figures.dealsClosed).toBeGreaterThan(0)
})
