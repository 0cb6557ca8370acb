import { browserEnvironment } from '@diceroom/sdk/connection/environment.ts'
import { useContext, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { useClient } from '../../../connection/use-client.ts'
import { AskingAgain } from '../../../wires/asking-again.ts'
import { browserWorld } from '../../../wires/browser-world.ts'
import { followNetwork } from '../../../wires/network.ts'
import { PresenceContext } from '../../../wires/use-presence.ts'
import { lobbyLines, type People, peopleOnline, sayByHttp } from './lobby-api.ts'
import { LobbyChat, type LobbyTalk } from './lobby-chat.ts'
import { emptyLog } from './lobby-log.ts'

/** How long to wait for more changes after one, in ms. */
const SOON_MS = 300
/** Who sits down somewhere is told by nobody: so one looks now and then, in ms. */
const LOOK_EVERY_MS = 5_000

/** The more people are here, the less often each page asks: all together fifty times a second at most. */
const apartFor = (online: number): number => Math.max(1_000, online * 20)

/** Who is online: `null` before the first answer, `unknown` while the server does not say. */
export function usePeople(): People | 'unknown' | null {
  const presence = useContext(PresenceContext)
  const [people, setPeople] = useState<People | 'unknown' | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    let online = 1
    const asking = new AskingAgain({
      clock: browserEnvironment().clock,
      soon: SOON_MS,
      apart: () => apartFor(online),
      async ask() {
        const found = await peopleOnline(stop.signal)
        if (stop.signal.aborted) return
        online = found?.online ?? online
        setPeople(found ?? 'unknown')
      },
    })
    const look = () => {
      if (!document.hidden) asking.changed()
    }
    look()
    const timer = setInterval(look, LOOK_EVERY_MS)
    document.addEventListener('visibilitychange', look, { signal: stop.signal })
    const unsubscribe = presence?.told.subscribe(look)
    return () => {
      stop.abort()
      clearInterval(timer)
      unsubscribe?.()
      asking.stop()
    }
  }, [presence])
  return people
}

const NOT_YET = createStore<LobbyTalk>(() => ({ log: emptyLog, way: 'connecting', isRead: false }))

/** The talk of the lobby for as long as the component is there. `say` is `null` only before its first effect. */
export function useLobbyChat(online: number): LobbyTalk & { readonly say: LobbyChat['say'] | null } {
  const client = useClient()
  const crowd = useRef(online)
  crowd.current = online
  const [chat, setChat] = useState<LobbyChat | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const opened = new LobbyChat({
      world: browserWorld(),
      lines: () => lobbyLines(stop.signal),
      sayByHttp,
      apart: () => apartFor(crowd.current),
    })
    const unfollow = followNetwork(client, opened.wire)
    setChat(opened)
    return () => {
      unfollow()
      opened.close()
      stop.abort()
    }
  }, [client])
  return { ...useStore(chat?.talk ?? NOT_YET), say: chat ? text => chat.say(text) : null }
}
