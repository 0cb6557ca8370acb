import { expect, it } from 'vitest'
import { ShownRoom } from '../../testing/shown-room.ts'
import { moveAt } from './last-moves.ts'

it('finds how a piece came to where it stands', () => {
  const room = new ShownRoom('race')
  room.join('me')
  room.start('me')
  room.roll('me')
  const moved = room.table.feed.map(({ event }) => event).find(event => event.type === 'piece_moved')
  if (!moved || !('landed' in moved) || !('to' in moved)) throw new Error('nothing moved')
  const found = moveAt(room.table.feed, 0, Number(moved.to))
  expect(found).toMatchObject({ from: 0, to: moved.to })
  expect(found.via).toBe(moved.landed === moved.to ? undefined : moved.landed)
})

it('lets a piece stand whose move nobody remembers', () => {
  expect(moveAt([], 3, 42)).toEqual({ from: 42, to: 42 })
})
