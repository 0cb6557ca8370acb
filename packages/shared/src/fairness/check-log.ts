import { assertNever } from '../result.ts'
import { isTableEvent, type LoggedTableEvent } from '../room/events.ts'
import { dealClosed, dealOpened, dealReady, seedOpened } from './check-deals.ts'
import { checkFaces, takeRolls } from './check-rolls.ts'
import { type Ledger, newLedger } from './ledger.ts'
import { type Reason, reason } from './reasons.ts'
import type { Line, Transcript } from './transcript.ts'
import type { Hashes } from './verdict.ts'

// Everything about a log that hangs on no game: chains, seals, seeds, deals and dice.

/** The ledger of a whole log, and the first thing that is wrong with it. After another thing than wrong faces it ends. */
export async function checkLog(
  { room, created, lines }: Transcript,
  hashes: Hashes,
  pause: (done: number) => Promise<void>,
): Promise<{ ledger: Ledger; wrong: Reason | null }> {
  const { commitment, chainLength } = created
  const ledger = newLedger(room, { commitment, chainLength }, hashes)
  let wrongFaces: Reason | null = null
  for (const [at, line] of lines.entries()) {
    const wrong =
      (at === 0 ? null : outOfPlace(ledger, lines, at)) ??
      takeRolls(ledger, line) ??
      (await take(ledger, line))
    if (wrong?.code === 'wrong_faces') wrongFaces ??= wrong
    else if (wrong) return { ledger, wrong: wrongFaces ?? wrong }
    await pause(at)
  }
  const ended = lines.at(-1)?.event
  const { ready } = ledger
  const isCutOff = ready !== null && (ended?.type === 'game_over' || ended?.type === 'game_aborted')
  return { ledger, wrong: wrongFaces ?? (isCutOff ? reason('cut_off', { seq: lines.length }) : null) }
}

/** What may not stand where it stands, whatever it says. */
function outOfPlace({ ready, opening }: Ledger, lines: readonly Line[], at: number): Reason | null {
  const [before, event] = [lines[at - 1]?.event, lines[at]?.event]
  if (!before || !event) return null
  const { seq, type } = event
  if (type === 'room_created') return reason('created_twice', { seq })
  if (before.type === 'room_closed') return reason('after_the_end', { seq })
  if (type === 'room_closed') {
    const open = ready ?? opening
    return open && reason('closed_with_open_deal', { seq, deal: open.deal })
  }
  const hasEnded = before.type === 'game_over' || before.type === 'game_aborted'
  if (hasEnded && ready && type !== 'deal_closed') {
    return reason('close_missing', { seq, type, deal: ready.deal })
  }
  return null
}

async function take(ledger: Ledger, { event }: Line): Promise<Reason | null> {
  return isTableEvent(event) ? takeTableEvent(ledger, event) : null
}

async function takeTableEvent(ledger: Ledger, event: LoggedTableEvent): Promise<Reason | null> {
  switch (event.type) {
    case 'player_joined':
      if (event.seal !== undefined) ledger.waiting.set(event.seat, event.seal)
      return null
    case 'seal_given':
      ledger.waiting.set(event.seat, event.seal)
      return null
    case 'player_left':
    case 'seat_moved':
      ledger.waiting.delete(event.seat)
      return null
    case 'player_removed':
      if (event.seat !== undefined) ledger.waiting.delete(event.seat)
      return null
    case 'deal_opened':
      return dealOpened(ledger, event)
    case 'seed_opened':
      return seedOpened(ledger, event)
    case 'deal_ready':
      return dealReady(ledger, event)
    case 'deal_closed': {
      const deal = ledger.ready
      return (await dealClosed(ledger, event)) ?? (deal && checkFaces(ledger, deal))
    }
    case 'game_aborted':
      if (ledger.ready) ledger.ready.isBrokenOff = true
      return null
    case 'room_created':
    case 'visitor_joined':
    case 'order_set':
    case 'removal_undone':
    case 'muted':
    case 'unmuted':
    case 'host_asked':
    case 'timed_out':
    case 'default_asked':
    case 'clock_credited':
    case 'seat_held':
    case 'seat_taken_back':
    case 'seat_forfeited':
    case 'queued':
    case 'unqueued':
    case 'reacted':
    case 'host_changed':
    case 'options_set':
    case 'settings_set':
    case 'game_started':
    case 'game_over':
    case 'chat':
    case 'room_closed':
      return null
    default:
      return assertNever(event)
  }
}
