import type { RoomEvent } from '@diceroom/shared/room/events.ts'
import { created, joined, logOf, open } from '@diceroom/shared/testing/given.ts'
import { describe, expect, it } from 'vitest'
import { rollsCsv } from './rolls-csv.ts'
import { PlayedRoom } from './testing/played-room.ts'
import type { Transcript } from './transcript.ts'

const transcriptOf = (...happened: readonly RoomEvent[]): Transcript => {
  const events = logOf(happened).filter(event => event.type !== 'chat')
  return { version: 1, room: 'DESK22', lastSeq: events.length, complete: true, events }
}

const renamed = (seat: number, name: string): RoomEvent => ({
  type: 'player_joined',
  seat,
  player: `${seat}`,
  name,
})
const rolled = (seat: number, ...faces: readonly number[]): RoomEvent => ({
  type: 'rolled',
  seat,
  rolls: [{ ...open(6, ...faces), who: `${seat}` }],
})

const lines = (transcript: Transcript) => rollsCsv(transcript).split('\r\n')

describe('the rolls of a room for a spreadsheet', () => {
  it('are one row each, under the names that the seats had then', () => {
    const transcript = transcriptOf(
      created('free-roll'),
      { ...joined(0, 'ada', open(6, 4)) },
      rolled(0, 5, 6),
      { type: 'player_left', seat: 0, player: 'ada', name: 'Ada', reason: 'left' },
      renamed(0, 'Bo'),
      rolled(0, 1),
    )
    expect(lines(transcript)).toEqual([
      'seq,time,game,deal,who,name,n,sides,secret,event,face_1,face_2',
      '2,1970-01-01T00:00:02.000Z,,1,-,Ada,0,6,,player_joined,4,',
      '3,1970-01-01T00:00:03.000Z,,1,0,Ada,0,6,,rolled,5,6',
      '6,1970-01-01T00:00:06.000Z,,1,0,Bo,0,6,,rolled,1,',
      '',
    ])
  })

  it('say which game they belong to, and whose dice were hidden', () => {
    const room = new PlayedRoom('race').joins('ada', 'bo').starts().finishes().starts().moves(1)
    const games = lines(room.transcript)
      .slice(1, -1)
      .map(line => line.split(',')[2])
    expect(new Set(games)).toEqual(new Set(['1', '2']))
    const hidden = transcriptOf(created('race'), renamed(0, 'Ada'), renamed(1, 'Bo'), {
      type: 'dealt',
      rolls: [
        { ...open(6, 3), secretTo: 1 },
        { ...open(6), faces: null, secretTo: 0 },
      ],
    })
    expect(lines(hidden).slice(1, -1)).toEqual([
      '4,1970-01-01T00:00:04.000Z,,1,-,Bo,0,6,1,dealt,3',
      '4,1970-01-01T00:00:04.000Z,,1,-,Ada,0,6,1,dealt,',
    ])
  })

  it('hold no formula and no field that is torn apart, whatever people are called', () => {
    const names = ['=1+1', '+1', '-1', '@A1', 'a,b', 'say "hi"', '=HYPERLINK("x","y")', '小林']
    const events = names.flatMap((name, seat) => [renamed(seat, name), rolled(seat, 1)])
    const written = lines(transcriptOf(created('free-roll'), ...events)).slice(1, -1)
    expect(written.map(line => /,1,\d+,(.*),0,6,,rolled,1$/.exec(line)?.[1])).toEqual([
      "'=1+1",
      "'+1",
      "'-1",
      "'@A1",
      '"a,b"',
      '"say ""hi"""',
      `"'=HYPERLINK(""x"",""y"")"`,
      '小林',
    ])
  })

  it('are a head alone where nothing was rolled', () => {
    expect(lines(transcriptOf(created('race')))).toEqual([
      'seq,time,game,deal,who,name,n,sides,secret,event',
      '',
    ])
  })
})
