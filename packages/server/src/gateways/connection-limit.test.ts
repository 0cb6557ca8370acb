import { expect, it } from 'vitest'
import { AddressRateLimit } from '../sessions/rate-limit.ts'
import { ConnectionLimit } from './connection-limit.ts'

// Whoever has one IPv6 address has all of its network.
const [one, neighbour, stranger] = ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2', '2001:db8:0:2::1']

it('[OW16] counts the connections of an IPv6 network as those of one address', () => {
  const limit = new ConnectionLimit(1)
  limit.opened(one)
  expect([one, neighbour, stranger].map(address => limit.hasRoomFor(address))).toEqual([false, false, true])
  limit.closed(neighbour)
  expect(limit.hasRoomFor(one)).toBe(true)
})

it('[OW11] counts the requests of an IPv6 network as those of one address', () => {
  const limit = new AddressRateLimit({ perSecond: 1, burst: 1 })
  expect([one, neighbour, stranger].map(address => limit.take(address, 0))).toEqual([true, false, true])
})
