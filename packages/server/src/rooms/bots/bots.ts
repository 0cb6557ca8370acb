import { randomInt } from 'node:crypto'
import type { GameMove, Seat } from '@diceroom/shared/games/game.ts'
import { rulesVersion } from '@diceroom/shared/games/registry.ts'
import type { Rejection } from '@diceroom/shared/protocol/rejections.ts'
import type { Result } from '@diceroom/shared/result.ts'
import { type PlayerId, type RoomState, rulesOf, type SeatHolder } from '@diceroom/shared/room/room.ts'
import { viewOf } from '@diceroom/shared/room/view.ts'
import { RoomDamaged } from '../../stores/room-store.ts'
import type { Brains } from './brains.ts'
import { pause } from './pause.ts'

/** How long a move may be thought about before the default one is made, in ms: tables are being made, or the bot is lost. */
const PATIENCE_MS = 5_000
/** When the storage fails, the next attempt is made after this, in ms. */
const AGAIN_AFTER_MS = 1_000
/** How well a bot plays that holds somebody's seat. */
const STAND_IN = 'medium'

/** A move that a bot has decided upon when the game stood at `seq`. */
export interface BotMove {
  readonly holder: SeatHolder
  readonly move: GameMove
  readonly seq: number
  /** Set for the default move, where the one before it was refused. */
  readonly again?: true
}

interface BotsOptions {
  readonly brains: Pick<Brains, 'move' | 'prepare' | 'forget'>
  /** Makes a move, unless the game has gone on. */
  readonly play: (room: string, move: BotMove) => Promise<Result<unknown, Rejection>>
  /** Whether anybody is there to see it. */
  readonly isAttended: (room: string) => boolean
  readonly thinkMs: { readonly least: number; readonly most: number }
  /** Told of moves that a bot failed to make. */
  readonly onTrouble: (trouble: unknown) => void
}

type Playing = Extract<RoomState, { phase: 'playing' }>

/** Codes of refusals that say that the game has gone on, or is over. */
const OVERTAKEN: ReadonlySet<string> = new Set(['stale', 'not_playing', 'room_closed', 'room_not_found'])

/** What a bot does about the game as it stands. */
interface Thinking {
  /** Whom it plays for, and how the game stood. */
  readonly player: PlayerId
  readonly seq: number
  readonly end: AbortController
  /** Whether it thinks about the move that it is asked for; not any more once it makes it. */
  isThinking: boolean
}

/**
 * Plays for whoever is a bot, and for seats that a bot holds: a bot sees what its seat sees, takes a human time, and moves as
 * everybody does. Where nobody is at the table bots wait.
 */
export class Bots {
  private readonly options: BotsOptions
  private readonly rooms = new Map<string, ReadonlyMap<Seat, Thinking>>()
  private isEnded = false

  constructor(options: BotsOptions) {
    this.options = options
  }

  /** Looks for bots with something to do: to be called with every room that is loaded, and after each change of it or of who is there. */
  watch(state: RoomState): void {
    if (this.isEnded) return
    const { room } = state
    const players = playedByBots(state)
    this.prepare(state, players.length > 0)
    if (players.length === 0 || !this.canPlay(state)) {
      this.forget(room)
      return
    }
    const before = this.rooms.get(room)
    const goesOn = stillThinking(state)
    const now = new Map<Seat, Thinking>()
    const begun: [SeatHolder, Thinking][] = []
    for (const holder of players) {
      const { seat, player } = holder
      const known = before?.get(seat)
      const goes = known?.player === player && goesOn(seat, known)
      const thinking = goes
        ? known
        : { player, seq: state.gameSeq, end: new AbortController(), isThinking: false }
      now.set(seat, thinking)
      if (!goes) begun.push([holder, thinking])
    }
    this.rooms.set(room, now)
    for (const [seat, { end }] of before ?? []) if (now.get(seat)?.end !== end) end.abort()
    for (const [holder, thinking] of begun) this.start(state, holder, thinking)
  }

  end(): void {
    this.isEnded = true
    for (const room of [...this.rooms.keys()]) this.forget(room)
  }

  private canPlay(state: RoomState): state is Playing {
    return state.phase === 'playing' && !state.closed && this.options.isAttended(state.room)
  }

  private forget(room: string): void {
    for (const { end } of this.rooms.get(room)?.values() ?? []) end.abort()
    this.rooms.delete(room)
  }

  /** Has bots get ready for this table, if any play here and somebody is there. */
  private prepare(state: RoomState, isPlayed: boolean): void {
    const { brains, isAttended } = this.options
    const { room, game, options, rules, closed } = state
    if (isPlayed && !closed && rules === rulesVersion(game) && isAttended(room)) {
      brains.prepare(room, { game, options, players: playersIn(state) })
    } else {
      brains.forget(room)
    }
  }

