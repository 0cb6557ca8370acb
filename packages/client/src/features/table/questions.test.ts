import { beforeEach, describe, expect, it } from 'vitest'
import { ShownRoom } from '../../testing/shown-room.ts'
import { questions } from './questions.ts'

let room: ShownRoom

beforeEach(() => {
  room = new ShownRoom('race')
})

const kinds = () => questions(room.table).map(({ kind }) => kind)

describe('what the viewer is asked', () => {
  it('is whether to hand over, where somebody asks the host for it', () => {
    room.join('me')
    room.join('bo')
    room.does({ type: 'ask_host', player: 'bo' })
    expect(questions(room.table)).toMatchObject([{ kind: 'asks host', player: 'bo', name: 'bo' }])
    room.does({ type: 'make_host', player: 'me', about: { player: 'bo', name: 'bo' } })
    expect(kinds()).toEqual([])
  })

  it('is whether to go on, where everybody else has left the game, and bots are no company', () => {
    room.join('me')
    room.join('bo')
    room.does({ type: 'add_bot', player: 'me', level: 'easy' })
    room.start('me')
    expect(kinds()).toEqual([])
    room.leave('bo')
    expect(kinds()).toEqual(['alone'])
    room.join('bo')
    expect(kinds()).toEqual([])
  })

  it('is nothing for who plays against bots alone', () => {
    room.join('me')
    room.does({ type: 'add_bot', player: 'me', level: 'easy' })
    room.start('me')
    expect(kinds()).toEqual([])
  })
})
