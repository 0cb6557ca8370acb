import { beforeEach, describe, expect, it } from 'vitest'
import { LobbyPeople, type Visitor } from './lobby-people.ts'

const ada = { id: 'a1', name: 'Ada', player: 'p_ada', login: 'l1' }
const account: Visitor = { person: ada, player: null }
const guest = (player: string): Visitor => ({ person: null, player })
const nobody: Visitor = { person: null, player: null }

describe('the people in the lobby', () => {
  let people: LobbyPeople
  beforeEach(() => {
    people = new LobbyPeople()
  })

  it('[OW7] count once over all their connections, until the last one is gone', () => {
    const leave = [account, guest('p_bo'), account, guest('p_bo'), guest('p_lin')].map(one =>
      people.enter(one),
    )
    expect(people.all).toMatchObject([account, guest('p_bo'), guest('p_lin')])
    leave[0]?.()
    leave[1]?.()
    expect(people.all).toHaveLength(3)
    leave[2]?.()
    expect(people.all).toMatchObject([guest('p_bo'), guest('p_lin')])
    leave[3]?.()
    leave[4]?.()
    expect(people.all).toEqual([])
  })

  it('[OW7] count by connection where nobody says who it is', () => {
    const leave = people.enter(nobody)
    people.enter(nobody)
    expect(people.all).toHaveLength(2)
    leave()
    expect(people.all).toHaveLength(1)
  })

  it('[OW7] do not become an account by saying its player', () => {
    people.enter(account)
    people.enter(guest(ada.player))
    expect(people.all).toHaveLength(2)
  })

  it('[OW9] are listed with the public table where they sit, under the name of their account or seat', () => {
    for (const one of [account, guest('p_bo'), guest('p_lin'), nobody]) people.enter(one)
    const seats = new Map([
      ['p_ada', { room: 'ABCDEF', name: 'Ada at the table' }],
      ['p_bo', { room: 'ABCDEF', name: 'Bo' }],
    ])
    expect(people.listed(player => seats.get(player))).toEqual([
      { name: 'Ada', account: true, table: 'ABCDEF' },
      { name: 'Bo', account: false, table: 'ABCDEF' },
      { name: null, account: false, table: null },
      { name: null, account: false, table: null },
    ])
  })
})
