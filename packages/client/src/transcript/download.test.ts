import { afterEach, describe, expect, it, vi } from 'vitest'
import { downloadTranscript } from './download.ts'

const event = (seq: number) => ({ seq, at: seq, type: 'rolled' })
const page = (from: number, to: number, lastSeq: number) => ({
  version: 1,
  room: 'ABC234',
  lastSeq,
  complete: to === lastSeq,
  events: Array.from({ length: to - from + 1 }, (_, at) => event(from + at)),
})

/** A server that answers with these, one after the other. */
function served(...answers: readonly Response[]) {
  const fetched = vi.fn<typeof fetch>()
  for (const answer of answers) fetched.mockResolvedValueOnce(answer)
  vi.stubGlobal('fetch', fetched)
  return fetched
}

const download = (token: string | null = null) =>
  downloadTranscript('ABC234', { signal: new AbortController().signal, token })

afterEach(() => vi.unstubAllGlobals())

describe('downloading a transcript', () => {
  it('puts the pages together, also where the room goes on meanwhile', async () => {
    const fetched = served(
      Response.json(page(1, 3, 7)),
      Response.json(page(4, 6, 8)),
      Response.json(page(7, 8, 8)),
    )
    expect(await download()).toEqual({ ok: true, value: page(1, 8, 8) })
    expect(fetched.mock.calls.map(([url]) => url)).toEqual(
      [0, 3, 6].map(after => `/api/rooms/ABC234/transcript?after=${after}`),
    )
  })

  it('says who asks, for rooms that not everybody may read', async () => {
    const fetched = served(Response.json(page(1, 1, 1)), Response.json(page(1, 1, 1)))
    await download('secret')
    await download()
    expect(fetched.mock.calls.map(([, asked]) => asked?.headers)).toEqual([
      { authorization: 'Bearer secret' },
      {},
    ])
  })

  it.each([
    ['forbidden', new Response('{}', { status: 401 })],
    ['not found', new Response('{}', { status: 404 })],
    ['forbidden', new Response('{}', { status: 403 })],
    ['unreachable', new Response('{}', { status: 503 })],
    ['garbled', new Response('<html>')],
    ['garbled', Response.json(null)],
    ['garbled', Response.json({ ...page(1, 3, 3), version: 2 })],
    ['garbled', Response.json({ ...page(1, 3, 3), events: [event(1), event(3)] })],
    ['garbled', Response.json({ ...page(1, 3, 3), events: [null] })],
    ['garbled', Response.json({ ...page(1, 3, 9), events: [] })],
  ])('says %s', async (error, answer) => {
    served(answer)
    expect(await download()).toEqual({ ok: false, error })
  })

  it('says unreachable where nobody answers', async () => {
    vi.stubGlobal('fetch', vi.fn<typeof fetch>().mockRejectedValue(new TypeError('no network')))
    expect(await download()).toEqual({ ok: false, error: 'unreachable' })
  })
})
