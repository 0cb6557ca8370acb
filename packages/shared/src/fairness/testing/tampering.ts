import { cloneOf, type LogEvent, type LogRoll, type LogTranscript } from './honest-log.ts'

// What a forger does to a transcript. Where events are put or taken out, all are numbered anew.

export function at({ events }: LogTranscript, seq: number): LogEvent {
  const event = events[seq - 1]
  if (!event) throw new Error(`there is no event ${seq}`)
  return event
}

export function rollAt(transcript: LogTranscript, seq: number, index = 0): LogRoll {
  const roll = at(transcript, seq).rolls?.[index]
  if (!roll) throw new Error(`event ${seq} has no roll ${index}`)
  return roll
}

/** Turns the first die of a roll over to the next face. */
export function turn(roll: LogRoll): void {
  const [face = 1, ...rest] = roll.faces ?? []
  roll.faces = [(face % roll.sides) + 1, ...rest]
}

/** What stands under seats in a field, to be changed. */
export const bySeat = (event: LogEvent, field: 'seals' | 'seeds'): Record<string, string> =>
  Object.assign({}, event[field])

/** Takes events out. */
export function cut(transcript: LogTranscript, seq: number, count = 1): void {
  transcript.events.splice(seq - 1, count)
  renumber(transcript)
}

/** Puts an event in, so that it is number `seq`. */
export function insert(
  transcript: LogTranscript,
  seq: number,
  event: Partial<LogEvent> & { type: string },
): void {
  transcript.events.splice(seq - 1, 0, cloneOf({ seq, at: at(transcript, seq - 1).at, ...event }))
  renumber(transcript)
}

/** The same event once more, right behind. */
export const repeat = (transcript: LogTranscript, seq: number): void =>
  insert(transcript, seq + 1, at(transcript, seq))

/** Puts the event `from` where `to` is. */
export function move(transcript: LogTranscript, from: number, to: number): void {
  const event = at(transcript, from)
  transcript.events.splice(from - 1, 1)
  transcript.events.splice(to - 1, 0, event)
  renumber(transcript)
}

function renumber(transcript: LogTranscript): void {
  for (const [index, event] of transcript.events.entries()) event.seq = index + 1
  transcript.lastSeq = transcript.events.length
}
