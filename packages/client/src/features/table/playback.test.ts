import { beforeEach, describe, expect, it } from 'vitest'
import { ShownRoom } from '../../testing/shown-room.ts'
import { follow, land, type Playback, playbackFrom } from './playback.ts'

let room: ShownRoom
let playback: Playback

const keys = () => playback.queue.map(({ key }) => key)
const look = () => {
  playback = follow(playback, room.table)
}
const landNext = () => {
  playback = land(playback, keys()[0] ?? 'none')
}
const texts = () => playback.shown.feed.map(({ event }) => ('text' in event ? event.text : event.type))

describe('a tray that everybody throws into', () => {
  beforeEach(() => {
    room = new ShownRoom('free-roll')
    room.join('me')
    room.join('bo')
    playback = playbackFrom(room.table)
  })

  it('shows what a throw decided when its dice have landed', () => {
    room.roll('bo')
    look()
    expect(keys()).toHaveLength(1)
    expect(texts()).not.toContain('rolled')
    landNext()
    expect(playback.shown).toBe(room.table)
    expect(keys()).toEqual([])
  })

  it('takes a throw as landed when the next one comes', () => {
    room.roll('bo')
    look()
    room.roll('me')
    look()
    expect(keys()).toHaveLength(1)
    expect(texts().filter(text => text === 'rolled')).toHaveLength(1)
  })

  it('holds back what is said for no longer than the throw before it', () => {
    room.roll('bo')
    look()
    room.say('bo', 'ha')
    look()
    expect(texts()).not.toContain('ha')
    room.roll('me')
    look()
    expect(texts()).toContain('ha')
  })

  it('does not throw again what lay there on arrival', () => {
    room.roll('bo')
    playback = playbackFrom(room.table)
    look()
    expect(keys()).toEqual([])
  })

  it('hears of no landing but that of the throw in the air', () => {
    room.roll('bo')
    look()
    expect(land(playback, 'another')).toBe(playback)
  })
})

describe('a race', () => {
  beforeEach(() => {
    room = new ShownRoom('race')
    for (const player of ['me', 'bo', 'cy']) room.join(player)
    playback = playbackFrom(room.table)
  })

  it('throws for the start, and only then shows who begins', () => {
    room.start('me')
    look()
    expect(keys().length).toBeGreaterThan(0)
    expect(playback.shown.room.phase).toBe('playing')
    expect(texts()).toContain('game_started')
    expect(texts()).not.toContain('starter_rolled')
    for (const _ of keys()) landNext()
    expect(playback.shown).toBe(room.table)
  })

  it('shows the default moves for those who left one by one', () => {
    room.start('me')
    for (const player of ['bo', 'cy']) room.leave(player)
    playback = playbackFrom(room.table)
    room.roll('me')
    look()
    expect(keys()).toHaveLength(3)
    landNext()
    expect(texts().filter(text => text === 'piece_moved').length).toBe(
      room.table.feed.filter(({ event }) => event.type === 'piece_moved').length - 2,
    )
    landNext()
    landNext()
    expect(playback.shown).toBe(room.table)
  })
})
