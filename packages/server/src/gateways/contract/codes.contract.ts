import { REJECTION_CODES, type RejectionCode } from '@diceroom/shared/protocol/rejections.ts'
import { describe, expect, it } from 'vitest'
import { memoryStore } from '../../stores/memory.ts'
import { RoomDamaged, type RoomStore, StorageUnavailable } from '../../stores/room-store.ts'
import type { WireName } from '../../testing/lines.ts'
import { CALM, type Seated, seated } from './seated.ts'

type Asked = Promise<{ readonly ok: boolean; readonly error?: { readonly code: string } }>

interface House extends Seated {
  /** What the storage fails with from now on; with `null` it works again. */
  readonly fail: (error: Error | null) => void
}

const roll = { type: 'roll' }

/** How each refusal of a request comes about; those that are elsewhere say where. */
const CODES: Record<RejectionCode, ((house: House) => Asked) | string> = {
  bad_request: ({ ada }) => ada.send('chat', {}) as Asked,
  unknown_request: ({ ada }) => ada.send('fly', {}) as Asked,
  room_not_found: ({ ada }) => ada.ask('leave_room', { room: 'ZZZZZZ' }),
  room_full: async ({ room, connect }) => {
    for (let seat = 2; seat < 6; seat += 1) await (await connect()).done('join_room', { room })
    return (await connect()).ask('join_room', { room, as: 'player' })
  },
  game_in_progress: async ({ room, ada, connect }) => {
    await ada.done('start_game', { room })
    return (await connect()).ask('join_room', { room, as: 'player' })
  },
  not_in_room: async ({ room, connect }) => (await connect()).ask('chat', { room, text: 'hi' }),
  not_host: ({ room, bo }) => bo.ask('start_game', { room }),
  not_playing: ({ room, ada }) => ada.ask('move', { room, move: roll }),
  not_your_turn: async ({ room, ada, bo }) => {
    await ada.done('start_game', { room })
    const moved = [await ada.ask('move', { room, move: roll }), await bo.ask('move', { room, move: roll })]
    return moved.find(({ ok }) => !ok) ?? bo.ask('move', { room, move: roll })
  },
  illegal_move: async ({ room, ada }) => {
    await ada.done('start_game', { room })
    return ada.ask('move', { room, move: { type: 'fly' } })
  },
  unknown_game: ({ ada }) => ada.ask('create_room', { game: 'roulette' }),
  bad_options: ({ ada }) => ada.ask('create_room', { game: 'race', options: { turbo: 1 } }),
  stale: async ({ room, ada, bo }) => {
    const { seq: seen } = await ada.done('start_game', { room })
    await Promise.all([ada.ask('move', { room, move: roll }), bo.ask('move', { room, move: roll })])
    const asked = [ada, bo].map(player => player.ask('move', { room, move: roll, seen: seen - 1 }))
    const answers = await Promise.all(asked)
    return answers.find(answer => !answer.ok && answer.error.code === 'stale') ?? { ok: true }
  },
  id_reused: async ({ room, ada }) => {
    await ada.done('chat', { id: 'same', room, text: 'one' })
    return ada.ask('chat', { id: 'same', room, text: 'two' })
  },
  seal_mismatch: async ({ room, ada }) => {
    await ada.done('join_room', { room, seal: 'ab'.repeat(32) })
    await ada.done('start_game', { room })
    return ada.ask('open_seal', { room, deal: 1, seed: 'cd'.repeat(16) })
  },
  storage_unavailable: ({ room, ada, fail }) => {
    fail(new StorageUnavailable('no disk'))
    return ada.ask('chat', { room, text: 'hi' })
  },
  room_damaged: ({ room, ada, fail }) => {
    fail(new RoomDamaged(room, new Error('half of it')))
    return ada.ask('chat', { room, text: 'hi' })
  },
  internal: ({ room, ada, fail }) => {
    fail(new Error('a bug of ours'))
    return ada.ask('chat', { room, text: 'hi' })
  },
  rate_limited: 'limits.contract.ts',
  too_large: 'limits.contract.ts, where the connection stays',
  bad_token: 'refusing.contract.ts',
  not_enough_players: 'a rule of rooms: every game here can be played alone',
  room_closed: 'a rule of rooms: nobody is in a room that is closed',
  forbidden: 'refused before there is a connection, and to visitors',
  room_locked: async ({ room, ada, connect }) => {
    await ada.done('set_room', { room, settings: { locked: true } })
    return (await connect()).ask('join_room', { room })
  },
  muted: async ({ room, ada, bo }) => {
    await ada.done('mute', { room, player: bo.welcome.player.id })
    const refused = await bo.ask('chat', { room, text: 'let me speak' })
    await ada.done('mute', { room, player: bo.welcome.player.id, undo: true })
    return refused
  },
  wrong_password: async ({ room, ada, connect }) => {
    await ada.done('set_room', { room, settings: { password: 'open sesame' } })
    return (await connect()).ask('join_room', { room, password: 'open barley' })
  },
  name_taken: 'where there are accounts',
  weak_password: 'accounts, over HTTP',
  no_such_person: 'accounts, over HTTP',
}

/** Every code of the closed list comes to whom it is meant for. */
export function codesContract(wire: WireName): void {
  describe('a refusal', () => {
    for (const code of REJECTION_CODES) {
      const come = CODES[code]
      if (typeof come === 'string') continue
      it(`[WR10] comes as ${code} to whom it is for`, async () => {
        let failure: Error | null = null
        const inner = memoryStore()
        const store: RoomStore = {
          ...inner,
          append: (...args) => (failure ? Promise.reject(failure) : inner.append(...args)),
        }
        const at = await seated(wire, { env: CALM, options: { store }, game: 'race' })
        try {
          const refusal = await come({
            ...at,
            fail: error => {
              failure = error
            },
          })
          expect(refusal).toEqual({
            ok: false,
            error: { code, message: expect.stringMatching(/\w/) },
          })
          failure = null
          expect(await at.bo.ask('chat', { room: at.room, text: 'we play on' })).toMatchObject({ ok: true })
        } finally {
          await at.table.close()
        }
      })
    }
  })
}
