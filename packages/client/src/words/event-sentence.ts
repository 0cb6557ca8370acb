import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import type { Roll } from '@diceroom/shared/games/game.ts'
import { assertNever } from '@diceroom/shared/result.ts'
import { isTableEvent, type LoggedTableEvent } from '@diceroom/shared/room/room.ts'
import type { SealedBoard } from '../games/board.ts'
import { type Sentence, sentence, visitorName } from './sentence.ts'

/** What happened in a room where the game of `board` is played; `null` for what is not worth a line. */
export function eventSentence({ event, names }: FeedEntry, board: SealedBoard): Sentence | null {
  const nameOf = (seat: number) => names[seat] ?? `${seat + 1}`
  return isTableEvent(event) ? tableSentence(event, board) : board.sentence(event, nameOf)
}

function tableSentence(event: LoggedTableEvent, board: SealedBoard): Sentence | null {
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
      return sentence(event.settings.private ? 'said.private' : 'said.public')
    case 'game_started':
      return sentence('said.started', { number: event.number })
    case 'game_aborted':
      return sentence('said.aborted')
    case 'room_closed':
      return sentence('said.closed')
    case 'chat':
      return sentence('said.chat', { name: event.name, text: event.text })
    case 'room_created':
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

function joined(name: string | Sentence, rolls: readonly Roll[] | undefined): Sentence {
  const face = rolls?.[0]?.faces?.[0]
  return face === undefined ? sentence('said.joined', { name }) : sentence('said.joinedWith', { name, face })
}
