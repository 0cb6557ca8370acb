import { describe, expect, it } from 'vitest'
import { PlayedRoom } from '../transcript/testing/played-room.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { type AuditParts, RoomAudit } from './room-audit.ts'

const VERDICT = {
  verdict: 'finished',
  reason: null,
  warnings: [],
  room: 'DESK22',
  lastSeq: 0,
  chains: [],
  deals: [],
  rolls: [],
  games: [],
  missing: 0,
  replayedTo: 0,
} as const

/** A room whose server and checker do as they are told. */
function watched(parts: Partial<AuditParts> = {}) {
  const room = new PlayedRoom('race').joins('ada', 'bo').starts()
  const log: string[] = []
  let release = () => {}
  const audit = new RoomAudit({
    download: async known => {
      log.push(`download after ${known?.events.length ?? 0}`)
      return { ok: true, value: room.transcript }
    },
    check: async ({ transcript }) => {
      log.push(`check ${transcript.events.length}`)
      await new Promise<void>(resolve => {
        release = resolve
      })
      return { ...VERDICT, lastSeq: transcript.events.length }
    },
    seen: () => {
      log.push('seen')
      return null
    },
    ...parts,
  })
  const settle = () => new Promise(resolve => setTimeout(resolve))
  const finish = async () => {
    await settle()
    release()
    await settle()
  }
  return { room, log, audit, settle, finish }
}

describe('the audit of a room', () => {
  it('asks first what was seen, then for the record, and keeps what came of it', async () => {
    const { audit, log, room, finish } = watched()
    expect(audit.state.getState()).toEqual({ latest: null, activity: 'idle' })
    audit.ask()
    expect(audit.state.getState().activity).toBe('checking')
    await finish()
    expect(log).toEqual(['seen', 'download after 0', `check ${room.log.length}`])
    expect(audit.state.getState()).toMatchObject({
      activity: 'idle',
      latest: { verdict: { lastSeq: room.log.length } },
    })
  })

  it('checks one at a time, and once more if it was asked meanwhile, however often', async () => {
    const { audit, log, room, settle, finish } = watched()
    audit.ask()
    await settle()
    const before = room.log.length
    room.moves(3)
    audit.ask()
    audit.ask()
    await finish()
    await finish()
    expect(log.filter(line => line.startsWith('check'))).toEqual([
      `check ${before}`,
      `check ${room.log.length}`,
    ])
    expect(audit.state.getState().activity).toBe('idle')
  })

  it('asks only for what is new, but for hidden dice that may be shown by now', async () => {
    const room = new PlayedRoom('race').joins('ada', 'bo').starts().moves(2)
    const hidden = (): Transcript => ({
      ...room.transcript,
      events: room.transcript.events.map((event, at) =>
        at === 8 && 'rolls' in event
          ? { ...event, rolls: (event.rolls ?? []).map(roll => ({ ...roll, faces: null, secretTo: 0 })) }
          : event,
      ),
    })
    const asked: number[] = []
    const { audit, finish } = watched({
      download: async known => {
        asked.push(known?.events.length ?? 0)
        return { ok: true, value: asked.length === 1 ? hidden() : room.transcript }
      },
    })
    for (let time = 0; time < 3; time += 1) {
      audit.ask()
      await finish()
    }
    const open = hidden().events.findIndex(
      event => 'rolls' in event && event.rolls?.some(({ faces }) => faces === null),
    )
    expect(open).toBeGreaterThan(0)
    expect(asked).toEqual([0, open, room.log.length])
  })

  it('is stuck where the record cannot be had, keeps what it knew, and tries again', async () => {
    let isReachable = true
    const { audit, room, settle, finish } = watched({
      download: async () =>
        isReachable ? { ok: true, value: room.transcript } : { ok: false, error: 'unreachable' },
    })
    audit.ask()
    await finish()
    const { latest } = audit.state.getState()
    isReachable = false
    audit.ask()
    await settle()
    expect(audit.state.getState()).toEqual({ latest, activity: 'stuck' })
    isReachable = true
    audit.ask()
    await finish()
    expect(audit.state.getState().activity).toBe('idle')
  })

  it('is stuck, not silent, where the check itself breaks', async () => {
    const { audit, settle } = watched({ check: () => Promise.reject(new Error('broken')) })
    audit.ask()
    await settle()
    expect(audit.state.getState().activity).toBe('stuck')
  })

  it('says nothing any more when it has ended, and begins again', async () => {
    const { audit, settle, finish } = watched()
    audit.ask()
    await settle()
    audit.end()
    await finish()
    expect(audit.state.getState()).toEqual({ latest: null, activity: 'idle' })
    audit.begin()
    audit.ask()
    await finish()
    expect(audit.state.getState().latest).not.toBeNull()
  })
})
