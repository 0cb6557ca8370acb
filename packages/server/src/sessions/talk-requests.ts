import { refuse } from '@diceroom/shared/protocol/rejections.ts'
import { ok } from '@diceroom/shared/result.ts'
import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { project } from '@diceroom/shared/room/view.ts'
import type { LiveRoom } from '../rooms/live-room.ts'
import { saidBy } from './reports.ts'
import { type Handlers, partIn, type RequestContext } from './request-context.ts'
import { viewerOf } from './standing.ts'
import type { Run } from './table-requests.ts'
import { tooMuchTalk } from './talk-limit.ts'
import { whoActs } from './who-acts.ts'

/** What people say to each other, with words and without, and what somebody finds should not have been said. */
export function talkHandlers(context: RequestContext, run: Run) {
  const { reports } = context

  return {
    async chat({ session, request: { room, text }, mark }) {
      const speaker = await whoActs(context, room, session)
      if (!speaker.ok) return speaker
      const tooMuch = await tooMuchTalk(context, room, mark)
      return tooMuch ?? run(mark, room, { type: 'chat', ...speaker.value, text })
    },

    async react({ session, request: { room, emote }, mark }) {
      const speaker = await whoActs(context, room, session)
      if (!speaker.ok) return speaker
      const tooMuch = await tooMuchTalk(context, room, mark)
      return tooMuch ?? run(mark, room, { type: 'react', ...speaker.value, emote })
    },

    async report({ session, request: { room, seq, reason } }) {
      const live = await partIn(context, room, session)
      if (!live.ok) return live
      const event = await eventAt(context, live.value, seq)
      if (event === null) return refuse('bad_request', 'seq: nothing has happened under this number')
      const { id: reporter } = session.player
      const seen = project(live.value.committed, event, viewerOf(live.value.committed, reporter))
      const why = reason === undefined ? {} : { reason }
      const isTaken = reports.take({ room, seq, reporter, ...saidBy(seen), ...why })
      if (!isTaken) return refuse('rate_limited', 'Too many reports. Please try again in ten minutes.')
      return ok({ seq: live.value.committed.seq })
    },
  } satisfies Partial<Handlers>
}

/** What happened under this number; `null` where nothing did yet. */
async function eventAt({ rooms }: RequestContext, live: LiveRoom, seq: number): Promise<LoggedEvent | null> {
  const { room, seq: last } = live.committed
  if (seq < 1 || seq > last) return null
  const near = live.eventsAfter(seq - 1)
  const [event = null] = near ?? (await rooms.store.read(room, seq - 1, 1))
  return event
}
