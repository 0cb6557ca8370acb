import type { GameId } from '@diceroom/shared/games/registry.ts'
import type { Answer } from '@diceroom/shared/protocol/server-to-client.ts'
import { isTableEvent, type LoggedEvent } from '@diceroom/shared/room/events.ts'
import { seatOf } from '@diceroom/shared/room/room.ts'
import { viewOf } from '@diceroom/shared/room/view.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableOf } from '../store/room-store.ts'
import type { RoomSession } from './room-session.ts'
import { House, type Seated, statusOf, tableIn } from './testing/house.ts'

const PLAYERS = ['Ada', 'Bo', 'Cy']

const who = fc.nat({ max: PLAYERS.length - 1 })
/** What people and their networks do, in any order. */
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('deliver' as const, 'deliver' as const, 'duplicate' as const, 'lose' as const),
      pick: fc.nat(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('move' as const, 'chat' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('cut' as const, 'come back' as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat({ max: 9_000 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('gone' as const), who }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** A move or a chat line that somebody asked for, under a text that nothing else bears. */
interface Asked {
  readonly text: string
  answer: Answer<'move'> | Answer<'chat'> | null
}

class Evening {
  readonly asked: Asked[] = []
  readonly #house: House
  readonly #seated: readonly Seated[]

  constructor(house: House, seated: readonly Seated[]) {
    this.#house = house
    this.#seated = seated
    for (const { session } of seated) this.#watch(session)
  }

  async take(step: Step): Promise<void> {
    const { network, server } = this.#house
    const somebody = 'who' in step ? this.#seated[step.who] : undefined
    if ('pick' in step) network.fate(step.do, step.pick)
    else if ('ms' in step) await this.#house.pass(step.ms)
    else if (step.do === 'restart') server.restart()
    else if (!somebody) return
    else if (step.do === 'cut') somebody.cut()
    else if (step.do === 'come back') somebody.environment.comesBack()
    else if (step.do === 'gone') server.giveUp(somebody.code, `p${step.who + 1}`)
    else this.#ask(somebody.session, step.do)
  }

  /** Until every page has what the server has, and every question its answer. */
  async rest(): Promise<void> {
    this.#house.network.calm()
    await this.#house.pass(90_000)
  }

  #ask(session: RoomSession, kind: 'move' | 'chat'): void {
    const asked: Asked = { text: `${kind} ${this.asked.length}`, answer: null }
    this.asked.push(asked)
    const { game } = tableIn(session).room
    const move = game === 'free-roll' ? { type: 'roll', message: asked.text } : { type: 'roll' }
    const answering = kind === 'move' ? session.move(move) : session.chat(asked.text)
    answering.then(answer => {
      asked.answer = answer
    })
  }

  /** Whatever a page shows at any time is what the server had at that point of the log. */
  #watch(session: RoomSession): void {
    let seq = 0
    session.store.subscribe(status => {
      const table = tableOf(status)
      if (!table) return
      const { room, feed, me } = table
      const there = this.#house.server.room(room.room).stateAt(room.seq)
      expect(room).toEqual(viewOf(there, seatOf(there, me) ?? 'spectator'))
      expect(room.seq).toBeGreaterThanOrEqual(seq)
      seq = room.seq
      const seqs = feed.map(({ event }) => event.seq)
      expect(seqs).toEqual(seqs.map((_, at) => room.seq - seqs.length + 1 + at))
    })
  }
}

async function spend(game: GameId, steps: readonly Step[]) {
  const house = new House()
  const seated = await house.table(game, ...PLAYERS)
  if (game === 'race') seated[0]?.session.start()
  await house.pass(100)
  const evening = new Evening(house, seated)
  house.network.state = 'wild'
  for (const step of steps) await evening.take(step)
  await evening.rest()
  const room = house.server.room(seated[0]?.code ?? '')
  return { room, seated, asked: evening.asked }
}

/** Seals that were in more than one deal. */
function usedTwice(log: readonly LoggedEvent[]): readonly string[] {
  const used = log.flatMap(event =>
    isTableEvent(event) && event.type === 'deal_opened' ? Object.values(event.seals) : [],
  )
  return used.filter((seal, at) => used.indexOf(seal) !== at)
}

describe.each(['free-roll', 'race'] as const)(
  'whatever happens to the connections of those who play %s',
  game => {
    it('all end up with what the server has', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 60 }), async steps => {
          const { room, seated } = await spend(game, steps)
          for (const { session } of seated) {
            expect(statusOf(session).status).toBe('live')
            const { room: shown, me } = tableIn(session)
            expect(shown).toEqual(viewOf(room.state, seatOf(room.state, me) ?? 'spectator'))
          }
        }),
        { numRuns: 150 },
      )
    })

    it('[BS4] [BS7] [BS11] [BS12] all take part in the deals, with a new seed each, and nobody is warned of an honest server', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 60 }), async steps => {
          const { room, seated } = await spend(game, steps)
          const { opening, seals, benched } = room.state.dealing
          expect(opening).toBeNull()
          for (const { session } of seated) {
            expect(session.dealWarnings.getState()).toEqual([])
            const { seat } = tableIn(session)
            if (seat !== null && !benched.includes(seat)) expect(seals[seat]).toBeDefined()
          }
          expect(usedTwice(room.log)).toEqual([])
        }),
        { numRuns: 150 },
      )
    })

    it('every command is answered, and what was acknowledged is in the log exactly once', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 60 }), async steps => {
          const { room, asked } = await spend(game, steps)
          const texts = room.log.flatMap(event =>
            'message' in event ? event.message : 'text' in event ? event.text : [],
          )
          expect(new Set(texts).size).toBe(texts.length)
          const acknowledged: number[] = []
          for (const { text, answer } of asked) {
            expect(answer).not.toBeNull()
            if (answer?.ok && (game === 'free-roll' || text.startsWith('chat'))) expect(texts).toContain(text)
            if (answer?.ok && 'events' in answer) acknowledged.push(answer.seq)
          }
          // Two moves never share an acknowledgement, and no move is in the log that was refused.
          expect(new Set(acknowledged).size).toBe(acknowledged.length)
          const moves = room.log.filter(({ type }) => type === 'rolled' || type === 'piece_moved')
          const byHand = moves.filter(event => !('auto' in event))
          expect(byHand).toHaveLength(acknowledged.length)
        }),
        { numRuns: 150 },
      )
    })
  },
)
