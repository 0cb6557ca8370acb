import { neighbourhood } from '../sessions/attempts.ts'

/** Counts the open connections of each address (of IPv6, each network), up to `max` of them. */
export class ConnectionLimit {
  private readonly open = new Map<string, number>()
  private readonly max: number

  constructor(max: number) {
    this.max = max
  }

  hasRoomFor(address: string): boolean {
    return (this.open.get(neighbourhood(address)) ?? 0) < this.max
  }

  opened(address: string): void {
    const at = neighbourhood(address)
    this.open.set(at, (this.open.get(at) ?? 0) + 1)
  }

  closed(address: string): void {
    const at = neighbourhood(address)
    const left = (this.open.get(at) ?? 1) - 1
    if (left > 0) this.open.set(at, left)
    else this.open.delete(at)
  }
}
