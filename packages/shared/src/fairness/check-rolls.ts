import type { Roll } from '../games/game.ts'
import { fromHex } from './bytes.ts'
import { facesOf, inputText } from './dice-stream.ts'
import type { Deal, Ledger, LedgerRoll } from './ledger.ts'
import { type Reason, reason } from './reasons.ts'
import type { Line } from './transcript.ts'

// Whether rolls are numbered as they have to be, and show what they have to show.

/** Table events that roll: the opening die, from the room's own stream. */
const OPENING_DIE = ['player_joined', 'visitor_joined', 'game_started']

/** Takes the rolls of an event into the ledger, or says what is wrong with them. */
export function takeRolls(ledger: Ledger, { event, raw }: Line): Reason | null {
  if (!('rolls' in event) || event.rolls === undefined) {
    return raw.rolls === undefined ? null : reason('rolls_of_nobody', { seq: event.seq, type: event.type })
  }
  const seat = 'seat' in event ? event.seat : undefined
  const own = OPENING_DIE.includes(event.type) ? '-' : seat
  for (const roll of event.rolls) {
    const wrong = isAllowed(roll.who, own) ? takeRoll(ledger, event.seq, roll) : stranger(event.seq, roll)
    if (wrong) return wrong
  }
  return null
}

/** An event rolls in the room's stream, or in that of the seat that it names; one that names none, in a plain client's. */
const isAllowed = (who: string, own: number | '-' | undefined): boolean =>
  who === '-' || (own === undefined ? who.startsWith('v') : who === String(own))

const stranger = (seq: number, { deal, who, n }: Roll): Reason =>
  reason('roll_of_another', { seq, deal, who, n })

function takeRoll({ ready, rolls, room }: Ledger, seq: number, roll: Roll): Reason | null {
  const { deal, who, n, count, sides, faces, secretTo } = roll
  const place = { seq, deal, who, n }
  if (ready?.deal !== deal) return reason('roll_out_of_place', place)
  const expected = ready.next.get(who) ?? 0
  if (n !== expected) return reason('roll_missing', { ...place, expected })
  if (faces === null && secretTo === undefined) return reason('roll_not_shown', place)
  if (faces && (faces.length !== count || faces.some(face => face < 1 || face > sides))) {
    return reason('impossible_faces', { ...place, count, sides, found: faces.join(', ') })
  }
  ready.next.set(who, n + 1)
  ready.rolls += 1
  const first = inputText({ room, deal, who, n, entropy: ready.entropy ?? '' }, 0)
  rolls.push({ ...place, count, sides, inputs: [first], expected: null, found: faces })
  return null
}

/** Works out what the rolls of a closed deal have to show. Gives the first that shows something else. */
export async function checkFaces(ledger: Ledger, deal: Deal): Promise<Reason | null> {
  const rolls = ledger.rolls.slice(-deal.rolls || ledger.rolls.length)
  const wrong = await Promise.all(rolls.map(roll => checkRoll(ledger, deal, roll)))
  return wrong.find(one => one !== null) ?? null
}

async function checkRoll({ room, hashes }: Ledger, closed: Deal, roll: LedgerRoll): Promise<Reason | null> {
  const { seq, deal, who, n, count, sides, found } = roll
  const entropy = closed.entropy ?? ''
  const secret = fromHex(closed.secret ?? '')
  const { faces, inputs } = await facesOf(hashes, secret, { room, deal, who, n, entropy, count, sides })
  Object.assign(roll, { expected: faces, inputs })
  if (found === null) return reason('roll_not_shown', { seq, deal, who, n })
  const [expected, logged] = [faces.join(', '), found.join(', ')]
  return expected === logged ? null : reason('wrong_faces', { seq, deal, who, n, expected, found: logged })
}
