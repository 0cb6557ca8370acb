import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import type { Roll } from '@diceroom/shared/games/game.ts'
import { assertNever } from '@diceroom/shared/result.ts'
import { isTableEvent, type LoggedTableEvent } from '@diceroom/shared/room/events.ts'
import type { RoomSettings } from '@diceroom/shared/room/settings.ts'
import type { SealedBoard } from '../games/board.ts'
import { type Sentence, sentence, visitorName } from './sentence.ts'

/** What happened in a room where the game of `board` is played; `null` for what is not worth a line. */
export function eventSentence({ event, names }: FeedEntry, board: SealedBoard): Sentence | null {
  const nameOf = (seat: number) => names[seat] ?? `${seat + 1}`
  if (isTableEvent(event)) return tableSentence(event, board, nameOf)
  const said = board.sentence(event, nameOf)
  return said && event.auto ? sentence('said.auto', { text: said }) : said
}

function tableSentence(
  event: LoggedTableEvent,
  board: SealedBoard,
  nameOf: (seat: number) => string,
): Sentence | null {
  switch (event.type) {
    case 'player_joined':
      return joined(event.name, event.rolls)
    case 'visitor_joined':
      return joined(visitorName(event.visitor), event.rolls)
    case 'player_left':
      return sentence(event.reason === 'gone' ? 'said.gone' : 'said.left', { name: event.name })
    case 'host_changed':
      return sentence('said.host', { name: event.name })
    case 'options_set':
      return board.optionsSentence(event.options)
    case 'settings_set':
      return settingsSentence(event.settings)
    case 'order_set':
      return sentence('said.order')
    case 'player_removed':
      return sentence('said.removed', { name: event.name })
    case 'removal_undone':
      return sentence('said.removalUndone', { name: event.name })
    case 'muted':
      return sentence('said.muted', { name: event.name })
    case 'unmuted':
      return sentence('said.unmuted', { name: event.name })
    case 'host_asked':
      return sentence('said.hostAsked', { name: event.name })
    case 'timed_out':
      return sentence('said.timedOut', { name: event.seats.map(nameOf).join(', ') })
    case 'default_asked':
      return sentence('said.defaultAsked', { name: event.name })
    case 'clock_credited':
      return sentence('said.credited', { seconds: Math.ceil(event.ms / 1000) })
    case 'seat_held':
      return sentence('said.held', { name: nameOf(event.seat) })
    case 'seat_taken_back':
      return sentence('said.takenBack', { name: nameOf(event.seat) })
    case 'seat_forfeited':
      return sentence('said.forfeited', { name: nameOf(event.seat) })
    case 'seat_moved':
      return sentence('said.seatGiven', { name: event.name })
    case 'queued':
      return sentence('said.queued', { name: event.name })
    case 'unqueued':
      return sentence('said.unqueued', { name: event.name })
    case 'game_started':
      return sentence('said.started', { number: event.number })
    case 'game_aborted':
      return sentence('said.aborted')
    case 'room_closed':
      return sentence('said.closed')
    case 'chat':
      return sentence('said.chat', { name: event.name, text: event.text })
    case 'room_created':
    case 'reacted':
    case 'seal_given':
    case 'deal_opened':
    case 'seed_opened':
    case 'deal_ready':
    case 'deal_closed':
    case 'game_over':
      return null
    default:
      return assertNever(event)
  }
}

/** What changed; of several things the first. */
function settingsSentence(settings: Partial<RoomSettings>): Sentence | null {
  const { locked, password, clock, leaving, starter } = settings
  if (settings.private !== undefined) return sentence(settings.private ? 'said.private' : 'said.public')
  if (locked !== undefined) return sentence(locked ? 'said.locked' : 'said.unlocked')
  if (password !== undefined) return sentence(password ? 'said.password' : 'said.noPassword')
  if (clock !== undefined) {
    return clock === 0 ? sentence('said.noClock') : sentence('said.clock', { seconds: clock })
  }
  if (leaving !== undefined) return sentence(`said.leaving.${leaving}`)
  return starter === undefined ? null : sentence(`said.starter.${starter}`)
}

function joined(name: string | Sentence, rolls: readonly Roll[] | undefined): Sentence {
  const face = rolls?.[0]?.faces?.[0]
  return face === undefined ? sentence('said.joined', { name }) : sentence('said.joinedWith', { name, face })
}
