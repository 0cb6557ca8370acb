import type { LoggedEvent } from '@diceroom/shared/room/events.ts'
import { isSame } from './room-log.ts'

interface CountedDie {
  readonly sides: number
  readonly faces: readonly number[]
}

/** How often each face was rolled, counted from the logs: what the server says of it has to be the same. */
export class DiceCounts {
  private readonly counts = new Map<number, number[]>()

  add(event: LoggedEvent): void {
    for (const { sides, faces } of ('rolls' in event && event.rolls) || []) {
      const row = this.counts.get(sides) ?? Array.from({ length: sides }, () => 0)
      this.counts.set(sides, row)
      for (const face of faces ?? []) row[face - 1] = (row[face - 1] ?? 0) + 1
    }
  }

  /** What is wrong with the figures of the server at `url`. */
  async compare(url: string): Promise<readonly string[]> {
    const response = await fetch(`${url}/api/figures`)
    const figures: { readonly dice: readonly CountedDie[] } = JSON.parse(await response.text())
    const told = [...figures.dice].sort((a, b) => a.sides - b.sides)
    const counted = [...this.counts]
      .map(([sides, faces]) => ({ sides, faces }))
      .sort((a, b) => a.sides - b.sides)
    if (isSame(told, counted)) return []
    return [`the server has counted ${JSON.stringify(told)}, and the logs hold ${JSON.stringify(counted)}`]
  }
}