  /** Has one of them think, where it has something to think about. */
  private start(state: Playing, holder: SeatHolder, thinking: Thinking) {
    const { seat } = holder
    const game = rulesOf(state)
    const isToAct = game.toAct(state.view).includes(seat)
    if (!isToAct && game.legalMoves(state.view, seat).length === 0) return
    thinking.isThinking = isToAct
    this.think(state, { holder, thinking, isToAct }).catch(this.options.onTrouble)
  }

  private async think(
    state: Playing,
    { holder, thinking, isToAct }: { holder: SeatHolder; thinking: Thinking; isToAct: boolean },
  ): Promise<void> {
    const ended = thinking.end.signal
    const { room, gameSeq: seq } = state
    const { least, most } = this.options.thinkMs
    const asked = isToAct ? this.patiently(state, { holder, ended }) : this.asked(state, holder)
    const [thought] = await Promise.all([asked, pause(randomInt(least, most + 1), ended)])
    const fallback = () => rulesOf(state).timeoutMove(state.view, holder.seat)
    const move = thought ?? (isToAct ? fallback() : null)
    if (move === null || ended.aborted) return
    thinking.isThinking = false
    const refused = await this.play(room, { holder, move, seq }, ended)
    if (refused === null || !isToAct || ended.aborted || OVERTAKEN.has(refused.code)) return
    this.options.onTrouble({ trouble: 'a bot made a move that was refused', room, seq, move, refused })
    await this.play(room, { holder, move: fallback(), seq, again: true }, ended)
  }

  /** What a bot does whose turn it is; `null` where it fails or takes too long. */
  private patiently(
    state: Playing,
    { holder, ended }: { holder: SeatHolder; ended: AbortSignal },
  ): Promise<GameMove | null> {
    return new Promise(resolve => {
      const late = setTimeout(() => {
        const { room, game } = state
        if (!ended.aborted)
          this.options.onTrouble({ trouble: 'a bot took too long for its move', room, game })
        resolve(null)
      }, PATIENCE_MS)
      this.asked(state, holder).then(move => {
        clearTimeout(late)
        resolve(move)
      })
    })
  }

  /** What a bot would do; `null` where it would do nothing, or fails. */
  private async asked(state: Playing, { seat, level = STAND_IN }: SeatHolder): Promise<GameMove | null> {
    const { game, options, rules } = state
    // Bots know the rules that new rooms have.
    if (rules !== rulesVersion(game)) return null
    const { view } = viewOf(state, seat)
    if (view === null) return null
    const question = { game, options, players: playersIn(state), view, seat, level }
    try {
      return await this.options.brains.move({ ...question, seed: randomInt(2 ** 32) })
    } catch (error) {
      this.options.onTrouble(error)
      return null
    }
  }

  /** Makes a move as soon as the storage works; gives why it was refused. */
  private async play(room: string, move: BotMove, ended: AbortSignal): Promise<Rejection | null> {
    for (;;) {
      try {
        const played = await this.options.play(room, move)
        return played.ok ? null : played.error
      } catch (error) {
        this.options.onTrouble(error)
        // What is damaged stays so.
        if (error instanceof RoomDamaged) return null
        await pause(AGAIN_AFTER_MS, ended)
        if (ended.aborted) return null
      }
    }
  }
}

/** How many play, or would play if the game began now. */
const playersIn = ({ seats }: RoomState): number => seats.filter(holder => holder !== null).length

/**
 * Whether a bot may go on with what it thinks about: as long as nothing has happened in the game, and where all act at the same
 * time also when others have moved, or it would never come to an end among many.
 */
function stillThinking(state: Playing): (seat: Seat, thinking: Thinking) => boolean {
  const game = rulesOf(state)
  const toAct = new Set(game.simultaneous?.(state.view) ? game.toAct(state.view) : [])
  return (seat, { seq, isThinking }) => seq === state.gameSeq || (toAct.has(seat) && isThinking)
}

/** The seats that a bot plays: its own, and those that it holds. */
function playedByBots({ seats }: RoomState): readonly SeatHolder[] {
  // Asked after every roll, also at tables of two hundred people.
  if (!seats.some(isPlayedByBot)) return NOBODY
  return seats.filter(holder => holder !== null).filter(isPlayedByBot)
}

const isPlayedByBot = (holder: SeatHolder | null): boolean =>
  holder !== null && (holder.bot || holder.held === true)

const NOBODY: readonly SeatHolder[] = []
