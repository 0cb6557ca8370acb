import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('every store runs the contract', () => {
  const files = readdirSync(import.meta.dirname)
  const adapters = files.filter(file => {
    const source = readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
    return !/\.(test|contract)\.ts$/.test(file) && /export function \w+\([^)]*\): RoomStore/.test(source)
  })
  expect(adapters).toEqual(['memory.ts', 'sqlite.ts'])
  for (const adapter of adapters) {
    const test = readFileSync(`${import.meta.dirname}/${adapter.replace('.ts', '.test.ts')}`, 'utf8')
    expect(test).toContain('roomStoreContract(')
  }
})
