import { z } from 'zod'

const Page = z.object({
  events: z.array(z.looseObject({ seq: z.int(), type: z.string(), ms: z.int().optional() })),
})

/** What happened in a room after the event `since`, as anybody may read it. */
export async function eventsAfter(url: string, room: string, since: number) {
  const response = await fetch(`${url}/api/rooms/${room}/transcript?after=${since}`)
  return Page.parse(await response.json()).events
}
