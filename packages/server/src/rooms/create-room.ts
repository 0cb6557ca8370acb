import { createHmac } from 'node:crypto'
import type { Level } from '@diceroom/shared/games/bot.ts'
import { type GameId, isGameId } from '@diceroom/shared/games/registry.ts'
import { type Rejection, refuse } from '@diceroom/shared/protocol/rejections.ts'
import { CODE_ALPHABET, CODE_LENGTH } from '@diceroom/shared/protocol/room-code.ts'
import { ok, type Result } from '@diceroom/shared/result.ts'
import { createRoom as decideRoom } from '@diceroom/shared/room/decide.ts'
import type { CommandMark, LoggedEvent } from '@diceroom/shared/room/events.ts'
import { DEFAULT_SETTINGS, type RoomSettings } from '@diceroom/shared/room/settings.ts'
import type { RoomService } from './execute.ts'

const ATTEMPTS = 50

/** What somebody wants to play. */
interface Wish {
  readonly options: unknown
  /** Those that are not as they are by default. */
  readonly settings: Partial<RoomSettings>
  /** Who sits there from the beginning; nobody where games never end. */
  readonly bots?: readonly Level[]
}

/**
 * Makes a room and gives its code. The code follows from who asks and under which id, by a secret key: the same
 * command sent again finds the room that it made, with no table of commands to look into, and nobody can foresee a
 * code. Refuses with `unknown_game`, `bad_options` or `id_reused`; throws `StorageUnavailable`.
 */
export async function createRoom(
  service: RoomService,
  key: Uint8Array,
  wish: Wish & { game: string; mark: CommandMark },
): Promise<Result<string, Rejection>> {
  const { game, mark } = wish
  if (!isGameId(game)) return refuse('unknown_game', `There is no game "${game}" here.`)
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const room = codeFor(key, mark, attempt)
    const existing = await service.cache.load(room)
    if (existing) {
      const known = existing.answered.recall(mark)
      if (known === 'reused') return refuse('id_reused', 'Another command was sent under this id before.')
      if (known) return ok(room)
      continue
    }
    const made = await append(service, room, { ...wish, game })
    if (!made.ok) return made
    if (made.value === 'appended') return ok(room)
    // Somebody was faster, perhaps this very command: look again.
    attempt -= 1
  }
  throw new Error(`no free room code in ${ATTEMPTS} tries`)
}

/** The room that this command made before; `null` where it did not. Refuses with `id_reused`. */
export async function roomMadeBy(
  service: RoomService,
  key: Uint8Array,
  mark: CommandMark,
): Promise<Result<string | null, Rejection>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const room = codeFor(key, mark, attempt)
    const known = (await service.cache.load(room))?.answered.recall(mark)
    if (known === undefined) return ok(null)
    if (known === 'reused') return refuse('id_reused', 'Another command was sent under this id before.')
    if (known) return ok(room)
  }
  return ok(null)
}

/** Makes the room that is filed as `room`, unless somebody is faster: a public one with the default options of `game`. */
export async function makeNamedRoom(service: RoomService, room: string, game: GameId): Promise<void> {
  const wish = { game, options: {}, settings: { private: false }, mark: null }
  const made = await append(service, room, wish)
  if (!made.ok) throw new Error(`${room} cannot be made: ${made.error.message}`)
}

async function append(
  { store, now, secretsOf }: RoomService,
  room: string,
  wish: Wish & { game: GameId; mark: CommandMark | null },
): Promise<Result<'appended' | 'conflict', Rejection>> {
  const secrets = secretsOf(room, [])
  const settings = { ...DEFAULT_SETTINGS, ...wish.settings }
  const decided = decideRoom(room, { ...wish, settings }, secrets)
  if (!decided.ok) return decided
  const last = decided.value.length
  const logged = decided.value.map(
    (event, index): LoggedEvent => ({
      seq: index + 1,
      at: now(),
      ...event,
      ...(index === 0 && wish.mark ? { cmd: { ...wish.mark, last } } : {}),
    }),
  )
  return ok(await store.append(room, 0, logged, { roots: secrets.takeDrawn() }))
}

function codeFor(key: Uint8Array, { player, id }: CommandMark, attempt: number): string {
  const bytes = createHmac('sha256', key)
    .update(JSON.stringify([player, id, attempt]))
    .digest()
  // 64 bits over 30^6 codes: the unevenness is below 1 in 10^10.
  let rest = bytes.readBigUInt64BE()
  const base = BigInt(CODE_ALPHABET.length)
  let code = ''
  while (code.length < CODE_LENGTH) {
    code += CODE_ALPHABET[Number(rest % base)]
    rest /= base
  }
  return code
}
