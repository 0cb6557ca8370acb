import { expect, test } from './play/test.ts'

/** The parts of the public log that the tests look at. */
interface Transcript {
  readonly events: readonly {
    readonly type: string
    readonly rolls?: readonly { readonly faces: readonly number[] }[]
  }[]
}

test('[PG10] the server is killed in the middle of a game and started again, and all four go on without a click', async ({
  players,
  server,
}) => {
  const all = await players(4)
  const [ada, bo] = all
  if (!ada || !bo) throw new Error('expected players')
  const code = await ada.opens('Free roll')
  for (const player of all.slice(1)) await player.joins(code)
  await ada.rolls()
  // A roll is on its way when the server dies: it acts once, whether it arrived or not.
  const rolled = bo.roll.click()
  await server.end('SIGKILL')
  await rolled
  for (const player of all) await expect(player.status).toContainText(/\w/)
  await server.start()
  for (const player of all) {
    await expect(player.tray).toHaveAccessibleName(/^Bo rolled [1-6]$/)
    await expect(player.status.filter({ hasText: /lost|reach|offline|catching/i })).toHaveCount(0)
  }
  for (const player of all) await player.rolls()
  await expect.poll(() => new Set(all.map(({ heardUpTo }) => heardUpTo)).size).toBe(1)
  const log: Transcript = JSON.parse(await (await fetch(`${server.url}/api/rooms/${code}/transcript`)).text())
  const rolls = log.events.filter(({ type }) => type === 'rolled')
  expect(rolls).toHaveLength(6)
  for (const { positions } of all) {
    for (const { seq, position } of positions) {
      expect(log.events[seq - 1]?.rolls?.[0]?.faces[0]).toBe(position)
    }
  }
})

test('[PG11] who is offline for ten seconds while others roll catches up with no hole', async ({ pair }) => {
  const [ada, bo] = pair
  await bo.joins(await ada.opens('Free roll'))
  await ada.rolls()
  await bo.context.setOffline(true)
  bo.lane.cut()
  await expect(bo.status).toContainText(/offline|connection/i)
  await expect(ada.seat('Bo')).toContainText('away')
  const until = Date.now() + 10_000
  while (Date.now() < until) await ada.rolls()
  bo.lane.mend()
  await bo.context.setOffline(false)
  await expect.poll(() => bo.heardUpTo).toBe(ada.heardUpTo)
  const rolls = (player: typeof ada) => player.positions.map(({ seq }) => seq)
  const from = rolls(bo)[0] ?? 0
  expect(bo.positions).toEqual(ada.positions.filter(({ seq }) => seq >= from))
  await expect(ada.seat('Bo')).not.toContainText('away')
  await bo.rolls()
  await expect(ada.tray).toHaveAccessibleName(/^Bo rolled [1-6]$/)
})

test('[PG12] a message that is lost on purpose is missed and made good, by itself', async ({ pair }) => {
  const [ada, bo] = pair
  let dropped = 0
  await bo.page.routeWebSocket(/socket\.io/, socket => {
    const server = socket.connectToServer()
    server.onMessage(message => {
      if (dropped < 2 && String(message).startsWith('42["game_process"')) dropped += 1
      else socket.send(message)
    })
  })
  await bo.joins(await ada.opens('Free roll'))
  await ada.rolls()
  await ada.rolls()
  // Nothing follows that would show the gap: the heartbeat does.
  await expect(bo.tray).toHaveAccessibleName((await ada.tray.getAttribute('aria-label')) ?? '')
  expect(dropped).toBe(2)
  await bo.rolls()
  await expect(ada.tray).toHaveAccessibleName((await bo.tray.getAttribute('aria-label')) ?? '')
})

test('[PG13] plays over long-polling where WebSockets are blocked', async ({ pair }) => {
  const [ada, bo] = pair
  bo.lane.refuseWebSockets()
  const polls: string[] = []
  bo.page.on('request', request => polls.push(request.url()))
  await bo.joins(await ada.opens('Free roll'))
  const before = ada.heardUpTo
  await bo.roll.click()
  await expect.poll(() => ada.heardUpTo).toBeGreaterThan(before)
  const rolled = `Bo rolled ${ada.positions.at(-1)?.position}`
  for (const player of [ada, bo]) await expect(player.tray).toHaveAccessibleName(rolled)
  await ada.rolls()
  await expect(bo.tray).toHaveAccessibleName(/^Ada rolled [1-6]$/)
  expect(polls.some(url => url.includes('transport=polling'))).toBe(true)
})

test('[PG14] clicking twice quickly in a race moves once', async ({ pair }) => {
  const [ada, bo] = pair
  const code = await ada.opens('Race')
  await bo.joins(code)
  await ada.start.click()
  await expect.poll(async () => (await ada.canRoll()) || (await bo.canRoll())).toBe(true)
  const first = (await ada.canRoll()) ? ada : bo
  const second = first === ada ? bo : ada
  await first.roll.dblclick()
  await expect(second.roll).toBeEnabled()
  expect(first.positions.length).toBe(second.positions.length)
})
