import type { FeedEntry } from '@diceroom/sdk/store/feed.ts'
import { isTableEvent } from '@diceroom/shared/room/events.ts'
import type { PlayerId } from '@diceroom/shared/room/room.ts'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

const STORED_AS = 'diceroom.mutedHere'
/** So many are remembered, the ones who were muted last. */
const REMEMBERED = 200

const muted = createStore<readonly PlayerId[]>(() => stored())

/** Whom somebody does not want to hear on this device; nobody else is told. */
export const useMutedHere = (): readonly PlayerId[] => useStore(muted)

/** Whether something is to be heard on this device, where `mutedHere` are not. */
export const isHeard = ({ event }: FeedEntry, mutedHere: readonly PlayerId[]): boolean =>
  !isTableEvent(event) || event.type !== 'chat' || !mutedHere.includes(event.player)

export function muteHere(player: PlayerId): void {
  keep([...muted.getState().filter(other => other !== player), player].slice(-REMEMBERED))
}

export function hearHere(player: PlayerId): void {
  keep(muted.getState().filter(other => other !== player))
}

function keep(players: readonly PlayerId[]): void {
  muted.setState(players, true)
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(players))
  } catch {
    // then for as long as the page is open
  }
}

function stored(): readonly PlayerId[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(STORED_AS) ?? '[]')
    return Array.isArray(found) ? found.filter(one => typeof one === 'string') : []
  } catch {
    return []
  }
}
