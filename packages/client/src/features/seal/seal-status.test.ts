import { reason } from '@diceroom/shared/fairness/reasons.ts'
import type { Verdict } from '@diceroom/shared/fairness/verdict.ts'
import { describe, expect, it } from 'vitest'
import type { Audit } from '../../proof/room-audit.ts'
import { PlayedRoom } from '../../transcript/testing/played-room.ts'
import { closedDeals, sealStatus } from './seal-status.ts'

const NOT_YET: Audit = { latest: null, activity: 'idle' }

/** A check that found so many closed deals, each with one roll. */
function found(room: PlayedRoom, closed: number, wrong: Verdict['reason'] = null): Audit {
  const deal = {
    status: 'closed',
    chain: 0,
    link: 1,
    before: null,
    seals: {},
    seeds: {},
    missing: [],
    entropy: '',
    secret: '',
    openedSeq: 1,
    readySeq: 1,
    closedSeq: 1,
    rolls: 1,
  } as const
  const roll = { seq: 1, who: '0', n: 0, count: 1, sides: 6, inputs: [], expected: [1], found: [1] }
  const deals = Array.from({ length: closed }, (_, at) => ({ ...deal, deal: at + 1 }))
  const verdict: Verdict = {
    verdict: wrong ? 'no' : 'finished',
    reason: wrong,
    warnings: [],
    room: room.transcript.room,
    lastSeq: room.log.length,
    chains: [],
    deals,
    rolls: deals.map(one => ({ ...roll, deal: one.deal })),
    games: [],
    missing: 0,
    replayedTo: room.log.length,
  }
  return { latest: { transcript: room.transcript, verdict }, activity: 'idle' }
}

const WRONG = reason('secret_not_committed', { seq: 9, deal: 1 })

describe('what the seal next to the dice says', () => {
  it('of a race: committed, sealed, checking, checked, and sealed again for the next game', () => {
    const room = new PlayedRoom('race').joins('ada', 'bo')
    expect(sealStatus(room.state, NOT_YET, 'none')).toEqual({ kind: 'committed' })
    room.starts()
    expect(sealStatus(room.state, NOT_YET, 'none')).toEqual({ kind: 'sealed', seeds: 0, missing: 0 })
    room.finishes()
    expect(closedDeals(room.state.dealing)).toBe(1)
    expect(sealStatus(room.state, NOT_YET, 'none')).toEqual({ kind: 'checking' })
    const checked = found(room, 1)
    expect(sealStatus(room.state, checked, 'none')).toEqual({ kind: 'checked', rolls: 1, deals: 1 })
    room.starts()
    expect(sealStatus(room.state, checked, 'none').kind).toBe('sealed')
    room.finishes()
    expect(sealStatus(room.state, checked, 'none').kind).toBe('checking')
    expect(sealStatus(room.state, found(room, 2), 'none').kind).toBe('checked')
  })

  it('of a free roll: as much as is over is checked while one goes on', () => {
    const room = new PlayedRoom('free-roll').joins('ada')
    expect(sealStatus(room.state, NOT_YET, 'none').kind).toBe('sealed')
    while (closedDeals(room.state.dealing) === 0) room.moves()
    expect(sealStatus(room.state, NOT_YET, 'none').kind).toBe('checking')
    expect(sealStatus(room.state, found(room, 1), 'none').kind).toBe('checked')
  })

  it('says what is wrong before all else, then that there is a warning', () => {
    const room = new PlayedRoom('race').joins('ada', 'bo').starts()
    expect(sealStatus(room.state, NOT_YET, 'some')).toEqual({ kind: 'warned' })
    expect(sealStatus(room.state, found(room, 0, WRONG), 'some')).toEqual({ kind: 'wrong', reason: WRONG })
    room.finishes().starts()
    expect(sealStatus(room.state, found(room, 1, WRONG), 'none').kind).toBe('wrong')
  })

  it('goes on saying sealed where the record cannot be had', () => {
    const room = new PlayedRoom('race').joins('ada', 'bo').starts().finishes()
    expect(sealStatus(room.state, { latest: null, activity: 'stuck' }, 'none').kind).toBe('sealed')
  })
})
