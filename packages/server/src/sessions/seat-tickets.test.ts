import { describe, expect, it } from 'vitest'
import { SeatTickets, TICKET_MS } from './seat-tickets.ts'

describe('a ticket for a seat', () => {
  const tickets = new SeatTickets(new Uint8Array(32))
  const claim = { seat: 2, from: 'p_ada', moves: 3 }
  const { ticket, until } = tickets.issue('ABC234', claim, 1_000)

  it('[SE1] says which seat moves from whom, for ten minutes, and fits into a QR code', () => {
    expect(until).toBe(1_000 + TICKET_MS)
    expect(tickets.read('ABC234', ticket, until - 1)).toEqual({ ok: true, value: claim })
    expect(tickets.read('ABC234', ticket, until)).toMatchObject({ error: { code: 'forbidden' } })
    expect(ticket.length).toBeLessThan(150)
  })

  it('[SE2] is good in its room only, and as it was made by this server', () => {
    expect(tickets.read('XYZ234', ticket, 2_000)).toMatchObject({ error: { code: 'forbidden' } })
    const other = new SeatTickets(new Uint8Array(32).fill(1)).issue('ABC234', claim, 1_000).ticket
    const [body = '', signature = ''] = ticket.split('.')
    const forged = Buffer.from(JSON.stringify(['ABC234', 0, 'p_bo', 3, until])).toString('base64url')
    const bad = ['', '.', body, `${body}.`, `${forged}.${signature}`, `${body}.${signature.slice(1)}`, other]
    for (const one of bad) {
      expect(tickets.read('ABC234', one, 2_000), one).toMatchObject({ error: { code: 'forbidden' } })
    }
  })
})
