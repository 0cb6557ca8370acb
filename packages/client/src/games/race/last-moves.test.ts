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

it('[PG161] lets a piece that was sent home go there from where it was caught', () => {
  const moved = {
    type: 'piece_moved',
    seat: 0,
    from: 10,
    landed: 12,
    to: 12,
    next: 1,
    captured: [1],
    rolls: [{ deal: 1, who: '0', n: 0, count: 1, sides: 6, faces: [2] }],
    seq: 9,
    at: 0,
  }
  const feed = [{ event: moved, names: [] }]
  expect(moveAt(feed, 1, 0)).toEqual({ from: 12, to: 0 })
  expect(moveAt(feed, 0, 12)).toEqual({ from: 10, to: 12 })
  expect(moveAt(feed, 2, 0)).toEqual({ from: 0, to: 0 })
})
