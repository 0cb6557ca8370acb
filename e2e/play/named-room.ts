import type { Page } from '@playwright/test'

/** Makes a room with a name as a page of the older system does, from any page of the server. */
export const makesRoom = (page: Page, name: string): Promise<void> =>
  page.evaluate(
    path =>
      new Promise<void>((opened, failed) => {
        const socket = new WebSocket(`${location.origin.replace('http', 'ws')}${path}`)
        socket.addEventListener('open', () => opened())
        socket.addEventListener('error', () => failed(new Error(`no socket at ${path}`)))
      }),
    `/ws/game/${encodeURIComponent(name)}/`,
  )
