import { dirname, resolve } from 'node:path'
import { PLAINLY } from '@diceroom/shared/protocol/complaint.ts'
import proxyAddr from '@fastify/proxy-addr'
import { z } from 'zod'

/** Something that keeps the server from starting, said so that whoever started it knows what to do. */
export class StartupError extends Error {}

const DAY_MS = 86_400_000
/** More seconds than this no timer can wait. */
const COUNT_MAX = 2_000_000
const count = (fallback: number) => z.coerce.number().int().positive().max(COUNT_MAX).default(fallback)

const listOf = (text: string): readonly string[] =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')

function areAddresses(text: string): boolean {
  try {
    proxyAddr.compile([...listOf(text)])
    return true
  } catch {
    return false
  }
}

const areOrigins = (text: string): boolean =>
  text === '*' || listOf(text).every(origin => URL.parse(origin)?.origin === origin)

const CLOCKS = { 0: 0, 15: 15, 30: 30, 60: 60, 120: 120 } as const
type Clock = (typeof CLOCKS)[keyof typeof CLOCKS]

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('port; 0 picks a free one'),
  HOST: z.string().min(1).default('0.0.0.0').describe('address to listen on'),
  DATABASE_URL: z
    .string()
    .min(1)
    .default('./data/dice-room.sqlite')
    .describe('where rooms are kept: a path to an SQLite file, or `memory:` to keep nothing'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('the address people use, where it is not that of this machine'),
  TRUST_PROXY: z
    .string()
    .refine(areAddresses, 'addresses or networks, separated by commas')
    .optional()
    .describe('addresses or networks, separated by commas, of the proxies whose X-Forwarded-For is believed'),
  ALLOWED_ORIGINS: z
    .string()
    .refine(text => areOrigins(text), 'origins such as https://example.org, separated by commas, or *')
    .default('')
    .describe(
      'origins, separated by commas, whose pages may connect beside those of this server; `*` for all. Programs, which send no `Origin`, always may',
    ),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('warn')
    .describe('least level logged: `trace`, `debug`, `info`, `warn`, `error`, `silent`'),
  BANNER: z
    .enum(['on', 'off'])
    .default('on')
    .describe('`on` or `off`: whether the addresses and the QR code are printed'),
  ROOM_IDLE_DAYS: count(7).describe('days without an event after which a room is closed and removed'),
  GAMES_KEPT_DAYS: count(90).describe(
    'the same for a room in which a game has ended, so that it can be watched and checked again',
  ),
  AWAY_SECONDS: count(90).describe('how long the seat of a lost connection is held'),
  DEFAULT_CLOCK: z
    .enum(['0', '15', '30', '60', '120'], { error: '0, 15, 30, 60 or 120' })
    .default('30')
    .describe(
      'seconds for a turn in new rooms, as long as their host sets no other: 0 (off), 15, 30, 60 or 120',
    ),
  BOT_THINK_MS: z
    .string()
    .regex(/^\d{1,5}-\d{1,5}$/, 'two numbers of milliseconds such as 600-2000')
    .default('600-2000')
    .describe('how long a bot takes for a move at least and at most, in ms'),
  RATE_LIMIT_PER_SECOND: count(30).describe('messages per second that a connection may send for long'),
  RATE_LIMIT_BURST: count(60).describe('messages that a connection may send at once'),
  CHAT_BURST: count(10).describe('lines and reactions that a player may send within ten seconds'),
  SIGN_UPS_PER_HOUR: count(60).describe('accounts that may be asked for from one address in an hour'),
  CONNECTIONS_PER_ADDRESS: count(2_000).describe(
    'connections that one address (of IPv6, one network) may have open',
  ),
})

export const environmentSchema = Environment

export interface Config {
  readonly port: number
  readonly host: string
  readonly database: { readonly kind: 'memory' } | { readonly kind: 'sqlite'; readonly file: string }
  /** Where the secret key is kept; `null` where nothing is kept. */
  readonly dataFolder: string | null
  readonly publicUrl: string | null
  readonly trustedProxies: readonly string[]
  /** Whose pages may connect beside the server's own. */
  readonly allowedOrigins: 'any' | readonly string[]
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL']
  readonly banner: 'on' | 'off'
  readonly idleMs: { readonly withGames: number; readonly others: number }
  readonly awayMs: number
  /** Seconds for a turn in new rooms; 0 is off. */
  readonly defaultClock: Clock
  readonly botThinkMs: { readonly least: number; readonly most: number }
  readonly rateLimit: { readonly perSecond: number; readonly burst: number }
  /** Lines of a player within ten seconds. */
  readonly chatBurst: number
  readonly connectionsPerAddress: number
  readonly signUpsPerHour: number
}

/** Reads the settings, all of which have defaults; throws a `StartupError` that names the one that is wrong. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(env, PLAINLY)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new StartupError(
      `The setting ${issue?.path.join('.')} is not valid: it has to be ${issue?.message}.`,
    )
  }
  const set = parsed.data
  const database = databaseOf(set.DATABASE_URL)
  return {
    port: set.PORT,
    host: set.HOST,
    database,
    dataFolder: database.kind === 'sqlite' ? dirname(database.file) : null,
    publicUrl: set.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    trustedProxies: listOf(set.TRUST_PROXY ?? ''),
    allowedOrigins: originsOf(set.ALLOWED_ORIGINS, set.PUBLIC_URL),
    logLevel: set.LOG_LEVEL,
    banner: set.BANNER,
    idleMs: { withGames: set.GAMES_KEPT_DAYS * DAY_MS, others: set.ROOM_IDLE_DAYS * DAY_MS },
    awayMs: set.AWAY_SECONDS * 1000,
    defaultClock: CLOCKS[set.DEFAULT_CLOCK],
    botThinkMs: rangeOf(set.BOT_THINK_MS),
    rateLimit: { perSecond: set.RATE_LIMIT_PER_SECOND, burst: set.RATE_LIMIT_BURST },
    chatBurst: set.CHAT_BURST,
    connectionsPerAddress: set.CONNECTIONS_PER_ADDRESS,
    signUpsPerHour: set.SIGN_UPS_PER_HOUR,
  }
}

/** A proxy may hide under which name people know this server; its own pages connect all the same. */
function originsOf(list: string, publicUrl: string | undefined): Config['allowedOrigins'] {
  if (list === '*') return 'any'
  return [...listOf(list), ...(publicUrl === undefined ? [] : [new URL(publicUrl).origin])]
}

/** Whichever way round they are given. */
function rangeOf(text: string): Config['botThinkMs'] {
  const [first = 0, second = first] = text.split('-').map(Number)
  return { least: Math.min(first, second), most: Math.max(first, second) }
}

function databaseOf(url: string): Config['database'] {
  if (url === 'memory:') return { kind: 'memory' }
  const scheme = /^([a-z][a-z+]+):/i.exec(url)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'file' && scheme !== 'sqlite') {
    throw new StartupError(
      `DATABASE_URL names "${scheme}:", but only a path to an SQLite file or memory: will do.`,
    )
  }
  return { kind: 'sqlite', file: resolve(url.replace(/^(file|sqlite):(\/\/(?=\/))?/i, '')) }
}
