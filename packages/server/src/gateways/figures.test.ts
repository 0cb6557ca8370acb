import { expect, it } from 'vitest'
import { openTable } from '../testing/table.ts'

it('[HT12] counts every die that was rolled here', async () => {
  const table = await openTable()
  try {
    const ada = await table.connect()
    const { room } = await ada.done('create_room', { game: 'free-roll', options: { sides: 20 } })
    await ada.done('join_room', { room })
    const { events } = await ada.done('move', { room, move: { type: 'roll' } })
    const face = events[0]?.type === 'rolled' && 'rolls' in events[0] ? events[0].rolls?.[0]?.faces?.[0] : 0
    const figures: unknown = await (await fetch(`${table.url}/api/figures`)).json()
    const counts = Array.from({ length: 20 }, (_, at) => (at + 1 === face ? 1 : 0))
    expect(figures).toEqual({ dice: expect.arrayContaining([{ sides: 20, faces: counts }]) })
  } finally {
    await table.close()
  }
})
