import type { Emote } from '@diceroom/shared/room/room.ts'

/** What a reaction is called. */
export const EMOTE_WORDS = {
  clap: 'emote.clap',
  laugh: 'emote.laugh',
  wow: 'emote.wow',
  cry: 'emote.cry',
  angry: 'emote.angry',
  luck: 'emote.luck',
} as const satisfies Record<Emote, string>
