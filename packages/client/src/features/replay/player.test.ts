import type { Throw } from '@diceroom/sdk/store/throws.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LOOK_MS, type Playing, ReplayPlayer, type Speed } from './player.ts'

const thrown = (at: number, roll: number): Throw => ({
  key: `${at}.${roll}`,
  at,
  of: 'rolled',
  roll,
  visitor: null,
  seat: 0,
  faces: [1],
  sides: 6,
  when: 'before',
})

/** Stops with so many throws each. */
const stops = (...throws: readonly number[]) =>
  throws.map((count, at) => ({ throws: Array.from({ length: count }, (_, roll) => thrown(at, roll)) }))

const ONE_EACH = stops(0, 1, 1, 1)

let player: ReplayPlayer
const now = (): Playing => player.state.getState()
const place = () => [now().at, now().landed]
const look = (speed: Speed = 1) => vi.advanceTimersByTime(LOOK_MS / speed)

beforeEach(() => {
  vi.useFakeTimers()
  player = new ReplayPlayer(ONE_EACH, 0)
})

afterEach(() => {
  expect(vi.getTimerCount()).toBeLessThanOrEqual(1)
  player.pause()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

describe('stepping by hand', () => {
  it('throws the dice on the way forward, and puts them there on the way back', () => {
    player.forward()
    expect(place()).toEqual([1, 0])
    player.landed('1.0')
    expect(place()).toEqual([1, 1])
    player.forward()
    player.forward()
    expect(place()).toEqual([3, 0])
    expect(now().jumps).toBe(0)
    player.back()
    expect(place()).toEqual([2, 1])
    expect(now().jumps).toBe(1)
  })

  it('takes the dice in the air as landed at the end', () => {
    player.jump(2)
    player.forward()
    player.forward()
    expect(place()).toEqual([3, 1])
  })

  it('lets several throws of one stop land one after the other', () => {
    player = new ReplayPlayer(stops(0, 2, 1), 0)
    player.forward()
    player.landed('1.1')
    expect(place()).toEqual([1, 0])
    player.landed('1.0')
    player.landed('1.0')
    expect(place()).toEqual([1, 1])
    player.landed('1.1')
    expect(place()).toEqual([1, 2])
  })

  it.each([
    [-3, 0],
    [2, 2],
    [99, 3],
    [1.5, 0],
    [Number.NaN, 0],
  ])('goes for %d to the nearest stop that there is', (asked, at) => {
    expect(new ReplayPlayer(ONE_EACH, asked).state.getState().at).toBe(at)
    player.jump(asked)
    expect(now().at).toBe(at)
  })
})

describe('playing by itself', () => {
  it('goes on at once, and then whenever the dice have lain there for a look', () => {
    player.play()
    expect(place()).toEqual([1, 0])
    look()
    expect(place()).toEqual([1, 0])
    player.landed('1.0')
    vi.advanceTimersByTime(LOOK_MS - 1)
    expect(place()).toEqual([1, 1])
    vi.advanceTimersByTime(1)
    expect(place()).toEqual([2, 0])
  })

  it.each([0.5, 1, 2, 4] as const)('looks as long as speed %d says', speed => {
    player.setSpeed(speed)
    player.play()
    player.landed('1.0')
    vi.advanceTimersByTime(LOOK_MS / speed - 1)
    expect(now().at).toBe(1)
    vi.advanceTimersByTime(1)
    expect(now().at).toBe(2)
  })

  it('stops at the end, and from there begins anew', () => {
    player.jump(2)
    player.play()
    expect(now()).toMatchObject({ at: 3, motion: 'playing' })
    player.landed('3.0')
    expect(now()).toMatchObject({ at: 3, motion: 'paused' })
    player.toggle()
    expect(now()).toMatchObject({ at: 0, motion: 'playing' })
    look()
    expect(now().at).toBe(1)
  })

  it('goes on from where it was put, until it is paused', () => {
    player.play()
    player.jump(0)
    look()
    expect(now()).toMatchObject({ at: 1, motion: 'playing' })
    player.toggle()
    player.landed('1.0')
    look(0.5)
    expect(now()).toMatchObject({ at: 1, motion: 'paused' })
  })
})
