/** How long a turn may take, in seconds; 0 is as long as one likes. */
export const CLOCKS = [0, 15, 30, 60, 120] as const
/** What becomes of the seat of who leaves a game: default moves are made, a bot plays, or it is out of the game. */
export const LEAVING = ['keep', 'bot', 'forfeit'] as const
/** Who begins the next game: the one after who began the last one, who is rolled for, or who came in first or last. */
export const STARTERS = ['rotation', 'roll-off', 'winner', 'loser'] as const

export interface RoomSettings {
  /** A private room is not listed. */
  readonly private: boolean
  /** Nobody new comes in. */
  readonly locked: boolean
  /** Whether newcomers are asked for a password. */
  readonly password: boolean
  readonly clock: (typeof CLOCKS)[number]
  readonly leaving: (typeof LEAVING)[number]
  readonly starter: (typeof STARTERS)[number]
}

export const DEFAULT_SETTINGS: RoomSettings = {
  private: false,
  locked: false,
  password: false,
  clock: 30,
  leaving: 'bot',
  starter: 'rotation',
}

/** What holds in rooms from before there were these settings. */
const FORMER_SETTINGS: RoomSettings = { ...DEFAULT_SETTINGS, clock: 0, leaving: 'keep', starter: 'roll-off' }

/** The settings that a room was made with. */
export const settingsFrom = (made: Partial<RoomSettings>): RoomSettings => ({ ...FORMER_SETTINGS, ...made })
