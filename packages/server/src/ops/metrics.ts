import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'

/** What the operator's Prometheus reads at `/metrics`. */
export class Metrics {
  private readonly registry = new Registry()
  private readonly requests = new Counter({
    name: 'dice_room_requests_total',
    help: 'Requests by name and outcome: ok, or the code of the refusal',
    labelNames: ['request', 'outcome'],
    registers: [this.registry],
  })
  private readonly reports = new Counter({
    name: 'dice_room_reports_total',
    help: 'What players have reported; each stands in the log',
    registers: [this.registry],
  })
  private readonly connections = new Gauge({
    name: 'dice_room_connections',
    help: 'Open connections of players',
    registers: [this.registry],
  })

  constructor({ roomsInMemory }: { roomsInMemory: () => number }) {
    collectDefaultMetrics({ register: this.registry })
    new Gauge({
      name: 'dice_room_rooms_loaded',
      help: 'Rooms in memory',
      registers: [this.registry],
      collect() {
        this.set(roomsInMemory())
      },
    })
  }

  countRequest(request: string, outcome: string): void {
    this.requests.inc({ request, outcome })
  }

  countReport(): void {
    this.reports.inc()
  }

  connectionOpened(): void {
    this.connections.inc()
  }

  connectionClosed(): void {
    this.connections.dec()
  }

  /** The page in Prometheus' text format, and its content type. */
  async page(): Promise<{ type: string; body: string }> {
    return { type: this.registry.contentType, body: await this.registry.metrics() }
  }
}
