/** Counts the open connections of each address, up to `max` of them. */
export class ConnectionLimit {
  private readonly open = new Map<string, number>()
  private readonly max: number

  constructor(max: number) {
    this.max = max
  }

  hasRoomFor(address: string): boolean {
    return (this.open.get(address) ?? 0) < this.max
  }

  opened(address: string): void {
    this.open.set(address, (this.open.get(address) ?? 0) + 1)
  }

  closed(address: string): void {
    const left = (this.open.get(address) ?? 1) - 1
    if (left > 0) this.open.set(address, left)
    else this.open.delete(address)
  }
}
