import { expect, test } from './play/test.ts'

test('[PG1] four players see the same dice in the same order, the late joiner too', async ({ players }) => {
  const [ada, bo, lin] = await players(3)
  if (!ada || !bo || !lin) throw new Error('expected three players')
  const code = await ada.opens('Free roll')
  await bo.joins(code)
  await lin.joins(code)
  for (const player of [ada, bo, lin, ada]) await player.rolls()
  const [roberta] = await players(1)
  if (!roberta) throw new Error('expected a fourth player')
  await roberta.joins(code)
  for (const player of [roberta, bo]) await player.rolls()

  const everybody = [ada, bo, lin, roberta]
  for (const player of everybody) {
    await expect.poll(() => player.heardUpTo).toBe(bo.heardUpTo)
    await expect(player.tray).toHaveAccessibleName(/^Bo rolled [1-6]$/)
  }
  const said = await Promise.all(everybody.map(player => player.tray.getAttribute('aria-label')))
  expect(new Set(said).size).toBe(1)
  for (const player of [bo, lin, roberta]) {
    const from = player.positions[0]?.seq ?? 0
    expect(player.positions).toEqual(ada.positions.filter(({ seq }) => seq >= from))
  }
  // The newcomer has heard of what was rolled before.
  expect(roberta.positions.length).toBe(ada.positions.length)
  expect(ada.positions.length).toBeGreaterThanOrEqual(10)
})

test('[PG2] who reloads is back in the same seat with the same dice, without a click', async ({ pair }) => {
  const [ada, bo] = pair
  await bo.joins(await ada.opens('Free roll'))
  await ada.rolls()
  await expect(bo.tray).toHaveAccessibleName(/^Ada rolled [1-6]$/)
  const before = await bo.tray.getAttribute('aria-label')
  await bo.page.reload()
  await expect(bo.tray).toHaveAccessibleName(before ?? '')
  await expect(bo.seat('Bo')).toHaveCount(1)
  await bo.rolls()
  await expect(ada.tray).toHaveAccessibleName(/^Bo rolled [1-6]$/)
})

test('[PG3] two tabs of one player are one seat', async ({ pair }) => {
  const [ada, bo] = pair
  const code = await ada.opens('Free roll')
  await bo.joins(code)
  const tab = await bo.context.newPage()
  await tab.goto(`${bo.lane.url}/r/${code}`)
  await expect(tab.getByRole('button', { name: /^Roll/ })).toBeEnabled()
  await expect(ada.seat('Bo')).toHaveCount(1)
  await tab.getByRole('button', { name: /^Roll/ }).click()
  for (const player of [ada, bo]) await expect(player.tray).toHaveAccessibleName(/^Bo rolled [1-6]$/)
  await tab.close()
  await ada.says('still there?')
  await bo.rolls()
  await expect(ada.seat('Bo')).not.toContainText('away')
})

test('[PG4] what is said is heard, as text and nothing else', async ({ pair }) => {
  const [ada, bo] = pair
  await bo.joins(await ada.opens('Free roll'))
  await ada.says('<b onclick="alert(1)">hello</b> 🎲')
  const talk = await bo.opensTalk()
  await expect(talk).toContainText('<b onclick="alert(1)">hello</b> 🎲')
  await expect(ada.page.getByRole('textbox', { name: 'Say something' })).toHaveValue('')
})

test('[PG5] the host chooses how many dice of how many sides', async ({ pair }) => {
  const [ada, bo] = pair
  const code = await ada.opens('Free roll')
  await bo.joins(code)
  const sheet = await ada.opensMenu()
  for (let dice = 1; dice < 5; dice += 1) {
    await sheet.getByRole('button', { name: 'One die more' }).click()
    await expect(sheet.getByRole('status')).toHaveText(String(dice + 1))
  }
  await sheet.getByRole('radio', { name: '20', exact: true }).check()
  await ada.page.keyboard.press('Escape')
  await expect(bo.roll).toHaveAccessibleName(/5/)
  await bo.rolls()
  await expect(ada.tray).toHaveAccessibleName(/^Bo rolled( \d+){5}/)
})
