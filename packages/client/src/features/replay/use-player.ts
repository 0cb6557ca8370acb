import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { deedOf, holderOf } from './keys.ts'
import { type Playing, ReplayPlayer } from './player.ts'
import type { Stop } from './stops.ts'

/** How long a replay has to stand still before its address says where. Browsers count how often an address is changed. */
const SETTLED_MS = 250

/** The move that the address of the page carries; 0, the beginning, where it carries none. */
const moveInAddress = (): number => Number(new URLSearchParams(location.search).get('move') ?? 0)

/** A replay and where it stands, for as long as the component is there. */
export function usePlayer(stops: readonly Stop[]): { player: ReplayPlayer; playing: Playing } {
  const [player] = useState(() => new ReplayPlayer(stops, moveInAddress()))
  const playing = useStore(player.state)
  useEffect(() => {
    const whenHidden = () => document.hidden && player.pause()
    document.addEventListener('visibilitychange', whenHidden)
    return () => {
      document.removeEventListener('visibilitychange', whenHidden)
      player.pause()
    }
  }, [player])
  useKeys(player)
  useAddress(playing.at)
  return { player, playing }
}

/** The keys work wherever the focus is, unless what has it needs them itself. */
function useKeys(player: ReplayPlayer): void {
  useEffect(() => {
    const deeds = {
      forward: () => player.forward(),
      back: () => player.back(),
      toggle: () => player.toggle(),
      first: () => player.jump(0),
      last: () => player.jump(player.last),
    }
    const press = (event: KeyboardEvent) => {
      const deed = event.defaultPrevented ? null : deedOf(event, holderOf(event.target))
      if (!deed) return
      event.preventDefault()
      deeds[deed]()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [player])
}

/** The address names the move, so that a copy of it leads there. */
function useAddress(at: number): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const address = `${location.pathname}${at === 0 ? '' : `?move=${at}`}`
      history.replaceState(history.state, '', address)
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [at])
}

/** Whatever begins to move in an element moves at the speed of the replay; after a jump it is there at once. */
export function useMotion({ speed, jumps }: Playing, element: RefObject<HTMLElement | null>): void {
  const before = useRef(jumps)
  useLayoutEffect(() => {
    const isJump = jumps !== before.current
    before.current = jumps
    for (const animation of element.current?.getAnimations({ subtree: true }) ?? []) {
      animation.playbackRate = speed
      const end = animation.effect?.getComputedTiming().endTime
      if (isJump && end !== Number.POSITIVE_INFINITY) animation.finish()
    }
  })
}
