import { beforeEach, describe, expect, it } from 'vitest'
import { ShownRoom } from '../../testing/shown-room.ts'
import { seatFor, seatNotes } from './seat-views.ts'

let room: ShownRoom

beforeEach(() => {
  room = new ShownRoom('race')
})

const notesOf = (player: string, turn: 'acting' | 'waiting' = 'waiting') => {
  const holder = room.table.room.seats.find(one => one?.player === player)
  if (!holder) throw new Error(`${player} has no seat`)
  return seatNotes(room.table, holder, turn)
}

describe('what is said about a seat', () => {
  it('says who is host and who one is oneself', () => {
    room.join('ada')
    room.join('me')
    expect(notesOf('ada')).toEqual(['seat.host'])
    expect(notesOf('me')).toEqual(['seat.you'])
  })

  it('says whose turn it is first, and to oneself that it is yours', () => {
    room.join('me')
    room.join('bo')
    expect(notesOf('me', 'acting')).toEqual(['seat.yourTurn', 'seat.host'])
    expect(notesOf('bo', 'acting')).toEqual(['seat.turn'])
  })

  it('says who is not there', () => {
    room.join('ada')
    room.join('bo')
    const table = { ...room.table, online: ['ada'] }
    const bo = table.room.seats[1]
    expect(bo && seatNotes(table, bo, 'waiting')).toEqual(['seat.away'])
  })

  it('says who gave the seat up while the race goes on', () => {
    room.join('ada')
    room.join('bo')
    room.start('ada')
    room.leave('bo')
    expect(notesOf('bo')).toEqual(['seat.left'])
  })
})

describe('what is said about a seat that others play', () => {
  it('calls a bot one, says how it plays, and that it is there', () => {
    room.join('ada')
    room.does({ type: 'add_bot', player: 'ada', level: 'hard' })
    const bot = room.table.room.seats[1]
    if (!bot) throw new Error('no bot')
    expect(seatNotes({ ...room.table, online: ['ada'] }, bot, 'waiting')).toEqual(['seat.hard'])
  })

  it('says first of all that a bot plays for somebody', () => {
    room.join('me')
    const mine = room.table.room.seats[0]
    if (!mine) throw new Error('no seat')
    const held = { ...mine, held: true } as const
    expect(seatNotes(room.table, held, 'acting')).toEqual(['seat.held', 'seat.yourTurn', 'seat.host'])
  })
})

describe('whether somebody who watches may sit down', () => {
  it('may where bots sit on all seats, which make room', () => {
    room.join('ada')
    for (let bot = 0; bot < 5; bot += 1) room.does({ type: 'add_bot', player: 'ada', level: 'easy' })
    expect(seatFor(room.table)).toBe('free')
  })

  it('may not whom the host has removed, until that is undone', () => {
    room.join('ada')
    room.join('me')
    const about = { player: 'me', name: 'me' }
    room.does({ type: 'remove', player: 'ada', about })
    expect(seatFor(room.table)).toBe('removed')
    room.does({ type: 'unremove', player: 'ada', about })
    expect(seatFor(room.table)).toBe('free')
  })

  it('may before the start, and not while a race is on', () => {
    room.join('ada')
    expect(seatFor(room.table)).toBe('free')
    room.start('ada')
    expect(seatFor(room.table)).toBe('in play')
  })

  it('may not where all seats are taken', () => {
    for (const player of ['a', 'b', 'c', 'd', 'e', 'f']) room.join(player)
    expect(seatFor(room.table)).toBe('full')
  })

  it('may take a seat back that was given up', () => {
    room.join('ada')
    room.join('me')
    room.start('ada')
    room.leave('me')
    expect(seatFor(room.table)).toBe('free')
  })
})
