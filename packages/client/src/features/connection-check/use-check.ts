import type { ConnectionStatus } from '@diceroom/sdk/connection/connection.ts'
import type { Way } from '@diceroom/sdk/connection/transport.ts'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { useClient, useConnectionStatus } from '../../connection/use-client.ts'
import { browserWorld } from '../../wires/browser-world.ts'
import type { WireStatus } from '../../wires/healing-wire.ts'
import { followNetwork } from '../../wires/network.ts'
import { EchoMeter, type RoundTrip } from './echo-meter.ts'
import { type Pushed, PushRun } from './push-run.ts'
import { type Verdict, verdictOn } from './verdict.ts'

interface Check {
  readonly status: ConnectionStatus['kind']
  readonly way: Way | null
  readonly echo: WireStatus
  readonly trips: readonly RoundTrip[]
  readonly pushed: Pushed
  readonly verdict: Verdict
  /** Lets the server push once more. */
  readonly again: () => void
}

const now = () => performance.now()

const NOT_YET = {
  echo: createStore<WireStatus>(() => 'connecting'),
  trips: createStore<readonly RoundTrip[]>(() => []),
  pushed: createStore<Pushed>(() => ({ state: 'opening', arrived: [] })),
}

/** Measures for as long as the component is there and somebody looks at it. */
export function useCheck(): Check {
  const client = useClient()
  const isSeen = useIsSeen()
  const [meter, setMeter] = useState<EchoMeter | null>(null)
  const [run, setRun] = useState<PushRun | null>(null)
  const [runs, setRuns] = useState(1)

  useEffect(() => {
    if (!isSeen) return
    const opened = new EchoMeter({ world: browserWorld(), now })
    const unfollow = followNetwork(client, opened.wire)
    setMeter(opened)
    return () => {
      unfollow()
      opened.close()
    }
  }, [client, isSeen])

  useEffect(() => {
    if (!isSeen) return
    const begun = new PushRun({ world: browserWorld(), now })
    setRun(begun)
    return () => begun.close()
  }, [isSeen, runs])

  const findings = {
    status: useConnectionStatus().kind,
    way: useStore(client.way),
    echo: useStore(meter?.wire.status ?? NOT_YET.echo),
    trips: useStore(meter?.trips ?? NOT_YET.trips),
    pushed: useStore(run?.pushed ?? NOT_YET.pushed),
  }
  return { ...findings, verdict: verdictOn(findings), again: () => setRuns(runs + 1) }
}

/** Whether the page is in front of somebody. */
function useIsSeen(): boolean {
  const [isSeen, setSeen] = useState(!document.hidden)
  useEffect(() => {
    const look = () => setSeen(!document.hidden)
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return isSeen
}
