import type { en } from './en.ts'
import { enAccount } from './en-account.ts'
import { enFair } from './en-fair.ts'
import { enLobby } from './en-lobby.ts'
import { enTable } from './en-table.ts'

/** The sentences of pages that are fetched when somebody comes for them. */
export const enPages = {
  ...enAccount,
  ...enFair,
  ...enLobby,
  ...enTable,

  'takeAway.why': 'Everything that was rolled at this table.',
  'takeAway.json': 'JSON',
  'takeAway.csv': 'CSV',

  'replay.title': 'Replay: {{game}}, game {{number}}, table {{code}}',
  'replay.line': 'Replay · {{game}}, game {{number}} · {{date}}',
  'replay.number': '{{game}} {{number}}',
  'replay.loading': 'Fetching the game …',
  'replay.retry': 'Try again',
  'replay.controls': 'Replay',
  'replay.move': 'Move',
  'replay.at': '{{at}} of {{last}}. {{said}}',
  'replay.play': 'Play',
  'replay.pause': 'Pause',
  'replay.back': 'One move back',
  'replay.forward': 'One move on',
  'replay.speed': 'Speed',
  'replay.moves': 'Moves',
  'replay.unsaid': 'Dice were rolled in secret',
  'replay.about': 'About this game',
  'replay.result': 'Result',
  'replay.broken': 'This game was broken off.',
  'replay.check': 'Check the dice',
  'replay.checkWhy': 'every roll of this table, in your browser',
  'replay.share': 'Share this moment',
  'replay.shareHow': 'Scan this with a phone, or send the link: it opens the replay at this move.',
  'replay.toTable': 'To the table',
  'replay.noGame': 'There is no such game',
  'replay.noGameWhy': 'So many games were not played at this table.',
  'replay.inPlay': 'This game is still in play',
  'replay.inPlayWhy': 'You can watch it at the table now, and step through it here when it is over.',
  'replay.endless': 'There is no game to watch again',
  'replay.endlessWhy': 'What is played at this table has no end. Its rolls can be checked at any time.',
  'replay.unreadable': 'This game cannot be shown',
  'replay.unreadableWhy':
    'The page does not understand what is written there. Load it again, there may be a newer one.',
  'replay.unreachable': 'The game cannot be fetched',

  'history.loading': 'Fetching your games …',
  'history.none': 'No games yet',
  'history.noneWhy':
    'When a game that you play in is over, you find it here: to watch again, and to check its dice.',
  'history.play': 'Pick a game',
  'history.more': 'Show more',
  'history.watch': 'Watch again',
  'history.check': 'Check the dice',
  'history.won': 'You won',
  'history.shared': 'You shared first place',
  'history.place': 'Place {{place}} of {{count}}',
  'history.alone': 'Played alone',
  'history.broken': 'Broken off',
} as const

/** Every sentence. A language without one of these, or with one more, does not compile. */
export type Strings = { readonly [Key in keyof (typeof en & typeof enPages)]: string }
