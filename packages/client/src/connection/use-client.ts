import type { Client } from '@diceroom/sdk/connection/client.ts'
import type { ConnectionStatus } from '@diceroom/sdk/connection/connection.ts'
import type { Player } from '@diceroom/sdk/connection/line.ts'
import { createContext, useContext } from 'react'
import { useStore } from 'zustand'

/** The page's one client; `main.tsx` provides it. */
export const ClientContext = createContext<Client | null>(null)

export function useClient(): Client {
  const client = useContext(ClientContext)
  if (!client) throw new Error('useClient needs a ClientContext around it')
  return client
}

export const useConnectionStatus = (): ConnectionStatus => useStore(useClient().status)

export const usePlayer = (): Player | null => useStore(useClient().player)
