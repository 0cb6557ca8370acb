/** What the tests read and forge of a transcript. */
export interface PlayedTranscript {
  room: string
  lastSeq: number
  complete: boolean
  events: PlayedEvent[]
}

interface PlayedEvent {
  seq: number
  type: string
  commitment?: string
  secret?: string
  seed?: string
  seeds?: Record<string, string>
  rolls?: { who: string; n: number; deal: number; faces: number[] }[]
}

/** A forged transcript, and at which event. */
interface Forged {
  readonly transcript: PlayedTranscript
  readonly seq: number
}

interface Forgery {
  /** `other` is the transcript of another room. */
  forge(honest: PlayedTranscript, other: PlayedTranscript | null): Forged
  /** What the page has to say of it. */
  says(forged: Forged): string | RegExp
}

const eventOf = ({ events }: PlayedTranscript, type: string, nth = 0): PlayedEvent => {
  const found = events.filter(event => event.type === type)[nth]
  if (!found) throw new Error(`no ${type} in the transcript`)
  return found
}

/** Numbers the events anew, as somebody would who wants to hide that one is gone. */
function renumbered(transcript: PlayedTranscript): void {
  for (const [at, event] of transcript.events.entries()) event.seq = at + 1
  transcript.lastSeq = transcript.events.length
}

const otherHex = (hex: string): string => `${hex.startsWith('0') ? '1' : '0'}${hex.slice(1)}`

export const CHANGED_FACE: Forgery = {
  forge(transcript) {
    const event = eventOf(transcript, 'piece_moved', 2)
    const [roll] = event.rolls ?? []
    if (roll) roll.faces = roll.faces.map(face => (face % 6) + 1)
    return { transcript, seq: event.seq }
  },
  says: ({ seq }) =>
    new RegExp(`Event ${seq}: roll \\d+ of (Ada|Bo) \\(seat \\d\\) in deal 1 has to show \\d`),
}

/** The ways to forge a race that is over. */
export const FORGERIES: Readonly<Record<string, Forgery>> = {
  'a changed face': CHANGED_FACE,
  'a swapped seed': {
    forge(transcript) {
      const event = eventOf(transcript, 'seed_opened')
      event.seed = otherHex(event.seed ?? '')
      return { transcript, seq: event.seq }
    },
    says: ({ seq }) =>
      new RegExp(`Event ${seq}: the seed of seat \\d \\((Ada|Bo)\\).* does not match its seal`),
  },
  'a missing roll': {
    forge(transcript) {
      const gone = eventOf(transcript, 'piece_moved', 1)
      transcript.events.splice(gone.seq - 1, 1)
      renumbered(transcript)
      return { transcript, seq: gone.seq }
    },
    says: () => 'One was left out or repeated',
  },
  'a reordered event': {
    forge(transcript) {
      const event = eventOf(transcript, 'piece_moved', 1)
      transcript.events.splice(event.seq - 1, 1)
      transcript.events.splice(event.seq, 0, event)
      return { transcript, seq: event.seq }
    },
    says: ({ seq }) => `Where event ${seq} should stand there is event ${seq + 1}`,
  },
  'another room’s secret': {
    forge(transcript, other) {
      const event = eventOf(transcript, 'deal_closed')
      event.secret = other?.events[0]?.commitment ?? otherHex(event.secret ?? '')
      return { transcript, seq: event.seq }
    },
    says: ({ seq }) => `Event ${seq}: the secret of deal 1 is not the one that was committed to`,
  },
  'a missing middle': {
    forge(transcript) {
      const { seq } = eventOf(transcript, 'piece_moved', 1)
      transcript.events.splice(seq - 1, 4)
      return { transcript, seq }
    },
    says: ({ seq }) => `Where event ${seq} should stand there is event ${seq + 4}`,
  },
  'a tail cut off': {
    forge(transcript) {
      const { seq } = eventOf(transcript, 'piece_moved', 3)
      transcript.events.length = seq
      transcript.lastSeq = seq
      return { transcript, seq }
    },
    says: ({ seq }) =>
      new RegExp(`This browser has seen event \\d+, and the transcript ends with event ${seq}`),
  },
  'a tail cut off clumsily': {
    forge(transcript) {
      transcript.events.pop()
      return { transcript, seq: transcript.events.length }
    },
    says: ({ seq }) => `The end is missing: the log has ${seq + 1} events`,
  },
}
