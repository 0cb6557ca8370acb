/** What one run of the bench does: how long, how often, how many, how fast. */

export interface Scenario {
  readonly name: string
  readonly rooms: number
  readonly playersPerRoom: number
  /** Rolls that each room keeps unanswered while the server is saturated. */
  readonly inFlightPerRoom: number
  /** Rolls per second offered to all rooms together, in the open loop. */
  readonly offered: readonly number[]
}

export interface Plan {
  readonly rounds: number
  readonly warmUpMs: number
  readonly phaseMs: number
  readonly memoryRounds: number
  readonly idleConnections: number
  readonly loadedRooms: number
  readonly scenarios: readonly Scenario[]
}

/**
 * 3,000 rolls/s in a room of 200 would be 600,000 deliveries/s, more than a bare `ws` server reaches on one core, so
 * the room of 200 is offered what every one of the servers can carry.
 */
const scenarios: readonly Scenario[] = [
  { name: '100 rooms × 4', rooms: 100, playersPerRoom: 4, inFlightPerRoom: 16, offered: [200, 3000] },
  { name: '1 room × 200', rooms: 1, playersPerRoom: 200, inFlightPerRoom: 64, offered: [50, 200] },
]

const fullPlan: Plan = {
  rounds: 3,
  warmUpMs: 800,
  phaseMs: 2500,
  memoryRounds: 2,
  idleConnections: 4000,
  loadedRooms: 5000,
  scenarios,
}

const quickPlan: Plan = {
  rounds: 1,
  warmUpMs: 500,
  phaseMs: 1200,
  memoryRounds: 1,
  idleConnections: 1000,
  loadedRooms: 1000,
  scenarios,
}

/** The plan that the arguments ask for: `--quick` takes about a minute, without it about five. */
export function planFrom(args: readonly string[]): Plan {
  return args.includes('--quick') ? quickPlan : fullPlan
}
